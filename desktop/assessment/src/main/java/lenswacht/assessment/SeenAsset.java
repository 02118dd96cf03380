package lenswacht.assessment;

import java.util.List;
import java.util.Optional;
import lenswacht.fingerprint.Identification;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observation;

/// One asset as it was seen and identified, before it is judged.
///
/// @param address IP address as text; names the asset within a case
/// @param mac hardware address if seen
/// @param identification who it is and how we know
/// @param observations every fact that was read about it
public record SeenAsset(
    String address,
    Optional<MacAddress> mac,
    Identification identification,
    List<Observation> observations) {
  public SeenAsset {
    observations = List.copyOf(observations);
  }
}
