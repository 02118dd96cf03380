package lenswacht.agent;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lenswacht.observation.AddressRange;
import lenswacht.observation.AddressSet;
import lenswacht.observation.ScanScope;

/// A part of a scope that is swept in one go and journalled then, so that an interruption costs one
/// part and not the whole sweep.
///
/// @param ranges what it consists of
/// @param scope the same, so that a sweep of it reaches every address that a host can have there
record SweepBlock(List<AddressRange> ranges, ScanScope scope) {
  private static final int SMALLEST = 2048;
  private static final int LARGEST = 65_536;

  /// At the mandate's pace a part of a range takes some twenty seconds.
  private static final int PER_PACKET_A_SECOND = 3;

  private static final int AGAIN_BITS = 10;

  SweepBlock {
    ranges = List.copyOf(ranges);
  }

  /// The blocks of `scope` in which anything is left to sweep: those of IPv4 first, which are soon
  /// done and hold most of what there is.
  ///
  /// @param done what was swept before
  /// @param packetsPerSecond how fast the sweep may go
  static List<SweepBlock> of(ScanScope scope, AddressSet done, int packetsPerSecond) {
    int size = Math.clamp((long) packetsPerSecond * PER_PACKET_A_SECOND, SMALLEST, LARGEST);
    int prefix = Integer.SIZE - (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(size));
    List<SweepBlock> blocks = new ArrayList<>();
    List<AddressRange> next = new ArrayList<>();
    long held = 0;
    List<AddressRange> inTurn =
        scope.ranges().stream()
            .sorted(Comparator.comparing(range -> !(range.base() instanceof Inet4Address)))
            .toList();
    for (AddressRange range : inTurn) {
      List<AddressRange> parts =
          range.base() instanceof Inet4Address ? range.parts(prefix) : List.of(range);
      for (AddressRange part : parts) {
        long more = part.size().min(BigInteger.valueOf(LARGEST)).longValue();
        if (held > 0 && held + more > size) {
          add(blocks, next, scope, done);
          next.clear();
          held = 0;
        }
        next.add(part);
        held += more;
      }
    }
    add(blocks, next, scope, done);
    return blocks;
  }

  /// Blocks of the addresses `silent` of `scope`, so small that none of them counts as dark: every
  /// address is asked on every port.
  static List<SweepBlock> again(ScanScope scope, AddressSet silent) {
    List<SweepBlock> blocks = new ArrayList<>();
    List<AddressRange> next = new ArrayList<>();
    long held = 0;
    for (AddressRange range : silent.ranges()) {
      if (range.size().bitLength() > Integer.SIZE) {
        continue;
      }
      int width = range.base().getAddress().length * Byte.SIZE;
      for (AddressRange part : range.parts(Math.max(range.prefixLength(), width - AGAIN_BITS))) {
        long more = part.size().longValueExact();
        if (held > 0 && held + more > 1 << AGAIN_BITS) {
          add(blocks, next, scope, AddressSet.EMPTY);
          next.clear();
          held = 0;
        }
        next.add(part);
        held += more;
      }
    }
    if (!next.isEmpty()) {
      add(blocks, next, scope, AddressSet.EMPTY);
    }
    return blocks;
  }

  private static void add(
      List<SweepBlock> blocks, List<AddressRange> ranges, ScanScope scope, AddressSet done) {
    AddressSet all = scope.hostSet().and(new AddressSet(ranges));
    if (!all.minus(done).isEmpty()) {
      List<AddressRange> reached = new ArrayList<>(ranges);
      AddressSet inside = new ScanScope(ranges, List.of()).hostSet();
      reached.addAll(all.minus(inside).ranges());
      blocks.add(new SweepBlock(ranges, new ScanScope(reached, scope.exclusions())));
    }
  }
}
