package lenswacht.probe.net;

/// Numbers as they stand in packets: the most significant octet first.
final class NetworkOrder {
  private NetworkOrder() {}

  static int octet(byte[] octets, int at) {
    return octets[at] & 0xff;
  }

  static int shortAt(byte[] octets, int at) {
    return (octets[at] & 0xff) << 8 | octets[at + 1] & 0xff;
  }

  static int intAt(byte[] octets, int at) {
    return shortAt(octets, at) << 16 | shortAt(octets, at + 2);
  }

  static void putShort(byte[] octets, int at, int value) {
    octets[at] = (byte) (value >> 8);
    octets[at + 1] = (byte) value;
  }

  static void putInt(byte[] octets, int at, int value) {
    putShort(octets, at, value >>> 16);
    putShort(octets, at + 2, value);
  }

  /// The internet checksum of a sum of 16-bit words, RFC 1071.
  static int checksum(int sum) {
    int folded = (sum >>> 16) + (sum & 0xffff);
    return ~((folded >>> 16) + folded) & 0xffff;
  }
}
