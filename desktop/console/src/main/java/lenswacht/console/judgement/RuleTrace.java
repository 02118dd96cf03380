package lenswacht.console.judgement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lenswacht.assessment.Axis;
import lenswacht.assessment.FactorReading;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Rating;
import lenswacht.console.look.LevelWords;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.knowledge.DecisionTable;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.Rule;

/// The whole way to one rating, such that a person can walk it again by hand: factors with the
/// rules behind them, each table with what went in and what came out, and the rules that decided.
public final class RuleTrace {
  private static final String MAX = "MAX";

  private final PolicyPack pack;
  private final Rating rating;

  /// @param pack has the words of rules and tables
  public RuleTrace(PolicyPack pack, Rating rating) {
    this.pack = pack;
    this.rating = rating;
  }

  /// A rule that decided.
  ///
  /// @param id of the rule
  /// @param clause where the policy says so
  /// @param acceptable what would make it acceptable
  public record Decided(String id, Phrase clause, Phrase acceptable) {}

  /// The tables in order.
  public List<Phrase> steps() {
    List<Phrase> steps = new ArrayList<>();
    int highest = 0;
    for (Rating.TableStep step : rating.steps()) {
      if (step.table().equals(MAX)) {
        highest++;
      }
      steps.add(
          step.table().equals(MAX)
              ? Phrase.of(
                  "judgement.step.max",
                  "name",
                  higher(highest),
                  "row",
                  level(step.row()),
                  "column",
                  level(step.column()),
                  "outcome",
                  level(step.outcome()))
              : looked(step));
    }
    return steps;
  }

  private Phrase looked(Rating.TableStep step) {
    DecisionTable table = pack.table(step.table());
    return Phrase.of(
        "judgement.step",
        "name",
        said("table." + step.table()),
        "row-name",
        name(table.rowName()),
        "row",
        level(step.row()),
        "column-name",
        name(table.columnName()),
        "column",
        level(step.column()),
        "outcome",
        level(step.outcome()));
  }

  /// What the first, second ... comparison of a way compares.
  private Phrase higher(int number) {
    return switch (rating.axis()) {
      case ESPIONAGE ->
          number == 1 ? Phrase.of("judgement.max.paths") : Phrase.of("judgement.max.content");
      case PRIVACY ->
          switch (number) {
            case 1 -> Phrase.of("judgement.max.faces");
            case 2 -> Phrase.of("judgement.max.sound");
            case 3 -> Phrase.of("judgement.max.recipients");
            case 4 -> Phrase.of("judgement.max.transparency");
            case 5 -> Phrase.of("judgement.max.neglect");
            default -> Phrase.of("judgement.max.gate");
          };
    };
  }

  private Phrase name(String side) {
    if (side.startsWith("max(")) {
      String[] factors = side.substring(4, side.length() - 1).split(",", 2);
      return new Phrase.Joined(List.of(name(factors[0]), name(factors[1])), " / ");
    }
    if (pack.sentenceKeys().contains("factor." + side)) {
      return said("factor." + side);
    }
    if (pack.sentenceKeys().contains("table." + side)) {
      return said("table." + side);
    }
    return side.equals("likelihood")
        ? Phrase.of("judgement.likelihood")
        : Phrase.of("judgement.consequence");
  }

  /// Every factor with its level, what that means, and the rules behind it.
  public List<Phrase> factors() {
    return rating.factors().stream().map(this::factor).toList();
  }

  private Phrase factor(FactorReading factor) {
    Interval level = factor.level();
    String worst = "factor." + factor.factor() + "." + level.worst().number();
    Phrase meaning = pack.sentenceKeys().contains(worst) ? said(worst) : Phrase.NONE;
    List<Phrase> parts = new ArrayList<>();
    parts.add(
        Phrase.of(
            level.isExact() ? "judgement.factor" : "judgement.factor-open",
            "name",
            said("factor." + factor.factor()),
            "level",
            level.isExact()
                ? Integer.toString(level.worst().number())
                : level.best().number() + "\u2013" + level.worst().number(),
            "meaning",
            meaning));
    if (!factor.fired().isEmpty()) {
      parts.add(Phrase.of("judgement.fired", "rules", String.join(", ", factor.fired())));
    }
    if (!factor.open().isEmpty()) {
      parts.add(Phrase.of("judgement.open", "rules", String.join(", ", factor.open())));
    }
    return new Phrase.Joined(parts, " ");
  }

  /// The rules without which the headline would be lower.
  public List<Decided> decided() {
    return rating.decidedBy().stream()
        .map(pack::rule)
        .flatMap(Optional::stream)
        .map(this::decided)
        .toList();
  }

  private Decided decided(Rule rule) {
    boolean isFired =
        rating.factors().stream().anyMatch(factor -> factor.fired().contains(rule.id()));
    Phrase clause =
        Phrase.of(
            isFired ? "judgement.clause" : "judgement.clause.open",
            "clause",
            rule.clause(),
            "sources",
            rule.sources().stream().collect(Collectors.joining(", ")));
    return new Decided(rule.id(), clause, said(rule.acceptableKey()));
  }

  private Phrase said(String key) {
    Function<Locale, String> say =
        language ->
            pack.sentenceKeys().contains(key) ? pack.sentence(key, language, Map.of()) : key;
    return new Phrase.Both(say.apply(Language.NL.locale()), say.apply(Language.EN.locale()));
  }

  /// The level in words: its worst end, and the other one where that differs.
  private static Phrase level(Interval level) {
    return LevelWords.otherEnd(level).equals(Phrase.NONE)
        ? LevelWords.headline(level)
        : new Phrase.Joined(
            List.of(
                LevelWords.headline(level),
                Phrase.of("judgement.other-end", "end", LevelWords.otherEnd(level))),
            " ");
  }

  /// Which axis.
  public Axis axis() {
    return rating.axis();
  }
}
