package lenswacht.assessment;

import java.util.List;
import java.util.Optional;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.observation.MacAddress;

/// One asset with everything that is said about it.
///
/// @param address names the asset within a case: its IP address as text, with a port or another
///     address behind it where several assets share that one
/// @param trace where it was met and why that is one asset
/// @param mac hardware address if seen
/// @param identification who it is and how we know
/// @param espionage rating on the espionage axis
/// @param privacy rating on the privacy axis
/// @param findings what was judged, gravest first
/// @param exposure from where it can be reached
/// @param contradictions what people said of it that was seen to be otherwise
/// @param coverage share of the inputs of the model that were known, 0 to 1
public record RatedAsset(
    String address,
    Trace trace,
    Optional<MacAddress> mac,
    Identification identification,
    Rating espionage,
    Rating privacy,
    List<Finding> findings,
    Exposure exposure,
    List<Contradiction> contradictions,
    double coverage) {
  public RatedAsset {
    findings = List.copyOf(findings);
    contradictions = List.copyOf(contradictions);
  }
}
