package lenswacht.fingerprint.asset;

import java.net.InetAddress;
import java.util.List;

/// Where an asset was met, why that is one asset, which of its answers cannot be taken at their
/// word, and what stands behind it.
///
/// @param presences where it was met; where it is now before where it was
/// @param joins why its addresses are taken for one asset; empty where it has one
/// @param cautions why answers cannot be taken at their word
/// @param channels its channels and what is behind them, or the sensors in its housing
public record Trace(
    List<Presence> presences, List<Join> joins, List<Caution> cautions, Channels channels) {
  /// Nothing is known but what the asset is called.
  public static final Trace NONE = new Trace(List.of(), List.of(), List.of());

  public Trace {
    presences = List.copyOf(presences);
    joins = List.copyOf(joins);
    cautions = List.copyOf(cautions);
  }

  /// Of an asset that tells of no channels.
  public Trace(List<Presence> presences, List<Join> joins, List<Caution> cautions) {
    this(presences, joins, cautions, Channels.NONE);
  }

  /// Whether it was met, but only through another asset: nothing was asked of it itself.
  public boolean isSeenThrough() {
    return !presences.isEmpty()
        && presences.stream().allMatch(presence -> presence.through().isPresent());
  }

  /// The addresses at which it answers itself, in order; none of another asset that it was seen
  /// through.
  public List<InetAddress> addresses() {
    return presences.stream()
        .filter(presence -> presence.through().isEmpty())
        .map(Presence::address)
        .distinct()
        .toList();
  }

  /// Where else it was met, besides the place that it is called after.
  public List<String> elsewhere() {
    return presences.stream().skip(1).map(Presence::name).distinct().toList();
  }
}
