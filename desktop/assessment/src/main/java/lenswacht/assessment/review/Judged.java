package lenswacht.assessment.review;

import java.util.List;
import java.util.Optional;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.biometric.RatedSystem;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.knowledge.PolicyPack;

/// Everything that was judged of a site, from which statements are proposed.
///
/// @param assessment ratings, findings and verdicts
/// @param separation which zones reach which; empty where nobody named the zones
/// @param systems the systems that tell faces apart
/// @param pack the policy pack under which was judged
public record Judged(
    Assessment assessment,
    Optional<SeparationMatrix> separation,
    List<RatedSystem> systems,
    PolicyPack pack) {
  public Judged {
    systems = List.copyOf(systems);
  }
}
