package lenswacht.link.find;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The few DNS messages (RFC 1035) that finding a device takes: who offers `_lenswacht._tcp`, and
/// who does. Everything else on the group is passed over.
final class ServiceMessage {
  /// Longest message looked at, in octets.
  static final int LONGEST = 1_500;

  private static final List<String> SERVICE = List.of("_lenswacht", "_tcp", "local");
  private static final int PTR = 12;
  private static final int TXT = 16;
  private static final int SRV = 33;
  private static final int A = 1;
  private static final int AAAA = 28;
  private static final int IN = 1;
  private static final int ANSWERS = 0x8400;
  private static final int MOST_RECORDS = 32;
  private static final int MOST_LABELS = 16;

  /// Seconds; an answer on the one question it was asked is not kept by anybody.
  private static final int TTL = 10;

  private ServiceMessage() {}

  /// Who offers it?
  ///
  /// @param mark what is said to be an offer
  /// @param port on which it is offered
  record Offer(String mark, int port) {}

  /// The question, with any id.
  static byte[] question(int id) {
    ByteBuffer out = ByteBuffer.allocate(LONGEST);
    header(out, id, 0, 1, 0, 0);
    name(out, SERVICE);
    out.putShort((short) PTR).putShort((short) IN);
    return octets(out);
  }

  /// The id of the question, if `octets` ask who offers it.
  static Optional<Integer> asks(byte[] octets) {
    try {
      ByteBuffer in = ByteBuffer.wrap(octets);
      int id = in.getShort() & 0xffff;
      int flags = in.getShort() & 0xffff;
      int questions = in.getShort() & 0xffff;
      in.position(12);
      boolean asked = false;
      for (int at = 0; at < Math.min(questions, MOST_RECORDS); at++) {
        boolean ours = read(in).equals(SERVICE);
        int type = in.getShort() & 0xffff;
        asked |= ours && type == PTR && (in.getShort() & 0x7fff) == IN;
      }
      return asked && (flags & 0xf800) == 0 ? Optional.of(id) : Optional.empty();
    } catch (BufferUnderflowException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /// The answer to the question with this id.
  ///
  /// @param address of the device, as the one who asks can reach it
  static byte[] answer(int id, Offer offer, InetAddress address) {
    List<String> instance = new ArrayList<>(List.of(offer.mark()));
    instance.addAll(SERVICE);
    List<String> host = List.of(offer.mark(), "local");
    ByteBuffer out = ByteBuffer.allocate(LONGEST);
    header(out, id, ANSWERS, 1, 1, 3);
    name(out, SERVICE);
    out.putShort((short) PTR).putShort((short) IN);
    record(out, SERVICE, PTR, data -> name(data, instance));
    record(
        out,
        instance,
        SRV,
        data -> {
          data.putInt(0).putShort((short) offer.port());
          name(data, host);
        });
    record(out, instance, TXT, data -> data.put((byte) 0));
    record(
        out,
        host,
        address instanceof Inet4Address ? A : AAAA,
        data -> data.put(address.getAddress()));
    return octets(out);
  }

  /// What `octets` offer, if they answer the question with this id.
  static Optional<Offer> offer(byte[] octets, int id) {
    try {
      ByteBuffer in = ByteBuffer.wrap(octets);
      boolean ours = (in.getShort() & 0xffff) == id && (in.getShort() & 0x8000) != 0;
      int questions = in.getShort() & 0xffff;
      int records = (in.getShort() & 0xffff) + (in.getShort() & 0xffff) + (in.getShort() & 0xffff);
      for (int at = 0; at < Math.min(questions, MOST_RECORDS); at++) {
        read(in);
        in.getInt();
      }
      for (int at = 0; ours && at < Math.min(records, MOST_RECORDS); at++) {
        List<String> name = read(in);
        int type = in.getShort() & 0xffff;
        in.getShort();
        in.getInt();
        int end = (in.getShort() & 0xffff) + in.position();
        if (type == SRV && name.size() == 4 && name.subList(1, 4).equals(SERVICE)) {
          in.getInt();
          int port = in.getShort() & 0xffff;
          return port == 0 ? Optional.empty() : Optional.of(new Offer(name.getFirst(), port));
        }
        in.position(end);
      }
      return Optional.empty();
    } catch (BufferUnderflowException | IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static void header(
      ByteBuffer out, int id, int flags, int questions, int answers, int more) {
    out.putShort((short) id).putShort((short) flags).putShort((short) questions);
    out.putShort((short) answers).putShort((short) 0).putShort((short) more);
  }

  private interface Content {
    void write(ByteBuffer out);
  }

  private static void record(ByteBuffer out, List<String> name, int type, Content content) {
    name(out, name);
    out.putShort((short) type).putShort((short) IN).putInt(TTL);
    int length = out.position();
    out.putShort((short) 0);
    content.write(out);
    out.putShort(length, (short) (out.position() - length - 2));
  }

  private static void name(ByteBuffer out, List<String> labels) {
    for (String label : labels) {
      byte[] octets = label.getBytes(StandardCharsets.US_ASCII);
      out.put((byte) octets.length).put(octets);
    }
    out.put((byte) 0);
  }

  /// Reads a name, in lower case. What others compress is followed, backwards only.
  private static List<String> read(ByteBuffer in) {
    List<String> labels = new ArrayList<>();
    ByteBuffer from = in;
    int before = in.position();
    int length = from.get() & 0xff;
    while (length != 0) {
      if (length >= 0xc0) {
        int to = (length & 0x3f) << 8 | (from.get() & 0xff);
        if (to >= before) {
          throw new IllegalArgumentException("a name points forwards");
        }
        before = to;
        from = in.duplicate().position(to);
      } else if (length > 63 || labels.size() == MOST_LABELS) {
        throw new IllegalArgumentException("no name is like that");
      } else {
        byte[] label = new byte[length];
        from.get(label);
        labels.add(new String(label, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
      }
      length = from.get() & 0xff;
    }
    return labels;
  }

  private static byte[] octets(ByteBuffer out) {
    byte[] octets = new byte[out.flip().remaining()];
    out.get(octets);
    return octets;
  }
}
