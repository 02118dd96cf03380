package lenswacht.assessment;

import java.util.List;
import java.util.Optional;
import lenswacht.fingerprint.Identification;
import lenswacht.observation.MacAddress;

/// One asset with everything that is said about it.
///
/// @param address IP address as text; names the asset within a case
/// @param mac hardware address if seen
/// @param identification who it is and how we know
/// @param espionage rating on the espionage axis
/// @param privacy rating on the privacy axis
/// @param findings what was judged, gravest first
/// @param coverage share of the inputs of the model that were known, 0 to 1
public record RatedAsset(
    String address,
    Optional<MacAddress> mac,
    Identification identification,
    Rating espionage,
    Rating privacy,
    List<Finding> findings,
    double coverage) {
  public RatedAsset {
    findings = List.copyOf(findings);
  }
}
