package lenswacht.probe.net;

import org.jspecify.annotations.Nullable;

/// Asking the local segment who has an IPv4 address, and the answer (RFC 826).
///
/// @param address the IPv4 address that is answered for
record ArpMessage(int address) {
  /// Length of a request as an Ethernet frame, without padding.
  static final int LENGTH = 42;

  /// The protocol's number in an Ethernet header.
  static final int ETHER_TYPE = 0x0806;

  private static final int ETHERNET = 1;
  private static final int IPV4 = 0x0800;
  private static final int LENGTHS = 0x0604;
  private static final int REQUEST = 1;
  private static final int REPLY = 2;

  /// Writes a request as a whole Ethernet frame at `at`.
  ///
  /// @param mac our own hardware address, six octets
  /// @param source our own IPv4 address
  static void write(byte[] octets, int at, byte[] mac, int source, int address) {
    for (int i = 0; i < 6; i++) {
      octets[at + i] = (byte) 0xff;
      octets[at + 6 + i] = mac[i];
      octets[at + 22 + i] = mac[i];
      octets[at + 32 + i] = 0;
    }
    NetworkOrder.putShort(octets, at + 12, ETHER_TYPE);
    NetworkOrder.putShort(octets, at + 14, ETHERNET);
    NetworkOrder.putShort(octets, at + 16, IPV4);
    NetworkOrder.putShort(octets, at + 18, LENGTHS);
    NetworkOrder.putShort(octets, at + 20, REQUEST);
    NetworkOrder.putInt(octets, at + 28, source);
    NetworkOrder.putInt(octets, at + 38, address);
  }

  /// Reads an Ethernet frame of `length` octets at `at`.
  ///
  /// @param mac our own hardware address; what is not addressed to it does not count
  /// @return what it says, or null where it is no answer to us
  static @Nullable ArpMessage parse(byte[] octets, int at, int length, byte[] mac) {
    if (length < LENGTH
        || NetworkOrder.shortAt(octets, at + 12) != ETHER_TYPE
        || NetworkOrder.shortAt(octets, at + 14) != ETHERNET
        || NetworkOrder.shortAt(octets, at + 16) != IPV4
        || NetworkOrder.shortAt(octets, at + 18) != LENGTHS
        || NetworkOrder.shortAt(octets, at + 20) != REPLY) {
      return null;
    }
    for (int i = 0; i < 6; i++) {
      if (octets[at + i] != mac[i]) {
        return null;
      }
    }
    return new ArpMessage(NetworkOrder.intAt(octets, at + 28));
  }
}
