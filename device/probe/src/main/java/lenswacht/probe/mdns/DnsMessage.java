package lenswacht.probe.mdns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// One DNS message (RFC 1035) as mDNS sends it: the names, pointers, places, addresses and texts of
/// its answers.
///
/// @param answers in order
public record DnsMessage(List<Answer> answers) {
  /// Largest message that is read, in octets.
  static final int LONGEST = 9000;

  private static final int HEADER = 12;
  private static final int MOST_ANSWERS = 512;
  private static final int MOST_JUMPS = 32;
  private static final int LONGEST_NAME = 255;
  private static final int A = 1;
  private static final int PTR = 12;
  private static final int TXT = 16;
  private static final int AAAA = 28;
  private static final int SRV = 33;

  public DnsMessage {
    answers = List.copyOf(answers);
  }

  /// One answer: its owner and what is said of it.
  ///
  /// @param name its owner
  /// @param type number of its type
  /// @param texts the name it points to (PTR), its host and port as `host:port` (SRV), its strings
  ///     (TXT), or its address (A, AAAA)
  public record Answer(String name, int type, List<String> texts) {
    public Answer {
      texts = List.copyOf(texts);
    }

    /// Whether it says where a service is.
    public boolean isPlace() {
      return type == SRV;
    }

    /// Whether it gives the name an address.
    public boolean isAddress() {
      return type == A || type == AAAA;
    }
  }

  /// Reads a message. Names may jump backwards only, and only so often; an answer that is cut ends
  /// the message, and what stands before it counts.
  public static Parsed<DnsMessage> parse(Bytes bytes) {
    if (bytes.length() > LONGEST) {
      return Parsed.bad("the message is longer than " + LONGEST + " octets");
    }
    if (bytes.length() < HEADER) {
      return Parsed.bad("the message is shorter than its header");
    }
    if ((bytes.at(2) & 0x80) == 0) {
      return Parsed.bad("the message is a question, not an answer");
    }
    Walk walk = new Walk(bytes);
    List<Answer> answers = new ArrayList<>();
    try {
      walk.skipQuestions(walk.count(4));
      int most = Math.min(MOST_ANSWERS, walk.count(6) + walk.count(8) + walk.count(10));
      while (answers.size() < most && walk.at < bytes.length()) {
        answers.add(walk.answer());
      }
    } catch (CutException cut) {
      if (answers.isEmpty()) {
        return Parsed.bad("the message is cut before its first answer ends");
      }
    }
    return Parsed.good(new DnsMessage(answers));
  }

  /// The message ends, or jumps, where it may not.
  private static final class CutException extends Exception {
    private static final long serialVersionUID = 1L;

    CutException() {
      super("the message is cut", null, false, false);
    }
  }

  /// A walk through the octets.
  private static final class Walk {
    private final Bytes bytes;
    private int at = HEADER;

    Walk(Bytes bytes) {
      this.bytes = bytes;
    }

    int count(int offset) {
      return bytes.at(offset) << 8 | bytes.at(offset + 1);
    }

    void skipQuestions(int number) throws CutException {
      for (int i = 0; i < Math.min(number, MOST_ANSWERS); i++) {
        name();
        need(4);
        at += 4;
      }
    }

    Answer answer() throws CutException {
      String owner = name();
      need(10);
      int type = count(at);
      int length = count(at + 8);
      at += 10;
      need(length);
      int end = at + length;
      List<String> texts = texts(type, end);
      at = end;
      return new Answer(owner, type, texts);
    }

    private List<String> texts(int type, int end) throws CutException {
      return switch (type) {
        case PTR -> List.of(name());
        case SRV -> {
          if (end - at < 7) {
            throw new CutException();
          }
          int port = count(at + 4);
          at += 6;
          yield List.of(name() + ":" + port);
        }
        case TXT -> strings(end);
        case A -> address(end, 4);
        case AAAA -> address(end, 16);
        default -> List.of();
      };
    }

    private List<String> address(int end, int octets) throws CutException {
      if (end - at != octets) {
        throw new CutException();
      }
      try {
        return List.of(InetAddress.getByAddress(bytes.slice(at, end).toArray()).getHostAddress());
      } catch (UnknownHostException noAddress) {
        throw new CutException();
      }
    }

    private List<String> strings(int end) {
      List<String> texts = new ArrayList<>();
      while (at < end) {
        int length = Math.min(bytes.at(at), end - at - 1);
        if (length > 0) {
          texts.add(bytes.slice(at + 1, at + 1 + length).utf8());
        }
        at += 1 + length;
      }
      return texts;
    }

    /// Reads a name and stands behind it.
    private String name() throws CutException {
      StringBuilder name = new StringBuilder();
      int from = at;
      int behind = -1;
      int jumps = 0;
      while (true) {
        if (from >= bytes.length()) {
          throw new CutException();
        }
        int length = bytes.at(from);
        if (length == 0) {
          at = behind < 0 ? from + 1 : behind;
          return name.toString();
        }
        if ((length & 0xc0) == 0xc0) {
          if (from + 1 >= bytes.length() || ++jumps > MOST_JUMPS) {
            throw new CutException();
          }
          behind = behind < 0 ? from + 2 : behind;
          int to = (length & 0x3f) << 8 | bytes.at(from + 1);
          if (to >= from) {
            throw new CutException();
          }
          from = to;
        } else {
          if (length > 63
              || from + 1 + length > bytes.length()
              || name.length() + length > LONGEST_NAME) {
            throw new CutException();
          }
          name.append(name.isEmpty() ? "" : ".").append(label(from + 1, length));
          from += 1 + length;
        }
      }
    }

    private String label(int from, int length) {
      return new String(bytes.slice(from, from + length).toArray(), StandardCharsets.UTF_8);
    }

    private void need(int octets) throws CutException {
      if (at + octets > bytes.length()) {
        throw new CutException();
      }
    }
  }
}
