package lenswacht.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Visit;
import lenswacht.assessment.biometric.RatedSystem;
import lenswacht.assessment.outward.WaysOut;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.knowledge.Edition;
import lenswacht.observation.Coverage;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;

/// What a report tells.
///
/// @param assessment what was judged
/// @param visits the scan runs it rests on; empty where nothing was scanned
/// @param coverage what was looked at in them together, and what was not
/// @param waysOut whom the assets call outside, and how far that was looked at
/// @param separation which zones of the site reach which; empty where nobody named its zones
/// @param biometric the systems on the register of those that tell faces apart
/// @param edition the edition of knowledge it was judged with
/// @param evidence gives the evidence with an id, if it is kept
public record ReportContents(
    Assessment assessment,
    List<Visit> visits,
    Optional<Coverage> coverage,
    WaysOut waysOut,
    Optional<SeparationMatrix> separation,
    List<RatedSystem> biometric,
    Edition edition,
    Function<EvidenceId, Optional<Evidence>> evidence) {
  public ReportContents {
    visits = List.copyOf(visits);
    biometric = List.copyOf(biometric);
    if (!assessment.edition().equals(edition.id())) {
      throw new IllegalArgumentException(
          "the assessment was made with edition " + assessment.edition() + ", not " + edition.id());
    }
  }
}
