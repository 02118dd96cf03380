package lenswacht.report;

import java.util.List;
import java.util.Optional;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Visit;
import lenswacht.knowledge.Edition;
import lenswacht.observation.Coverage;

/// What a report tells.
///
/// @param assessment what was judged
/// @param seen what it rests on that visits showed
/// @param said what it rests on that people said
/// @param edition the edition of knowledge it was judged with
/// @param evidence gives the evidence with an id, if it is kept
public record ReportContents(
    Assessment assessment, Seen seen, Said said, Edition edition, EvidenceShelf evidence) {
  public ReportContents {
    if (!assessment.edition().equals(edition.id())) {
      throw new IllegalArgumentException(
          "the assessment was made with edition " + assessment.edition() + ", not " + edition.id());
    }
  }

  List<Visit> visits() {
    return seen.visits();
  }

  Optional<Coverage> coverage() {
    return seen.coverage();
  }
}
