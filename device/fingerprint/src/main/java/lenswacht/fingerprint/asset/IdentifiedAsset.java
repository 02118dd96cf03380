package lenswacht.fingerprint.asset;

import java.util.List;
import java.util.Optional;
import lenswacht.fingerprint.Identification;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observation;

/// One asset, wherever it was met.
///
/// @param name what it is called, after where it was met; differs from that of every other asset
/// @param trace where it was met and why that is one asset
/// @param mac its hardware address, if that is known to be its own
/// @param identification who it is and how we know
/// @param observations every fact on it that is believed to be its own, in order of time
public record IdentifiedAsset(
    String name,
    Trace trace,
    Optional<MacAddress> mac,
    Identification identification,
    List<Observation> observations) {
  public IdentifiedAsset {
    observations = List.copyOf(observations);
  }
}
