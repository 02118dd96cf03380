package lenswacht.probe.frame;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;

/// Numbers and addresses in network byte order. Whoever reads must have looked at the length first.
final class Octets {
  private Octets() {}

  static int big16(Bytes bytes, int at) {
    return bytes.at(at) << 8 | bytes.at(at + 1);
  }

  static long big32(Bytes bytes, int at) {
    return (long) big16(bytes, at) << 16 | big16(bytes, at + 2);
  }

  /// The hardware address at `at`; empty for all zeros and for addresses of groups.
  static Optional<MacAddress> hardware(Bytes bytes, int at) {
    return Optional.of(MacAddress.of(bytes.slice(at, at + 6))).filter(MacAddress::isHost);
  }

  /// The address of `length` octets (4 or 16) at `at`.
  static InetAddress address(Bytes bytes, int at, int length) {
    try {
      return InetAddress.getByAddress(bytes.slice(at, at + length).toArray());
    } catch (UnknownHostException impossible) {
      throw new IllegalArgumentException("an address of " + length + " octets", impossible);
    }
  }

  /// The same, empty where it is no address of a single host.
  static Optional<InetAddress> host(Bytes bytes, int at, int length) {
    return Optional.of(address(bytes, at, length)).filter(Octets::isHost);
  }

  /// Whether `address` can belong to one host: neither unspecified, nor of a group, nor broadcast.
  static boolean isHost(InetAddress address) {
    byte[] octets = address.getAddress();
    boolean broadcast = octets.length == 4 && (octets[0] & 0xff) == 255;
    boolean nowhere = octets.length == 4 && octets[0] == 0;
    return !address.isAnyLocalAddress() && !address.isMulticastAddress() && !broadcast && !nowhere;
  }
}
