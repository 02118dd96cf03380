package lenswacht.console.compare;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.compare.Change;
import lenswacht.assessment.compare.Comparison;
import lenswacht.assessment.compare.EditionChanges;
import lenswacht.assessment.compare.Moment;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.casefile.DecisionChanges;
import lenswacht.console.desk.Gauge;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.KnowledgeFolder;
import lenswacht.knowledge.PackChoice;

/// Two moments of a site, or one moment under two editions, and what changed between them.
///
/// @param before the site of the earlier moment
/// @param after the site of the later moment
/// @param changes by cause
/// @param classes what became of the assets
record Compared(String before, String after, List<Change> changes, Classes classes) {
  private static final int STEPS = 4;

  /// What became of the assets. Whether one that appeared had been there before the earlier moment
  /// cannot be told from two moments.
  ///
  /// @param appeared they are there and were not
  /// @param gone they were there and are not, and somebody looked
  /// @param changed something about them is another
  /// @param same nothing is
  /// @param incomparable nobody looked at one of the two moments
  record Classes(long appeared, long gone, long changed, long same, long incomparable) {
    static Classes of(List<Change> changes, Assessment after) {
      Set<String> there =
          after.assets().stream().map(RatedAsset::address).collect(Collectors.toSet());
      Set<String> appeared = subjects(changes, Set.of(Change.What.APPEARED));
      Set<String> gone = subjects(changes, Set.of(Change.What.GONE));
      Set<String> open =
          subjects(changes, Set.of(Change.What.NOT_LOOKED_AT, Change.What.NEWLY_LOOKED_AT));
      appeared.retainAll(there);
      Set<String> changed = subjects(changes, EnumSet.allOf(Change.What.class));
      changed.retainAll(there);
      changed.removeAll(appeared);
      changed.removeAll(open);
      Set<String> same = new HashSet<>(there);
      same.removeAll(appeared);
      same.removeAll(changed);
      same.removeAll(open);
      gone.removeAll(there);
      return new Classes(appeared.size(), gone.size(), changed.size(), same.size(), open.size());
    }

    /// The first words of what changes are about: addresses, where they are about assets.
    private static Set<String> subjects(List<Change> changes, Set<Change.What> kinds) {
      return changes.stream()
          .filter(change -> kinds.contains(change.what()))
          .filter(
              change ->
                  change.cause() == Change.Cause.SITE
                      || change.cause() == Change.Cause.COVERAGE
                      || change.what() == Change.What.ESPIONAGE
                      || change.what() == Change.What.PRIVACY
                      || change.what() == Change.What.FIRES
                      || change.what() == Change.What.SILENT)
          .map(change -> change.subject().split(" ", 2)[0])
          .filter(subject -> subject.contains(".") || subject.contains(":"))
          .collect(Collectors.toCollection(HashSet::new));
    }
  }

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
    return new Compared(
        first.site(), second.site(), changes, Classes.of(changes, said.assessment()));
  }

  /// Judges one case under another edition and under that of today: what differs is due to the
  /// rules or to what is known, never to the site.
  ///
  /// @param folder the other edition
  static Compared underEditions(
      CaseFile file,
      KnowledgeFolder folder,
      Identifier identifier,
      Edition edition,
      LocalDate day,
      Gauge gauge)
      throws Exception {
    PackChoice pack = new PackChoice.Named(edition.pack().id());
    Edition other = Edition.read(folder, pack);
    gauge.at(1, STEPS);
    Moment before = moment(file, identifier, other, day);
    gauge.at(2, STEPS);
    Edition mixed = EditionChanges.mixed(KnowledgeFolder.bundled(), folder, pack);
    Moment rules = before.judged(file.judge(identifier, mixed, day));
    gauge.at(3, STEPS);
    Moment after = before.judged(file.judge(identifier, edition, day));
    List<Change> changes =
        new ArrayList<>(Comparison.of(new Comparison.Steps(before, before, before, rules, after)));
    changes.addAll(EditionChanges.of(other, edition));
    changes.sort(Comparator.comparing(Change::cause));
    return new Compared(file.site(), file.site(), changes, Classes.of(changes, after.assessment()));
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
