package lenswacht.fingerprint.asset;

import java.util.List;
import java.util.Optional;
import lenswacht.fingerprint.Identification;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observation;

/// One asset, wherever it was met.
///
/// @param name what it is called, after where it was met; differs from that of every other asset
/// @param presences where it was met; at least once, where it is now before where it was
/// @param mac its hardware address, if that is known to be its own
/// @param identification who it is and how we know
/// @param joins why its addresses are taken for one asset; empty where it has one
/// @param cautions why answers cannot be taken at their word
/// @param observations every fact on it that is believed to be its own, in order of time
public record IdentifiedAsset(
    String name,
    List<Presence> presences,
    Optional<MacAddress> mac,
    Identification identification,
    List<Join> joins,
    List<Caution> cautions,
    List<Observation> observations) {
  public IdentifiedAsset {
    presences = List.copyOf(presences);
    joins = List.copyOf(joins);
    cautions = List.copyOf(cautions);
    observations = List.copyOf(observations);
  }
}
