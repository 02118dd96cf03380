package lenswacht.assessment.exposure;

import java.util.List;
import lenswacht.knowledge.Truth;

/// One step of a path.
///
/// @param place where it leads
/// @param way how one comes there from the place before
/// @param open whether that way is open
/// @param grounds what carries that; empty where nothing was seen
public record Hop(Place place, Way way, Truth open, List<Ground> grounds) {
  public Hop {
    grounds = List.copyOf(grounds);
  }

  /// How one place leads to the next.
  public enum Way {
    /// The path begins here.
    BEGINS,
    /// The address is routed on the internet.
    ROUTED,
    /// The address is not routed on the internet: another network lies in between.
    OTHER_NETWORK,
    /// A mapping of the gateway.
    MAPPING,
    /// The gateway passes on everything that is not mapped otherwise.
    DMZ,
    /// The gateway lets traffic of IPv6 pass.
    FIREWALL,
    /// Over the network inside.
    INSIDE,
    /// A neighbouring zone is let in.
    ZONE_PASSAGE,
    /// An asset stands in both zones.
    BRIDGE,
    /// The asset itself calls out and keeps the connection.
    CALLS_OUT,
    /// It was seen from there.
    SEEN
  }
}
