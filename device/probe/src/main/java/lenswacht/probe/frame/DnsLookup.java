package lenswacht.probe.frame;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// A DNS message (RFC 1035) between a host and its resolver: the one name that is asked for, and
/// the addresses that it is answered with.
///
/// @param isReply whether it is an answer
/// @param name in lower case, without a dot at its end; a dot inside a label stands behind a
///     backslash
/// @param addresses of an answer, whatever name they belong to on the way
public record DnsLookup(boolean isReply, String name, List<InetAddress> addresses) {
  /// The port of resolvers.
  public static final int PORT = 53;

  private static final int HEADER = 12;
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_LABEL = 63;
  private static final int MOST_ANSWERS = 64;
  private static final int A = 1;
  private static final int AAAA = 28;

  public DnsLookup {
    addresses = List.copyOf(addresses);
  }

  /// Reads a message that asks for one name.
  public static Parsed<DnsLookup> parse(Bytes bytes) {
    if (bytes.length() < HEADER) {
      return Parsed.bad("the message is shorter than its header");
    }
    boolean isReply = (bytes.at(2) & 0x80) != 0;
    if ((bytes.at(2) & 0x78) != 0 || Octets.big16(bytes, 4) != 1) {
      return Parsed.bad("the message does not ask for one name");
    }
    StringBuilder name = new StringBuilder();
    int at = HEADER;
    while (true) {
      if (at >= bytes.length()) {
        return Parsed.bad("the message ends in its name");
      }
      int length = bytes.at(at);
      if (length == 0) {
        break;
      }
      if (length > LONGEST_LABEL
          || at + 1 + length > bytes.length()
          || name.length() + length > LONGEST_NAME) {
        return Parsed.bad("the name is malformed");
      }
      if (!name.isEmpty()) {
        name.append('.');
      }
      label(bytes, at + 1, length, name);
      at += 1 + length;
    }
    int behind = at + 5;
    if (behind > bytes.length()) {
      return Parsed.bad("the message ends behind its name");
    }
    List<InetAddress> addresses = isReply ? addresses(bytes, behind) : List.of();
    return Parsed.good(new DnsLookup(isReply, name.toString(), addresses));
  }

  private static void label(Bytes bytes, int from, int length, StringBuilder name) {
    for (int i = from; i < from + length; i++) {
      int octet = bytes.at(i);
      if (octet == '.' || octet == '\\') {
        name.append('\\');
      }
      name.append((char) (octet >= 'A' && octet <= 'Z' ? octet + 'a' - 'A' : octet));
    }
  }

  /// The addresses among the answers, as far as the message goes.
  private static List<InetAddress> addresses(Bytes bytes, int from) {
    List<InetAddress> found = new ArrayList<>();
    int at = from;
    int most = Math.min(MOST_ANSWERS, Octets.big16(bytes, 6));
    for (int i = 0; i < most; i++) {
      at = behindName(bytes, at);
      if (at + 10 > bytes.length()) {
        return found;
      }
      int type = Octets.big16(bytes, at);
      int length = Octets.big16(bytes, at + 8);
      at += 10;
      if (at + length > bytes.length()) {
        return found;
      }
      if ((type == A && length == 4) || (type == AAAA && length == 16)) {
        Octets.host(bytes, at, length).ifPresent(found::add);
      }
      at += length;
    }
    return found;
  }

  private static int behindName(Bytes bytes, int from) {
    int at = from;
    while (at < bytes.length()) {
      int length = bytes.at(at);
      if (length == 0) {
        return at + 1;
      }
      if ((length & 0xc0) == 0xc0) {
        return at + 2;
      }
      at += 1 + length;
    }
    return bytes.length();
  }
}
