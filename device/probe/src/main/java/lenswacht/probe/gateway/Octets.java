package lenswacht.probe.gateway;

import java.net.InetAddress;
import java.net.UnknownHostException;
import lenswacht.observation.Bytes;

/// Numbers and addresses in octets, the highest first.
final class Octets {
  private Octets() {}

  static long number(Bytes bytes, int at, int length) {
    long number = 0;
    for (int i = at; i < at + length; i++) {
      number = number << 8 | (bytes.at(i) & 0xff);
    }
    return number;
  }

  /// The IPv4 address at `at`.
  static InetAddress address(Bytes bytes, int at) {
    try {
      return InetAddress.getByAddress(bytes.slice(at, at + 4).toArray());
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("four octets are no address", impossible);
    }
  }
}
