package lenswacht.assessment;

import java.util.List;
import java.util.Optional;
import lenswacht.assessment.advisory.AdvisoryAnswer;
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
/// @param judgement what was judged, and how much of what matters was known
public record RatedAsset(
    String address,
    Trace trace,
    Optional<MacAddress> mac,
    Identification identification,
    Rating espionage,
    Rating privacy,
    Judgement judgement) {

  /// What was judged, gravest first.
  public List<Finding> findings() {
    return judgement.findings();
  }

  /// What each vulnerability of which an advisory names its model means for it.
  public List<AdvisoryAnswer> advisories() {
    return judgement.advisories();
  }

  /// Share of the inputs of the model that were known, 0 to 1.
  public double coverage() {
    return judgement.coverage();
  }

  /// From where it can be reached.
  public Exposure exposure() {
    return judgement.exposure();
  }

  /// What people said of it that was seen to be otherwise.
  public List<Contradiction> contradictions() {
    return judgement.contradictions();
  }
}
