package lenswacht.probe.net;

import java.util.EnumSet;
import java.util.Set;
import lenswacht.observation.AddressRange;

/// An IPv6 range that holds more addresses than can be asked one by one, and how hosts were looked
/// for in it.
///
/// @param range which
/// @param ways every way that was gone; empty where there was none
public record SearchedRange(AddressRange range, Set<SearchWay> ways) {
  public SearchedRange {
    ways = ways.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(ways));
  }

  /// Ways to find hosts among more addresses than can be asked.
  public enum SearchWay {
    /// An echo to all hosts of a segment (`ff02::1`).
    MULTICAST_ECHO,
    /// Addresses that were heard before anything was asked.
    HEARD,
    /// Addresses in the system's own table of neighbours.
    NEIGHBOUR_TABLE,
    /// Addresses that hosts with known hardware addresses give themselves (EUI-64).
    HARDWARE_ADDRESSES,
    /// Solicitations for all these addresses on the segment.
    SOLICITATION
  }
}
