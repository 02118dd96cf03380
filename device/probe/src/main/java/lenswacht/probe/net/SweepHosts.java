package lenswacht.probe.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lenswacht.observation.AddressRange;
import lenswacht.observation.ScanScope;

/// The IPv4 addresses of a sweep, as numbers: four octets each, however many there are. A host is
/// known by its place among them.
final class SweepHosts {
  private static final int FLIP = Integer.MIN_VALUE;
  private static final double GOLDEN = 0.618_033_988_75;

  /// Ascending, with the highest bit flipped, so that signed order is address order.
  private final int[] flipped;

  private final long stride;

  private SweepHosts(int[] flipped) {
    this.flipped = flipped;
    this.stride = stride(flipped.length);
  }

  /// The addresses that hosts can have in `scope` and that `mandate` covers, each once.
  static SweepHosts of(ScanScope scope, ScanScope mandate) {
    int[] all =
        scope.ranges().stream()
            .filter(range -> range.base() instanceof Inet4Address)
            .flatMap(AddressRange::hosts)
            .filter(address -> scope.covers(address) && mandate.covers(address))
            .mapToInt(SweepHosts::number)
            .map(number -> number ^ FLIP)
            .sorted()
            .toArray();
    int kept = 0;
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[kept++] = all[i];
      }
    }
    return new SweepHosts(Arrays.copyOf(all, kept));
  }

  int size() {
    return flipped.length;
  }

  /// The address of the host at `index`.
  int address(int index) {
    return flipped[index] ^ FLIP;
  }

  /// Where `address` stands, or -1.
  int indexOf(int address) {
    int wanted = address ^ FLIP;
    if (flipped.length == 0 || wanted < flipped[0]) {
      return -1;
    }
    long guess = (long) wanted - flipped[0];
    if (guess < flipped.length && flipped[(int) guess] == wanted) {
      return (int) guess;
    }
    int found = Arrays.binarySearch(flipped, wanted);
    return found < 0 ? -1 : found;
  }

  /// The host that is asked at `turn`: a fixed order that goes round all subnets before it comes
  /// near the same place again.
  int inTurn(int turn) {
    return (int) (turn * stride % flipped.length);
  }

  /// The hosts whose place `which` keeps.
  SweepHosts only(IntPredicate which) {
    return new SweepHosts(
        IntStream.range(0, flipped.length).filter(which).map(i -> flipped[i]).toArray());
  }

  /// Whether any host stands in `segment`.
  boolean isAnyIn(LocalNetwork.Segment segment) {
    return IntStream.range(0, size()).anyMatch(i -> segment.contains(address(i)));
  }

  /// The addresses of the hosts in `which`.
  InetAddress[] addresses(BitSet which) {
    return which.stream().mapToObj(i -> inet(address(i))).toArray(InetAddress[]::new);
  }

  static int number(InetAddress address) {
    return NetworkOrder.intAt(address.getAddress(), 0);
  }

  static InetAddress inet(int address) {
    byte[] octets = new byte[4];
    NetworkOrder.putInt(octets, 0, address);
    return NetworkOrder.address(octets);
  }

  private static long stride(int size) {
    long candidate = Math.max(1, (long) (size * GOLDEN));
    while (divisor(candidate, size) > 1) {
      candidate++;
    }
    return candidate;
  }

  private static long divisor(long a, long b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
