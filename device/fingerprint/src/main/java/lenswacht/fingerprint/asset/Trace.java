package lenswacht.fingerprint.asset;

import java.net.InetAddress;
import java.util.List;

/// Where an asset was met, why that is one asset, and which of its answers cannot be taken at their
/// word.
///
/// @param presences where it was met; where it is now before where it was
/// @param joins why its addresses are taken for one asset; empty where it has one
/// @param cautions why answers cannot be taken at their word
public record Trace(List<Presence> presences, List<Join> joins, List<Caution> cautions) {
  /// Nothing is known but what the asset is called.
  public static final Trace NONE = new Trace(List.of(), List.of(), List.of());

  public Trace {
    presences = List.copyOf(presences);
    joins = List.copyOf(joins);
    cautions = List.copyOf(cautions);
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
