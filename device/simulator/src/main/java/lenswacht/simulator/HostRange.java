package lenswacht.simulator;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// A range of IPv4 addresses for the hosts of a building.
///
/// @param first network address as a number
/// @param bits length of the prefix, 8 to 30
record HostRange(int first, int bits) {
  private static final int LOOPBACK = 127;

  /// Reads a range that must lie inside 127.0.0.0/8.
  ///
  /// @throws IllegalArgumentException if it is no range or does not
  static HostRange onLoopback(String cidr) {
    HostRange range = parse(cidr);
    if (range.first >>> 24 != LOOPBACK) {
      throw new IllegalArgumentException(
          "the building must stay inside 127.0.0.0/8; '" + cidr + "' does not");
    }
    return range;
  }

  /// Reads `127.66.0.0/16`. Bits behind the prefix may be set: `127.20.0.1/16` starts counting
  /// where `127.20.0.0/16` does.
  ///
  /// @throws IllegalArgumentException if it is not such a range
  static HostRange parse(String cidr) {
    int slash = cidr.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("'" + cidr + "' is no range such as 127.66.0.0/16");
    }
    long address = 0;
    String[] octets = cidr.substring(0, slash).split("\\.", 5);
    if (octets.length != 4) {
      throw new IllegalArgumentException("'" + cidr + "' is no range such as 127.66.0.0/16");
    }
    for (String octet : octets) {
      address = (address << 8) | octet(octet);
    }
    String prefix = cidr.substring(slash + 1);
    int bits = prefix.matches("\\d{1,2}") ? Integer.parseInt(prefix) : -1;
    if (bits < 8 || bits > 30) {
      throw new IllegalArgumentException("'" + cidr + "' has no prefix of 8 to 30");
    }
    return new HostRange((int) address & (-1 << (32 - bits)), bits);
  }

  /// The address whose last octets are `suffix`, such as `7` or `1.20`.
  ///
  /// @throws IllegalArgumentException if it is not one to three octets or outside the range
  InetAddress at(String suffix) {
    int offset = 0;
    String[] octets = suffix.split("\\.", 4);
    if (octets.length > 3) {
      throw new IllegalArgumentException("'" + suffix + "' has more than three octets");
    }
    for (String octet : octets) {
      offset = (offset << 8) | octet(octet);
    }
    return at(offset);
  }

  /// The address `offset` places behind the network address.
  ///
  /// @throws IllegalArgumentException if that is outside the range
  InetAddress at(int offset) {
    if (offset < 1 || offset >= 1 << (32 - bits)) {
      throw new IllegalArgumentException("the range has no room for address " + offset);
    }
    int address = first + offset;
    try {
      return InetAddress.getByAddress(
          new byte[] {
            (byte) (address >>> 24), (byte) (address >>> 16), (byte) (address >>> 8), (byte) address
          });
    } catch (UnknownHostException impossible) {
      throw new AssertionError("four bytes are an address", impossible);
    }
  }

  private static int octet(String text) {
    if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > 255) {
      throw new IllegalArgumentException("'" + text + "' is no octet");
    }
    return Integer.parseInt(text);
  }
}
