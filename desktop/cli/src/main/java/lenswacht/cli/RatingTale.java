package lenswacht.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lenswacht.assessment.ControlAnswer;
import lenswacht.assessment.FactorReading;
import lenswacht.assessment.Finding;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Rating;
import lenswacht.assessment.StatedFacts;
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.knowledge.Condition;
import lenswacht.knowledge.Control;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.Rule;
import lenswacht.report.AdvisoryTale;

/// What a rating of facts says: as a table for people, and as an object for programs.
final class RatingTale {
  private static final List<String> COLUMNS = List.of("part", "id", "best", "worst", "because");

  private final Edition edition;
  private final PolicyPack pack;
  private final StatedFacts rated;
  private final LocalDate onDay;
  private final Locale language;
  private final AdvisoryTale advisories;

  RatingTale(Edition edition, StatedFacts rated, LocalDate onDay, Locale language) {
    this.edition = edition;
    this.pack = edition.pack();
    this.rated = rated;
    this.onDay = onDay;
    this.language = language;
    this.advisories = new AdvisoryTale(language);
  }

  private List<Rating> ratings() {
    return List.of(rated.espionage(), rated.privacy());
  }

  /// One line for each rating, factor, rule, advisory and control.
  Answer table() {
    List<List<String>> rows = new ArrayList<>();
    for (Rating rating : ratings()) {
      String decided = String.join(" ", rating.decidedBy());
      rows.add(row("rating", rating.axis().name(), rating.level(), decided));
    }
    rows.add(
        List.of("coverage", percent(), "", "", "open: " + String.join(" ", rated.inputs().open())));
    for (FactorReading factor : factors()) {
      rows.add(row("factor", factor.factor(), factor.level(), String.join(" ", factor.fired())));
    }
    for (Finding finding : rated.findings()) {
      rows.add(List.of("rule", finding.rule(), "", "", finding.clause()));
    }
    for (AdvisoryAnswer answer : rated.advisories()) {
      String outcome = word(answer.outcome());
      rows.add(List.of("advisory", answer.cve(), outcome, "", advisories.because(answer)));
    }
    for (ControlAnswer control : rated.controls()) {
      String because = String.join(" ", control.fired());
      rows.add(List.of("control", control.control(), "", word(control.verdict()), because));
    }
    for (Rating rating : ratings()) {
      for (String rule : rating.decidedBy()) {
        for (String sentence : acceptable(List.of(rule))) {
          rows.add(List.of("acceptable-if", rating.axis().name(), "", "", rule + ": " + sentence));
        }
      }
    }
    return new Answer(COLUMNS, rows);
  }

  private String percent() {
    return Math.round(rated.inputs().coverage() * 100) + " %";
  }

  /// Each factor once, though both axes look at some.
  private List<FactorReading> factors() {
    return Stream.concat(rated.espionage().factors().stream(), rated.privacy().factors().stream())
        .distinct()
        .toList();
  }

  /// Everything: edition and pack, both ratings with every step, factors, rules that fired and that
  /// could still fire, controls, advisories, and what was not determined.
  Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("edition", editionObject());
    object.put("on", onDay.toString());
    for (Rating rating : ratings()) {
      object.put(rating.axis().name().toLowerCase(Locale.ROOT), ratingObject(rating));
    }
    object.put("coverage", rated.inputs().coverage());
    object.put("factors", factors().stream().map(this::factorObject).toList());
    object.put("rules", rated.findings().stream().map(this::ruleObject).toList());
    object.put(
        "openRules",
        factors().stream().flatMap(factor -> factor.open().stream()).distinct().toList());
    object.put("controls", rated.controls().stream().map(this::controlObject).toList());
    object.put("advisories", rated.advisories().stream().map(this::advisoryObject).toList());
    object.put("known", rated.inputs().known());
    object.put("notDetermined", rated.inputs().open());
    return object;
  }

  private Map<String, Object> editionObject() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", edition.id());
    object.put("date", edition.date().toString());
    object.put("hash", edition.hash());
    object.put("signed", PackCommand.signed(edition.seal()));
    object.put("pack", pack.id());
    object.put("packVersion", pack.version());
    object.put("packHash", pack.hash());
    object.put("packSigned", PackCommand.signed(pack.seal()));
    return object;
  }

  private Map<String, Object> ratingObject(Rating rating) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("headline", word(rating.level().worst()));
    object.put("best", word(rating.level().best()));
    object.put("worst", word(rating.level().worst()));
    object.put("coverage", rated.inputs().coverage());
    object.put("decidedBy", rating.decidedBy());
    object.put("acceptableIf", acceptable(rating.decidedBy()));
    object.put("steps", rating.steps().stream().map(this::stepObject).toList());
    return object;
  }

  private Map<String, Object> stepObject(Rating.TableStep step) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("table", step.table());
    object.put("name", pack.sentence("table." + step.table(), language, Map.of()));
    pack.tables().stream()
        .filter(table -> table.id().equals(step.table()))
        .forEach(
            table -> {
              object.put("rows", table.rowName());
              object.put("columns", table.columnName());
            });
    object.put("row", interval(step.row()));
    object.put("column", interval(step.column()));
    object.put("outcome", interval(step.outcome()));
    return object;
  }

  private static Map<String, Object> interval(Interval level) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("best", word(level.best()));
    object.put("worst", word(level.worst()));
    return object;
  }

  private Map<String, Object> factorObject(FactorReading factor) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("factor", factor.factor());
    object.put("name", pack.sentence("factor." + factor.factor(), language, Map.of()));
    object.put("best", factor.level().best().number());
    object.put("worst", factor.level().worst().number());
    String key = "factor." + factor.factor() + "." + factor.level().worst().number();
    object.put("means", pack.sentence(key, language, Map.of()));
    object.put("fired", factor.fired());
    object.put("open", factor.open());
    return object;
  }

  private Map<String, Object> ruleObject(Finding finding) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rule", finding.rule());
    object.put("says", pack.sentence(finding.text(), language, finding.parameters()));
    object.put("severity", word(finding.severity()));
    object.put("axes", finding.axes().stream().map(RatingTale::word).toList());
    object.put("clause", finding.clause());
    pack.rule(finding.rule()).ifPresent(rule -> addBasis(object, rule));
    object.put("restsOn", finding.answers());
    object.put(
        "acceptableIf", pack.sentence(finding.acceptableIf(), language, finding.parameters()));
    return object;
  }

  private static void addBasis(Map<String, Object> object, Rule rule) {
    object.put("source", rule.sources());
    object.put("since", rule.since());
    object.put("reading", rule.basis().howRead().label());
    object.put(
        "when",
        rule.cases().stream()
            .map(conditions -> conditions.stream().map(Condition::text).toList())
            .toList());
  }

  private Map<String, Object> controlObject(ControlAnswer answer) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("control", answer.control());
    object.put("title", pack.sentence("control." + answer.control(), language, Map.of()));
    object.put("verdict", word(answer.verdict()));
    pack.control(answer.control()).ifPresent(control -> addBasis(object, control));
    object.put("fired", answer.fired());
    object.put("open", answer.open());
    object.put(
        "acceptableIf",
        switch (answer.verdict()) {
          case NOT_SATISFIED -> acceptable(answer.fired());
          case NOT_DETERMINED -> acceptable(answer.open());
          case SATISFIED, NOT_APPLICABLE -> List.of();
        });
    return object;
  }

  private static void addBasis(Map<String, Object> object, Control control) {
    object.put("clause", control.basis().clause());
    object.put("source", control.sources());
    object.put("since", control.basis().since());
    object.put("standing", word(control.standing()));
    object.put("reading", control.basis().howRead().label());
  }

  private Map<String, Object> advisoryObject(AdvisoryAnswer answer) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("cve", answer.cve());
    object.put("outcome", word(answer.outcome()));
    object.put("because", advisories.because(answer));
    return object;
  }

  private List<String> acceptable(List<String> rules) {
    return rules.stream()
        .flatMap(id -> pack.rule(id).stream())
        .map(rule -> pack.sentence(rule.acceptableKey(), language, Map.of()))
        .distinct()
        .toList();
  }

  private static List<String> row(String part, String id, Interval level, String because) {
    return List.of(part, id, word(level.best()), word(level.worst()), because);
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
