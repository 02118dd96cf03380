package lenswacht.simulator;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// A range of addresses for a building.
///
/// @param first network address
/// @param bits length of the prefix; 2 to 24 bits are left for the hosts
record HomeRange(InetAddress first, int bits) {
  private static final int MOST_HOST_BITS = 24;

  HomeRange {
    int hostBits = first.getAddress().length * 8 - bits;
    if (hostBits < 2 || (hostBits > MOST_HOST_BITS && first.getAddress().length == 4)) {
      throw new IllegalArgumentException(
          "a building needs a range with 2 to 24 bits for its hosts");
    }
  }

  /// Reads `127.66.0.0/16`. Bits behind the prefix may be set: `127.20.0.1/16` starts counting
  /// where `127.20.0.0/16` does.
  ///
  /// @throws IllegalArgumentException if it is not such a range or not inside 127.0.0.0/8
  static HomeRange onLoopback(String cidr) {
    String inside =
        "the building must stay inside 127.0.0.0/8, with a prefix of 8 to 30; '"
            + cidr
            + "' does not";
    try {
      HomeRange range = parse(cidr);
      if (range.first.getAddress().length != 4 || !range.first.isLoopbackAddress()) {
        throw new IllegalArgumentException(inside);
      }
      return range;
    } catch (IllegalArgumentException unusable) {
      throw new IllegalArgumentException(inside, unusable);
    }
  }

  /// Reads `10.20.30.0/24` or `fd00::/64`.
  ///
  /// @throws IllegalArgumentException if it is not such a range
  static HomeRange parse(String cidr) {
    int slash = cidr.indexOf('/');
    if (slash < 0 || !cidr.substring(slash + 1).matches("\\d{1,3}")) {
      throw new IllegalArgumentException("'" + cidr + "' is no range such as 127.66.0.0/16");
    }
    byte[] octets = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
    int bits = Integer.parseInt(cidr.substring(slash + 1));
    for (int bit = bits; bit < octets.length * 8; bit++) {
      octets[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
    }
    return new HomeRange(address(octets), bits);
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
    int length = first.getAddress().length;
    int hostBits = Math.min(MOST_HOST_BITS, length * 8 - bits);
    if (offset < 1 || offset >= 1 << hostBits) {
      throw new IllegalArgumentException("the range has no room for address " + offset);
    }
    byte[] sum =
        new BigInteger(1, first.getAddress()).add(BigInteger.valueOf(offset)).toByteArray();
    byte[] octets = new byte[length];
    int copied = Math.min(length, sum.length);
    System.arraycopy(sum, sum.length - copied, octets, length - copied, copied);
    return address(octets);
  }

  /// The address at which everybody in the network hears, for IPv4.
  InetAddress broadcast() {
    byte[] octets = first.getAddress();
    int mine = first.isLoopbackAddress() ? 8 : bits;
    for (int bit = mine; bit < octets.length * 8; bit++) {
      octets[bit / 8] |= (byte) (0x80 >> (bit % 8));
    }
    return address(octets);
  }

  private static InetAddress address(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException impossible) {
      throw new AssertionError("no address: " + Arrays.toString(octets), impossible);
    }
  }

  private static int octet(String text) {
    if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > 255) {
      throw new IllegalArgumentException("'" + text + "' is no octet");
    }
    return Integer.parseInt(text);
  }
}
