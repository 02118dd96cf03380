package lenswacht.observation;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A set of addresses, IPv4 and IPv6, as the fewest blocks that hold them and nothing else.
///
/// @param ranges these blocks, ascending, IPv4 first; whatever is given is brought into this form
public record AddressSet(List<AddressRange> ranges) {
  /// No address.
  public static final AddressSet EMPTY = new AddressSet(List.of());

  /// IPv6 addresses are counted from here on, so that no IPv4 address is among them.
  private static final BigInteger SIXTH = BigInteger.ONE.shiftLeft(128);

  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  public AddressSet {
    ranges = blocks(stretches(ranges));
  }

  /// The addresses of `ranges`.
  public static AddressSet of(AddressRange... ranges) {
    return new AddressSet(Arrays.asList(ranges));
  }

  /// These addresses.
  public static AddressSet ofAddresses(Collection<InetAddress> addresses) {
    return new AddressSet(
        addresses.stream()
            .map(one -> new AddressRange(one, one.getAddress().length * Byte.SIZE))
            .toList());
  }

  /// Whether `address` is among them.
  public boolean contains(InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  /// Whether there is none.
  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /// How many there are; the largest `long` for more than that.
  public long size() {
    BigInteger sum = BigInteger.ZERO;
    for (AddressRange range : ranges) {
      sum = sum.add(range.size());
    }
    return sum.min(MOST).longValue();
  }

  /// Every address, in order, made one by one.
  public Iterable<InetAddress> addresses() {
    return () ->
        stretches(ranges).stream()
            .flatMap(
                stretch ->
                    Stream.iterate(
                        stretch.from,
                        next -> next.compareTo(stretch.to) <= 0,
                        next -> next.add(BigInteger.ONE)))
            .map(AddressSet::address)
            .iterator();
  }

  /// These and `others`.
  public AddressSet plus(AddressSet others) {
    List<AddressRange> both = new ArrayList<>(ranges);
    both.addAll(others.ranges);
    return new AddressSet(both);
  }

  /// These without `others`.
  public AddressSet minus(AddressSet others) {
    List<Stretch> left = new ArrayList<>();
    List<Stretch> taken = stretches(others.ranges);
    int at = 0;
    for (Stretch mine : stretches(ranges)) {
      BigInteger from = mine.from;
      while (at < taken.size() && taken.get(at).to.compareTo(from) < 0) {
        at++;
      }
      for (int i = at; i < taken.size() && taken.get(i).from.compareTo(mine.to) <= 0; i++) {
        if (taken.get(i).from.compareTo(from) > 0) {
          left.add(new Stretch(from, taken.get(i).from.subtract(BigInteger.ONE)));
        }
        from = from.max(taken.get(i).to.add(BigInteger.ONE));
      }
      if (from.compareTo(mine.to) <= 0) {
        left.add(new Stretch(from, mine.to));
      }
    }
    return new AddressSet(blocks(left));
  }

  /// Those that are among `others` too.
  public AddressSet and(AddressSet others) {
    return minus(minus(others));
  }

  /// Consecutive addresses, both ends included.
  private record Stretch(BigInteger from, BigInteger to) {}

  private static List<Stretch> stretches(Collection<AddressRange> ranges) {
    List<Stretch> sorted =
        ranges.stream()
            .map(
                range -> {
                  BigInteger from = number(range.base());
                  return new Stretch(from, from.add(range.size()).subtract(BigInteger.ONE));
                })
            .sorted(Comparator.comparing(Stretch::from))
            .toList();
    List<Stretch> joined = new ArrayList<>();
    for (Stretch next : sorted) {
      Stretch last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && next.from.compareTo(last.to.add(BigInteger.ONE)) <= 0) {
        joined.set(joined.size() - 1, new Stretch(last.from, last.to.max(next.to)));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private static List<AddressRange> blocks(List<Stretch> stretches) {
    List<AddressRange> blocks = new ArrayList<>();
    for (Stretch stretch : stretches) {
      int width = width(stretch.from);
      BigInteger from = stretch.from;
      while (from.compareTo(stretch.to) <= 0) {
        int room = stretch.to.subtract(from).add(BigInteger.ONE).bitLength() - 1;
        int aligned = from.signum() == 0 ? width : from.getLowestSetBit();
        int hostBits = Math.min(width, Math.min(room, aligned));
        blocks.add(new AddressRange(address(from), width - hostBits));
        from = from.add(BigInteger.ONE.shiftLeft(hostBits));
      }
    }
    return List.copyOf(blocks);
  }

  private static BigInteger number(InetAddress address) {
    byte[] octets = address.getAddress();
    BigInteger number = new BigInteger(1, octets);
    return octets.length * Byte.SIZE == Integer.SIZE ? number : number.add(SIXTH);
  }

  private static int width(BigInteger number) {
    return number.compareTo(SIXTH) < 0 ? Integer.SIZE : 128;
  }

  private static InetAddress address(BigInteger number) {
    byte[] octets = new byte[width(number) / Byte.SIZE];
    BigInteger rest = number;
    for (int i = octets.length - 1; i >= 0; i--) {
      octets[i] = rest.byteValue();
      rest = rest.shiftRight(Byte.SIZE);
    }
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("an address of " + octets.length + " octets", impossible);
    }
  }
}
