package lenswacht.console.desk;

import java.util.Map;
import lenswacht.fingerprint.Explanation;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;

/// Why an asset was identified as it was, with the evidence that its signs were read from.
///
/// @param explanation from what was seen to what was concluded
/// @param evidence what is kept of it, by its id
public record Explained(Explanation explanation, Map<EvidenceId, Evidence> evidence) {
  public Explained {
    evidence = Map.copyOf(evidence);
  }
}
