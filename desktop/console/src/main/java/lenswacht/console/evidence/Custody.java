package lenswacht.console.evidence;

import java.util.ArrayList;
import java.util.List;
import lenswacht.assessment.Visit;
import lenswacht.casefile.CaseAudit;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.KeptAssessment;
import lenswacht.console.desk.Gauge;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.observation.HandOver;

/// What came of verifying a case, and through whose hands it went.
///
/// @param audit of every journal
/// @param passed what changed hands, in order
/// @param kept the assessments that were kept, the oldest first
/// @param visits the scan runs
record Custody(
    CaseAudit audit, List<HandOver.Terms> passed, List<KeptAssessment> kept, List<Visit> visits) {
  private static final int STEPS = 2;

  Custody {
    passed = List.copyOf(passed);
    kept = List.copyOf(kept);
    visits = List.copyOf(visits);
  }

  static Custody of(CaseFile file, Gauge gauge, Identifier identifier, Edition edition)
      throws Exception {
    List<HandOver.Terms> passed = new ArrayList<>();
    for (HandOver statement : file.custody()) {
      passed.add(statement.completed());
    }
    List<Visit> visits = file.visits();
    List<KeptAssessment> kept = file.assessments();
    gauge.at(1, STEPS);
    return new Custody(file.audit(identifier, edition), passed, kept, visits);
  }

  /// How many lines there are in all journals.
  long lines() {
    return audit.journals().stream().mapToLong(one -> one.audit().lines()).sum();
  }
}
