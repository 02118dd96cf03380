package lenswacht.assessment.separation;

import java.net.InetAddress;
import java.util.List;
import lenswacht.knowledge.ZoneRole;
import lenswacht.observation.AddressRange;

/// A part of a building's network, as its owner names it.
///
/// @param name for example `camera VLAN 30`; at most 80 characters
/// @param role what it is for
/// @param ranges its addresses; empty for a zone that is only stood in, a socket on the facade for
///     example
public record Zone(String name, ZoneRole role, List<AddressRange> ranges) {
  private static final int LONGEST_NAME = 80;

  public Zone {
    ranges = List.copyOf(ranges);
    if (name.isBlank() || name.length() > LONGEST_NAME || !name.equals(name.strip())) {
      throw new IllegalArgumentException(
          "a zone has a name of at most " + LONGEST_NAME + " characters");
    }
  }

  /// Whether `address` is one of its addresses.
  public boolean contains(InetAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }
}
