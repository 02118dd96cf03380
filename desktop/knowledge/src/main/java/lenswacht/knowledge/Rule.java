package lenswacht.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One rule of a policy pack. It fires when every condition of at least one of its cases holds.
///
/// @param id for example `R07`
/// @param axes the ratings it speaks to: `ESPIONAGE`, `PRIVACY`
/// @param severity name of the severity of its finding
/// @param effects what it does to factors; may be empty
/// @param cases alternatives, each a list of conditions that must all hold
/// @param basis what it rests on
public record Rule(
    String id,
    List<String> axes,
    String severity,
    List<Effect> effects,
    List<List<Condition>> cases,
    Basis basis) {
  public Rule {
    axes = List.copyOf(axes);
    effects = List.copyOf(effects);
    cases = cases.stream().map(List::copyOf).toList();
  }

  /// Where the policy says so, as printed.
  public String clause() {
    return basis.clause();
  }

  /// References, each `source` or `source:place`.
  public List<String> sources() {
    return basis.sources();
  }

  /// Day of the oldest text it rests on, ISO 8601.
  public String since() {
    return basis.since();
  }

  /// Whether it fires.
  ///
  /// @param values the value of a field by its name, empty where not determined
  public Truth fires(Function<String, Optional<String>> values) {
    return cases.stream()
        .map(conditions -> holdsAll(conditions, values))
        .reduce(Truth.NO, Truth::or);
  }

  /// Whether all of `conditions` hold.
  public static Truth holdsAll(
      List<Condition> conditions, Function<String, Optional<String>> values) {
    return conditions.stream()
        .map(condition -> condition.holds(values))
        .reduce(Truth.YES, Truth::and);
  }

  /// Names of the fields it looks at, in order, without repeats.
  public List<String> fields() {
    return cases.stream()
        .flatMap(List::stream)
        .flatMap(condition -> condition.fields().stream())
        .distinct()
        .toList();
  }

  /// Key of the sentence of its finding.
  public String textKey() {
    return "rule." + id + ".text";
  }

  /// Key of the sentence that says what would make it acceptable.
  public String acceptableKey() {
    return "rule." + id + ".acceptable";
  }
}
