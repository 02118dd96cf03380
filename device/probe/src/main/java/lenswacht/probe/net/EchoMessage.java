package lenswacht.probe.net;

import java.util.OptionalInt;

/// An echo of ICMP (RFC 792) or ICMPv6 (RFC 4443): whoever hears it sends the same octets back.
// Ours
/// hold four octets that cannot be guessed.
final class EchoMessage {
  /// Length of a message.
  static final int LENGTH = 12;

  /// The type octet of the question, IPv4.
  static final int REQUEST_4 = 8;

  /// The type octet of the answer, IPv4.
  static final int REPLY_4 = 0;

  /// The type octet of the question, IPv6.
  static final int REQUEST_6 = 128;

  /// The type octet of the answer, IPv6.
  static final int REPLY_6 = 129;

  private static final int ICMP = 1;
  private static final int ICMPV6 = 58;
  private static final int SHORTEST_HEADER = 20;
  private static final int HEADER_6 = 40;

  private EchoMessage() {}

  /// Writes a message at `at`, with the checksum of IPv4.
  ///
  /// @param secret comes back with the answer
  static void write(byte[] octets, int at, int type, int id, int secret) {
    NetworkOrder.putShort(octets, at, type << 8);
    NetworkOrder.putShort(octets, at + 2, 0);
    NetworkOrder.putShort(octets, at + 4, id);
    NetworkOrder.putShort(octets, at + 6, 0);
    NetworkOrder.putInt(octets, at + 8, secret);
    NetworkOrder.putShort(
        octets, at + 2, NetworkOrder.checksum(NetworkOrder.sum(octets, at, LENGTH)));
  }

  /// Reads a message of `length` octets at `at`.
  ///
  /// @return the four octets that it holds; empty where it is not of `type` or names another `id`
  static OptionalInt secret(byte[] octets, int at, int length, int type, int id) {
    return length >= LENGTH
            && NetworkOrder.shortAt(octets, at) == type << 8
            && NetworkOrder.shortAt(octets, at + 4) == id
        ? OptionalInt.of(NetworkOrder.intAt(octets, at + 8))
        : OptionalInt.empty();
  }

  /// Reads an IPv4 packet of `length` octets at `at`.
  ///
  /// @return the four octets that the answer in it holds; empty where it is none to us
  static OptionalInt secretIn(byte[] octets, int at, int length, int id) {
    if (length < SHORTEST_HEADER || NetworkOrder.octet(octets, at) >> 4 != 4) {
      return OptionalInt.empty();
    }
    int header = (octets[at] & 0x0f) * 4;
    boolean isWhole = (NetworkOrder.shortAt(octets, at + 6) & 0x3fff) == 0;
    return header >= SHORTEST_HEADER && isWhole && octets[at + 9] == ICMP
        ? secret(octets, at + header, length - header, REPLY_4, id)
        : OptionalInt.empty();
  }

  /// Reads an IPv6 packet of `length` octets at `at`.
  ///
  /// @return the four octets that the answer in it holds; empty where it is none to us
  static OptionalInt secretInSix(byte[] octets, int at, int length, int id) {
    return length >= HEADER_6
            && NetworkOrder.octet(octets, at) >> 4 == 6
            && octets[at + 6] == ICMPV6
        ? secret(octets, at + HEADER_6, length - HEADER_6, REPLY_6, id)
        : OptionalInt.empty();
  }
}
