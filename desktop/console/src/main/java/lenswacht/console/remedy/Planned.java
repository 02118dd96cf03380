package lenswacht.console.remedy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lenswacht.assessment.Goal;
import lenswacht.assessment.Level;
import lenswacht.assessment.Plan;
import lenswacht.assessment.Planner;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Visit;
import lenswacht.assessment.remedy.RemedyStanding;
import lenswacht.assessment.remedy.RemedyState;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.casefile.CaseFile;
import lenswacht.console.desk.Gauge;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.PriceList;
import lenswacht.knowledge.Remedy;

/// The plan for a goal, every other plan that is worth its money, and what was said of remedies.
///
/// @param edition remedies and rules
/// @param prices what they cost here
/// @param plan for the goal
/// @param front every plan that is worth its money, cheapest first
/// @param words what was said, the oldest first
/// @param visits the scan runs of the site
/// @param assets the rated assets
record Planned(
    Edition edition,
    PriceList prices,
    Plan plan,
    List<Plan> front,
    List<RemedyWord> words,
    List<Visit> visits,
    List<RatedAsset> assets) {
  private static final int STEPS = 3;

  Planned {
    front = List.copyOf(front);
    words = List.copyOf(words);
    visits = List.copyOf(visits);
    assets = List.copyOf(assets);
  }

  /// What to plan for.
  ///
  /// @param level no headline higher, on either axis
  /// @param prices the owner's; empty for the placeholders of the edition
  /// @param purposeMayChange whether the owner agreed to all that touch what a camera is for
  record Aim(Level level, Optional<PriceList> prices, boolean purposeMayChange) {}

  static Planned of(CaseFile file, Gauge gauge, Edition edition, List<RatedAsset> assets, Aim aim)
      throws Exception {
    PriceList prices = aim.prices().orElse(edition.remedies().prices());
    List<RemedyWord> words = file.decisions().remedies();
    Set<String> unwanted =
        RemedyStanding.unwanted(edition.remedies().all(), words, aim.purposeMayChange());
    Planner planner = new Planner(edition, prices);
    gauge.at(1, STEPS);
    Plan plan = planner.plan(assets, new Goal(aim.level(), aim.level(), true, unwanted));
    gauge.at(2, STEPS);
    List<Plan> front = planner.front(assets, true, unwanted);
    return new Planned(edition, prices, plan, front, words, file.visits(), assets);
  }

  /// The remedy of a step.
  Remedy remedy(Plan.Step step) {
    return edition.remedies().all().stream()
        .filter(remedy -> remedy.id().equals(step.remedy()))
        .findFirst()
        .orElseThrow();
  }

  /// The steps of a plan, those first that silence what must be silenced.
  List<Plan.Step> ordered(Plan of) {
    return of.steps().stream()
        .sorted(Comparator.comparing((Plan.Step step) -> must(step).isEmpty()))
        .toList();
  }

  /// The rules among those that a step silences that must be silenced.
  Set<String> must(Plan.Step step) {
    Set<String> must = new TreeSet<>(step.silences());
    must.retainAll(edition.remedies().hard());
    return must;
  }

  /// How a remedy stands on each asset of a step.
  List<RemedyStanding> standings(Plan.Step step) {
    Remedy remedy = remedy(step);
    return assets.stream()
        .filter(asset -> step.addresses().contains(asset.address()))
        .map(asset -> RemedyStanding.of(remedy, asset, words, visits))
        .toList();
  }

  /// The state that the least advanced asset of a step has.
  RemedyState state(Plan.Step step) {
    return standings(step).stream()
        .map(RemedyStanding::state)
        .min(Comparator.naturalOrder())
        .orElse(RemedyState.PROPOSED);
  }

  /// Euros of a plan that nobody gave as a price.
  long placeholders(Plan of) {
    return of.steps().stream()
        .filter(step -> prices.isPlaceholder(remedy(step)))
        .mapToLong(Plan.Step::euros)
        .sum();
  }
}
