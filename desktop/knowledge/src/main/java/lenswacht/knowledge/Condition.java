package lenswacht.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What must hold for a rule to fire.
public sealed interface Condition {
  /// Whether it holds. What has no value leaves it not determined, unless the rest decides.
  ///
  /// @param values the value of a field by its name, empty where not determined
  Truth holds(Function<String, Optional<String>> values);

  /// Names of the fields it looks at.
  List<String> fields();

  /// As an auditor reads it: `retention.days more-than 90`.
  String text();

  /// One comparison of one field.
  ///
  /// @param field name of the field
  /// @param operator how it is compared
  /// @param value with what
  record Comparison(String field, Operator operator, String value) implements Condition {
    @Override
    public Truth holds(Function<String, Optional<String>> values) {
      return values
          .apply(field)
          .map(seen -> operator.compare(seen, value))
          .orElse(Truth.NOT_DETERMINED);
    }

    @Override
    public List<String> fields() {
      return List.of(field);
    }

    @Override
    public String text() {
      return field + " " + operator.label() + " " + value;
    }
  }

  /// What a comparison cannot say, in the language that the pack states.
  ///
  /// @param expression checked when the pack was read
  record Expression(lenswacht.knowledge.expression.Expression expression) implements Condition {
    @Override
    public Truth holds(Function<String, Optional<String>> values) {
      return expression.holds(values).map(Truth::of).orElse(Truth.NOT_DETERMINED);
    }

    @Override
    public List<String> fields() {
      return expression.fields();
    }

    @Override
    public String text() {
      return expression.text();
    }
  }
}
