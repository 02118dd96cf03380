package lenswacht.observation;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// The addresses that a mandate allows: inside at least one range and outside every exclusion.
///
/// @param ranges what is allowed; at least one
/// @param exclusions what is taken out again; may be empty
public record ScanScope(List<AddressRange> ranges, List<AddressRange> exclusions) {
  public ScanScope {
    ranges = List.copyOf(ranges);
    exclusions = List.copyOf(exclusions);
    if (ranges.isEmpty()) {
      throw new IllegalArgumentException("a scope needs at least one range");
    }
  }

  /// Whether `address` may be asked anything.
  public boolean covers(InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address))
        && exclusions.stream().noneMatch(range -> range.contains(address));
  }

  /// Every address that may be asked, range by range, each once.
  public Stream<InetAddress> hosts() {
    return ranges.stream().flatMap(AddressRange::hosts).filter(this::covers).distinct();
  }

  /// Whether everything in scope is a loopback address, as in a practice building.
  public boolean isLoopback() {
    return ranges.stream().allMatch(range -> range.base().isLoopbackAddress());
  }
}
