package lenswacht.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lenswacht.assessment.Level;
import lenswacht.assessment.Plan;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.remedy.RemedyStanding;
import lenswacht.assessment.remedy.RemedyState;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.PriceList;
import lenswacht.knowledge.Remedy;

/// A plan as a command prints it. Steps that silence what must be silenced come first.
final class PlanText {
  static final List<String> COLUMNS =
      List.of("remedy", "what", "euros", "price", "state", "assets", "silences", "must");
  static final List<String> FRONT_COLUMNS =
      List.of("euros", "of_which_placeholder", "espionage", "privacy", "remedies");

  private final Edition edition;
  private final PriceList prices;
  private final List<RemedyWord> words;
  private final Locale language;

  PlanText(Edition edition, PriceList prices, List<RemedyWord> words, Locale language) {
    this.edition = edition;
    this.prices = prices;
    this.words = List.copyOf(words);
    this.language = language;
  }

  private Remedy remedy(Plan.Step step) {
    return edition.remedies().all().stream()
        .filter(remedy -> remedy.id().equals(step.remedy()))
        .findFirst()
        .orElseThrow();
  }

  private List<Plan.Step> ordered(Plan plan) {
    return plan.steps().stream()
        .sorted(Comparator.comparing((Plan.Step step) -> must(step).isEmpty()))
        .toList();
  }

  /// The rules among those it silences that must be silenced.
  private Set<String> must(Plan.Step step) {
    Set<String> must = new TreeSet<>(step.silences());
    must.retainAll(edition.remedies().hard());
    return must;
  }

  /// The state that the least advanced asset of a step has.
  private RemedyState state(Plan.Step step) {
    return step.addresses().stream()
        .map(
            address ->
                RemedyStanding.last(step.remedy(), address, words)
                    .map(RemedyWord::state)
                    .orElse(RemedyState.PROPOSED))
        .min(Comparator.naturalOrder())
        .orElse(RemedyState.PROPOSED);
  }

  List<List<String>> steps(Plan plan) {
    List<List<String>> rows = new ArrayList<>();
    for (Plan.Step step : ordered(plan)) {
      Remedy remedy = remedy(step);
      rows.add(
          List.of(
              step.remedy(),
              remedy.title(language),
              Long.toString(step.euros()),
              prices.isPlaceholder(remedy) ? "placeholder" : "own",
              state(step).word(),
              String.join(" ", step.addresses()),
              String.join(" ", silences(step)),
              String.join(" ", must(step))));
    }
    return rows;
  }

  /// The rules that a step silences, and where it silences none the factors that it limits.
  private List<String> silences(Plan.Step step) {
    return step.silences().isEmpty() ? remedy(step).caps() : step.silences();
  }

  private long placeholders(Plan plan) {
    return plan.steps().stream()
        .filter(step -> prices.isPlaceholder(remedy(step)))
        .mapToLong(Plan.Step::euros)
        .sum();
  }

  List<List<String>> front(List<Plan> plans) {
    return plans.stream()
        .map(
            plan ->
                List.of(
                    Long.toString(plan.euros()),
                    Long.toString(placeholders(plan)),
                    word(plan.espionage()),
                    word(plan.privacy()),
                    plan.steps().stream().map(Plan.Step::remedy).collect(Collectors.joining(" "))))
        .toList();
  }

  /// What stands below a plan.
  List<String> remarks(Plan plan) {
    boolean isDutch = language.getLanguage().equals("nl");
    List<String> remarks = new ArrayList<>();
    remarks.add(
        (isDutch
                ? "EUR %d, daarna ten hoogste spionage %s, privacy %s; telt pas na bewijs"
                : "EUR %d, afterwards espionage %s, privacy %s at most; counts only after proof")
            .formatted(plan.euros(), word(plan.espionage()), word(plan.privacy())));
    if (placeholders(plan) > 0) {
      remarks.add(
          (isDutch
                  ? "EUR %d daarvan zijn vooraf ingevulde bedragen, geen prijzen van de eigenaar"
                  : "EUR %d of that are placeholders, no prices of the owner")
              .formatted(placeholders(plan)));
    }
    if (!plan.isReached()) {
      remarks.add(
          (isDutch ? "buiten bereik: " : "out of reach: ") + String.join(", ", plan.outOfReach()));
    }
    return remarks;
  }

  /// Everything about a plan, for programs.
  Map<String, Object> whole(Plan plan, List<Plan> front, List<RatedAsset> assets) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("edition", edition.id());
    whole.put("assets", assets.size());
    whole.put("target_espionage", plan.goal().espionage());
    whole.put("target_privacy", plan.goal().privacy());
    whole.put("reached", plan.isReached());
    whole.put("out_of_reach", plan.outOfReach());
    whole.put("euros", plan.euros());
    whole.put("euros_placeholder", placeholders(plan));
    whole.put("espionage_afterwards", plan.espionage());
    whole.put("privacy_afterwards", plan.privacy());
    whole.put("counts_only_after_proof", true);
    whole.put("steps", ordered(plan).stream().map(this::step).toList());
    Map<String, List<String>> perRule = new TreeMap<>();
    for (Plan.Step step : plan.steps()) {
      step.silences()
          .forEach(
              rule -> perRule.computeIfAbsent(rule, _ -> new ArrayList<>()).add(step.remedy()));
    }
    whole.put("silenced_by", perRule);
    whole.put(
        "front",
        front.stream()
            .map(
                one -> {
                  Map<String, Object> point = new LinkedHashMap<>();
                  point.put("euros", one.euros());
                  point.put("euros_placeholder", placeholders(one));
                  point.put("espionage", one.espionage());
                  point.put("privacy", one.privacy());
                  point.put("remedies", one.steps().stream().map(Plan.Step::remedy).toList());
                  return point;
                })
            .toList());
    return whole;
  }

  private Map<String, Object> step(Plan.Step step) {
    Remedy remedy = remedy(step);
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("remedy", step.remedy());
    told.put("what", remedy.title(language));
    told.put("euros", step.euros());
    told.put("euros_each", prices.of(remedy));
    told.put("per", remedy.perAsset() ? "asset" : "site");
    told.put("price_is_placeholder", prices.isPlaceholder(remedy));
    told.put("touches_purpose", remedy.affectsPurpose());
    told.put("state", state(step).word());
    told.put("assets", step.addresses());
    told.put("silences", step.silences());
    told.put("limits", remedy.caps());
    told.put("must", must(step));
    told.put("citation", remedy.citation());
    return told;
  }

  private String word(Level level) {
    return Words.of(level, language);
  }
}
