package lenswacht.knowledge;

import java.util.Optional;
import java.util.function.Function;

/// One comparison of one field.
///
/// @param field name of the field
/// @param operator how it is compared
/// @param value with what
public record Condition(String field, Operator operator, String value) {
  /// Whether it holds. A field without a value leaves it not determined, whatever the operator.
  ///
  /// @param values the value of a field by its name, empty where not determined
  public Truth holds(Function<String, Optional<String>> values) {
    return values
        .apply(field)
        .map(seen -> operator.compare(seen, value))
        .orElse(Truth.NOT_DETERMINED);
  }
}
