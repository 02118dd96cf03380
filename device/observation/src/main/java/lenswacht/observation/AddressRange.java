package lenswacht.observation;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A block of addresses in CIDR form, IPv4 or IPv6, for example `10.20.30.0/24`.
///
/// @param base the lowest address of the block; its host bits are zero
/// @param prefixLength number of leading bits that all addresses share: 0 to 32 (IPv4) or 0 to 128
///     (IPv6)
public record AddressRange(InetAddress base, int prefixLength) {
  private static final int MOST_HOST_BITS_4 = 24;
  private static final int MOST_HOST_BITS_6 = 12;
  private static final String DOTTED_QUAD = "\\d{1,3}(?:\\.\\d{1,3}){3}";

  public AddressRange {
    int width = base.getAddress().length * 8;
    if (prefixLength < 0 || prefixLength > width) {
      throw new IllegalArgumentException(
          "prefix length " + prefixLength + " is not between 0 and " + width);
    }
    BigInteger value = new BigInteger(1, base.getAddress());
    if (value.getLowestSetBit() != -1 && value.getLowestSetBit() < width - prefixLength) {
      throw new IllegalArgumentException(
          base.getHostAddress() + "/" + prefixLength + " has bits set beyond its prefix");
    }
  }

  /// Reads `address/prefix`, or a single address. Never asks a name server.
  ///
  /// @throws IllegalArgumentException if `text` is not an address block
  public static AddressRange parse(String text) {
    String trimmed = text.strip();
    int slash = trimmed.indexOf('/');
    InetAddress base = literal(slash < 0 ? trimmed : trimmed.substring(0, slash).strip());
    int width = base.getAddress().length * 8;
    int prefix = width;
    if (slash >= 0) {
      String digits = trimmed.substring(slash + 1).strip();
      if (!digits.matches("\\d{1,3}")) {
        throw new IllegalArgumentException("'" + text + "' has no prefix length behind the slash");
      }
      prefix = Integer.parseInt(digits);
    }
    return new AddressRange(base, prefix);
  }

  /// The block of this length that `address` lies in.
  public static AddressRange around(InetAddress address, int prefixLength) {
    byte[] octets = address.getAddress();
    for (int bit = prefixLength; bit < octets.length * 8; bit++) {
      octets[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
    }
    return new AddressRange(ofOctets(octets), prefixLength);
  }

  private static InetAddress literal(String text) {
    boolean plain = text.contains(":") ? text.matches("[0-9A-Fa-f:.]+") : text.matches(DOTTED_QUAD);
    if (!plain) {
      throw new IllegalArgumentException("'" + text + "' is no IP address");
    }
    return InetAddress.ofLiteral(text);
  }

  /// Whether `address` lies in this block. An IPv4 address never lies in an IPv6 block.
  public boolean contains(InetAddress address) {
    byte[] mine = base.getAddress();
    byte[] theirs = address.getAddress();
    if (mine.length != theirs.length) {
      return false;
    }
    int whole = prefixLength / 8;
    for (int i = 0; i < whole; i++) {
      if (mine[i] != theirs[i]) {
        return false;
      }
    }
    int rest = prefixLength % 8;
    return rest == 0 || ((mine[whole] ^ theirs[whole]) & 0xff) >> (8 - rest) == 0;
  }

  /// Whether every address of `other` lies in this block.
  public boolean contains(AddressRange other) {
    return other.prefixLength >= prefixLength && contains(other.base);
  }

  /// Whether any address lies in both.
  public boolean overlaps(AddressRange other) {
    return contains(other.base) || other.contains(base);
  }

  /// Whether its addresses are few enough to be asked one by one: every IPv4 block of /8 and
  /// smaller, of IPv6 those of /116 and smaller. In larger ones hosts are searched for.
  public boolean isSweepable() {
    int hostBits = base.getAddress().length * 8 - prefixLength;
    return hostBits <= (base instanceof Inet6Address ? MOST_HOST_BITS_6 : MOST_HOST_BITS_4);
  }

  /// Number of addresses, 2 to the power of the host bits.
  public BigInteger size() {
    return BigInteger.ONE.shiftLeft(base.getAddress().length * 8 - prefixLength);
  }

  /// The addresses that a host can have, in order: for IPv4 blocks of /30 and larger without the
  /// network's own address and its broadcast address, else all.
  ///
  /// @throws IllegalStateException for blocks of more than 2^24 addresses, which nobody sweeps one
  ///     by one
  public Stream<InetAddress> hosts() {
    int hostBits = base.getAddress().length * 8 - prefixLength;
    if (hostBits > MOST_HOST_BITS_4) {
      throw new IllegalStateException(this + " is too large to be swept address by address");
    }
    boolean skipEnds = hasEnds();
    long count = 1L << hostBits;
    return LongStream.range(skipEnds ? 1 : 0, skipEnds ? count - 1 : count).mapToObj(this::nth);
  }

  /// The blocks of a longer prefix that this block consists of, in order; itself alone where its
  /// own prefix is as long.
  ///
  /// @throws IllegalArgumentException if these would be more than 65,536
  public List<AddressRange> parts(int longer) {
    int extra = Math.max(0, longer - prefixLength);
    int width = base.getAddress().length * 8;
    if (extra > 16 || longer > width) {
      throw new IllegalArgumentException(this + " has too many parts of /" + longer);
    }
    return extra == 0
        ? List.of(this)
        : LongStream.range(0, 1L << extra)
            .mapToObj(part -> new AddressRange(nth(part << (width - longer)), longer))
            .toList();
  }

  /// The network's own address and its broadcast address, where the block has them.
  List<AddressRange> ends() {
    int width = base.getAddress().length * 8;
    return hasEnds()
        ? List.of(
            new AddressRange(base, width),
            new AddressRange(nth((1L << (width - prefixLength)) - 1), width))
        : List.of();
  }

  private boolean hasEnds() {
    return !(base instanceof Inet6Address) && prefixLength <= Integer.SIZE - 2;
  }

  private InetAddress nth(long offset) {
    byte[] octets = base.getAddress();
    long carry = offset;
    for (int i = octets.length - 1; carry != 0; i--) {
      carry += octets[i] & 0xff;
      octets[i] = (byte) carry;
      carry >>= 8;
    }
    return ofOctets(octets);
  }

  private static InetAddress ofOctets(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("an address of " + octets.length + " octets", impossible);
    }
  }

  @Override
  public String toString() {
    return base.getHostAddress() + "/" + prefixLength;
  }
}
