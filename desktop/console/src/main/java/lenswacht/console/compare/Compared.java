package lenswacht.console.compare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.compare.Change;
import lenswacht.assessment.compare.Comparison;
import lenswacht.assessment.compare.Moment;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.casefile.DecisionChanges;
import lenswacht.console.desk.Gauge;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;

/// Two moments of a site and what changed between them, under the edition of today.
///
/// @param before the site of the earlier moment
/// @param after the site of the later moment
/// @param changes by cause
record Compared(String before, String after, List<Change> changes) {
  private static final int STEPS = 4;

  Compared {
    changes = List.copyOf(changes);
  }

  /// Compares an earlier case with a later one.
  static Compared of(
      CaseFile first,
      CaseFile second,
      Identifier identifier,
      Edition edition,
      LocalDate day,
      Gauge gauge)
      throws Exception {
    Moment start = moment(first, identifier, edition, day);
    gauge.at(1, STEPS);
    Moment said = moment(second, identifier, edition, day);
    gauge.at(2, STEPS);
    Moment site = said;
    if (!start.answers().equals(said.answers())) {
      site = said.judged(second.judge(identifier, edition, day, first.answers()));
    }
    gauge.at(3, STEPS);
    List<Change> changes =
        new ArrayList<>(Comparison.of(new Comparison.Steps(start, site, said, said, said)));
    changes.addAll(
        DecisionChanges.of(first.decisions(), second.decisions(), said.assessment(), edition));
    changes.sort(Comparator.comparing(Change::cause));
    return new Compared(first.site(), second.site(), changes);
  }

  private static Moment moment(CaseFile file, Identifier identifier, Edition edition, LocalDate day)
      throws CaseFileException {
    Assessment assessment = file.judge(identifier, edition, day);
    return new Moment(assessment, file.answers(), file.visits());
  }

  /// How many changes have a cause.
  long count(Change.Cause cause) {
    return changes.stream().filter(change -> change.cause() == cause).count();
  }

  /// The end of a day in the time of this computer's universal clock.
  static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant().minusNanos(1);
  }
}
