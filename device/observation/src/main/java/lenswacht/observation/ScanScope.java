package lenswacht.observation;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The addresses that a mandate allows: inside at least one range and outside every exclusion.
///
/// @param ranges what is allowed; at least one
/// @param exclusions what is taken out again; may be empty
public record ScanScope(List<AddressRange> ranges, List<AddressRange> exclusions) {
  private static final BigInteger MOST_ADDRESSES = BigInteger.ONE.shiftLeft(20);

  private static final int WIDEST_IPV6 = 32;

  /// "This network", multicast, and what is reserved above it with the broadcast address.
  private static final List<AddressRange> NO_HOSTS =
      List.of(
          AddressRange.parse("0.0.0.0/8"),
          AddressRange.parse("224.0.0.0/3"),
          AddressRange.parse("ff00::/8"));

  public ScanScope {
    ranges = List.copyOf(ranges);
    exclusions = List.copyOf(exclusions);
    if (ranges.isEmpty()) {
      throw new IllegalArgumentException("a scope needs at least one range");
    }
  }

  /// What several scopes allow together: an exclusion of one holds where no other allows what it
  /// takes out.
  ///
  /// @param scopes at least one
  public static ScanScope allOf(List<ScanScope> scopes) {
    List<AddressRange> all =
        scopes.stream().flatMap(scope -> scope.ranges.stream()).distinct().toList();
    return new ScanScope(
        all.stream()
            .filter(
                range ->
                    all.stream().noneMatch(wider -> !wider.equals(range) && wider.contains(range)))
            .toList(),
        scopes.stream()
            .flatMap(scope -> scope.exclusions.stream())
            .distinct()
            .filter(out -> scopes.stream().noneMatch(scope -> scope.covers(out.base())))
            .toList());
  }

  /// Whether `address` may be asked anything.
  public boolean covers(InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address))
        && exclusions.stream().noneMatch(range -> range.contains(address));
  }

  /// Whether every address of `range` may be asked.
  public boolean covers(AddressRange range) {
    return ranges.stream().anyMatch(one -> one.contains(range))
        && exclusions.stream().noneMatch(range::overlaps);
  }

  /// Whether an address of `range` may be asked, as far as whole ranges tell.
  public boolean touches(AddressRange range) {
    return ranges.stream().anyMatch(range::overlaps)
        && exclusions.stream().noneMatch(out -> out.contains(range));
  }

  /// Every address that may be asked, range by range, each once; without ranges whose addresses are
  /// too many to be asked one by one.
  public Stream<InetAddress> hosts() {
    return ranges.stream()
        .filter(AddressRange::isSweepable)
        .flatMap(AddressRange::hosts)
        .filter(this::covers)
        .distinct();
  }

  /// Number of addresses in the ranges whose addresses are asked one by one; those that are taken
  /// out again count.
  public long size() {
    return ranges.stream()
        .filter(AddressRange::isSweepable)
        .mapToLong(range -> range.size().longValue())
        .sum();
  }

  /// The addresses that hosts can have in this scope, as a set: those that [#hosts] names, and for
  /// ranges that are too large to be named one by one all that a host can have.
  public AddressSet hostSet() {
    AddressSet all = AddressSet.EMPTY;
    for (AddressRange range : ranges) {
      all = all.plus(AddressSet.of(range).minus(new AddressSet(range.ends())));
    }
    return all.minus(new AddressSet(exclusions));
  }

  /// What makes this scope unfit for a scan, as a sentence; empty where nothing does.
  public Optional<String> objection() {
    BigInteger addresses = BigInteger.ZERO;
    for (AddressRange range : ranges) {
      InetAddress base = range.base();
      boolean isHosts = !base.isMulticastAddress() && NO_HOSTS.stream().noneMatch(range::overlaps);
      if (!isHosts) {
        return Optional.of(range + " holds addresses that no host can have");
      }
      if (base instanceof Inet6Address && !range.isSweepable()) {
        if (range.prefixLength() < WIDEST_IPV6 && !base.isLinkLocalAddress()) {
          return Optional.of(range + " holds the networks of more than one organisation");
        }
      } else {
        addresses = addresses.add(range.size());
      }
    }
    if (addresses.compareTo(MOST_ADDRESSES) > 0) {
      return Optional.of("more than " + MOST_ADDRESSES + " addresses are too many for one scan");
    }
    boolean isAnyLeft =
        ranges.stream()
                .filter(range -> !range.isSweepable())
                .anyMatch(range -> exclusions.stream().noneMatch(out -> out.contains(range)))
            || hosts().findFirst().isPresent();
    return !isAnyLeft ? Optional.of("the exclusions leave no address") : Optional.empty();
  }

  /// Whether everything in scope is a loopback address, as in a practice building.
  public boolean isLoopback() {
    return ranges.stream().allMatch(range -> range.base().isLoopbackAddress());
  }
}
