package lenswacht.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.biometric.BiometricSystem;
import lenswacht.assessment.compare.Change;
import lenswacht.assessment.compare.Change.Cause;
import lenswacht.assessment.compare.Change.What;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.knowledge.Edition;

/// What becomes of decisions from one case to the next. A decision is never dropped: it holds, it
/// holds without what it was about, or the later case does not have it.
public final class DecisionChanges {
  private DecisionChanges() {}

  /// What became of the decisions of `before` in `after`.
  ///
  /// @param assessment of the later case
  /// @param edition whose remedies are known
  public static List<Change> of(
      DecisionBook before, DecisionBook after, Assessment assessment, Edition edition)
      throws CaseFileException {
    Set<String> addresses =
        assessment.assets().stream().map(RatedAsset::address).collect(Collectors.toSet());
    List<Change> changes = new ArrayList<>();
    Map<String, RemedyWord> later = last(after.remedies());
    last(before.remedies())
        .forEach(
            (key, word) -> {
              boolean hasGround =
                  (word.address().isEmpty() || addresses.contains(word.address()))
                      && edition.remedies().all().stream()
                          .anyMatch(remedy -> remedy.id().equals(word.remedy()));
              RemedyWord now = later.get(key);
              changes.add(
                  new Change(
                      Cause.DECISIONS,
                      key,
                      what(now != null, hasGround),
                      text(word),
                      now == null ? "" : text(now)));
            });
    Map<String, BiometricSystem> systems = new LinkedHashMap<>();
    for (KeptSystem kept : after.register()) {
      systems.put(kept.system().name(), kept.system());
    }
    for (KeptSystem kept : before.register()) {
      BiometricSystem system = kept.system();
      boolean hasGround =
          system.assets().isEmpty() || system.assets().stream().anyMatch(addresses::contains);
      changes.add(
          new Change(
              Cause.DECISIONS,
              system.name(),
              what(systems.containsKey(system.name()), hasGround),
              system.kind().word(),
              ""));
    }
    return changes;
  }

  private static What what(boolean isThere, boolean hasGround) {
    if (!isThere) {
      return What.NOT_CARRIED_OVER;
    }
    return hasGround ? What.HOLDS : What.WITHOUT_GROUND;
  }

  private static String text(RemedyWord word) {
    return word.state().word() + ", " + word.by() + ", " + word.at();
  }

  /// The last word on each remedy of the site and of each asset.
  private static Map<String, RemedyWord> last(List<RemedyWord> words) {
    Map<String, RemedyWord> last = new LinkedHashMap<>();
    words.forEach(word -> last.put((word.remedy() + " " + word.address()).strip(), word));
    return last;
  }
}
