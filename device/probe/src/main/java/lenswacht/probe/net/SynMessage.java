package lenswacht.probe.net;

import org.jspecify.annotations.Nullable;

/// The first segment of a TCP connection, and what can come back (RFC 9293).
///
/// @param address who answers, an IPv4 address
/// @param port on which port
/// @param ownPort the port the answer is sent to
/// @param acknowledged the sequence number that the answer acknowledges, less one
/// @param accepted whether the port accepts the connection; false when it refuses it
record SynMessage(int address, int port, int ownPort, int acknowledged, boolean accepted) {
  /// Length of the segment that is sent: the header and the largest-segment option.
  static final int LENGTH = 24;

  private static final int TCP = 6;
  private static final int SHORTEST_HEADER = 20;
  private static final int SYN = 0x02;
  private static final int RST = 0x04;
  private static final int ACK = 0x10;
  private static final int WINDOW = 1024;
  private static final int LARGEST_SEGMENT = 0x0204_05b4;
  private static final int OFFSET_AND_FLAGS = LENGTH / 4 << 12 | SYN;

  /// Writes the segment at `at`, with its checksum. The network's own header is the system's work.
  static void write(
      byte[] octets, int at, int source, int ownPort, int address, int port, int sequence) {
    NetworkOrder.putShort(octets, at, ownPort);
    NetworkOrder.putShort(octets, at + 2, port);
    NetworkOrder.putInt(octets, at + 4, sequence);
    NetworkOrder.putInt(octets, at + 8, 0);
    NetworkOrder.putShort(octets, at + 12, OFFSET_AND_FLAGS);
    NetworkOrder.putShort(octets, at + 14, WINDOW);
    NetworkOrder.putInt(octets, at + 18, 0);
    NetworkOrder.putInt(octets, at + 20, LARGEST_SEGMENT);
    int sum = words(source) + words(address) + TCP + LENGTH + ownPort + port + words(sequence);
    sum += OFFSET_AND_FLAGS + WINDOW + words(LARGEST_SEGMENT);
    NetworkOrder.putShort(octets, at + 16, NetworkOrder.checksum(sum));
  }

  /// Reads an IPv4 packet of `length` octets at `at`.
  ///
  /// @return what it says, or null where it is no answer to a first segment
  static @Nullable SynMessage parse(byte[] octets, int at, int length) {
    if (length < 2 * SHORTEST_HEADER || NetworkOrder.octet(octets, at) >> 4 != 4) {
      return null;
    }
    int header = (octets[at] & 0x0f) * 4;
    boolean fragment = (NetworkOrder.shortAt(octets, at + 6) & 0x3fff) != 0;
    if (header < SHORTEST_HEADER
        || length < header + SHORTEST_HEADER
        || fragment
        || NetworkOrder.octet(octets, at + 9) != TCP) {
      return null;
    }
    int segment = at + header;
    int flags = octets[segment + 13] & (SYN | RST | ACK);
    if (flags != (SYN | ACK) && flags != (RST | ACK)) {
      return null;
    }
    return new SynMessage(
        NetworkOrder.intAt(octets, at + 12),
        NetworkOrder.shortAt(octets, segment),
        NetworkOrder.shortAt(octets, segment + 2),
        NetworkOrder.intAt(octets, segment + 8) - 1,
        flags == (SYN | ACK));
  }

  private static int words(int value) {
    return (value >>> 16) + (value & 0xffff);
  }
}
