package lenswacht.console.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.assessment.Visit;
import lenswacht.casefile.BoxDiary;
import lenswacht.casefile.CaseAudit;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.KeptAssessment;
import lenswacht.console.desk.Gauge;
import lenswacht.console.desk.Signing;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.observation.HandOver;

/// What came of verifying a case, and through whose hands it went.
///
/// @param audit of every journal
/// @param passed what changed hands, in order
/// @param kept the assessments that were kept, the oldest first
/// @param visits the scan runs
/// @param diary what befell the devices themselves; empty where a journal does not hold
/// @param devices that this console is paired with
record Custody(
    CaseAudit audit,
    List<HandOver.Terms> passed,
    List<KeptAssessment> kept,
    List<Visit> visits,
    Optional<BoxDiary> diary,
    List<HandOver.Thing.Device> devices) {
  private static final int STEPS = 2;

  Custody {
    passed = List.copyOf(passed);
    kept = List.copyOf(kept);
    visits = List.copyOf(visits);
    devices = List.copyOf(devices);
  }

  static Custody of(
      CaseFile file, Gauge gauge, Identifier identifier, Edition edition, Signing signing)
      throws Exception {
    List<HandOver.Terms> passed = new ArrayList<>();
    for (HandOver statement : file.custody()) {
      passed.add(statement.completed());
    }
    List<Visit> visits = file.visits();
    List<KeptAssessment> kept = file.assessments();
    gauge.at(1, STEPS);
    CaseAudit audit = file.audit(identifier, edition);
    Optional<BoxDiary> diary = audit.isWhole() ? Optional.of(file.boxDiary()) : Optional.empty();
    return new Custody(audit, passed, kept, visits, diary, signing.devices());
  }

  /// How many lines there are in all journals.
  long lines() {
    return audit.journals().stream().mapToLong(one -> one.audit().lines()).sum();
  }
}
