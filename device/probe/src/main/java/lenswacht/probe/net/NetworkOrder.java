package lenswacht.probe.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;

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

  /// The sum of the 16-bit words of `length` octets, an even number, for [#checksum].
  static int sum(byte[] octets, int from, int length) {
    int sum = 0;
    for (int i = from; i < from + length; i += 2) {
      sum += shortAt(octets, i);
    }
    return sum;
  }

  /// Whether `wanted` stands at `at`.
  static boolean isAt(byte[] octets, int at, byte[] wanted) {
    return Arrays.equals(octets, at, at + wanted.length, wanted, 0, wanted.length);
  }

  /// The hardware address at `at`; empty where it is not that of a single host.
  static Optional<MacAddress> hardware(byte[] octets, int at) {
    return Optional.of(MacAddress.of(Bytes.of(Arrays.copyOfRange(octets, at, at + 6))))
        .filter(MacAddress::isHost);
  }

  /// The address of `length` octets (4 or 16) at `at`.
  static InetAddress address(byte[] octets, int at, int length) {
    return address(Arrays.copyOfRange(octets, at, at + length));
  }

  /// The address of these octets, 4 or 16.
  static InetAddress address(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException impossible) {
      throw new IllegalArgumentException("an address of " + octets.length + " octets", impossible);
    }
  }
}
