package lenswacht.knowledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a condition compares a field with its value. In the files they are written with dashes:
/// `at-least`.
public enum Operator {
  /// The same word or number.
  IS,
  /// Another word or number.
  IS_NOT,
  /// One of several words, separated by blanks.
  ONE_OF,
  /// A number, not smaller.
  AT_LEAST,
  /// A number, larger.
  MORE_THAN,
  /// A number, not larger.
  AT_MOST,
  /// A number, smaller.
  LESS_THAN,
  /// A day, later.
  AFTER,
  /// A day, not earlier.
  FROM;

  /// The operator with this name, as the files write it.
  static Optional<Operator> named(String name) {
    return Arrays.stream(values()).filter(operator -> operator.label().equals(name)).findFirst();
  }

  /// As the files write it.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether fields of `type` can be compared this way.
  boolean suits(Field.Type type) {
    return switch (this) {
      case IS, IS_NOT -> type != Field.Type.DATE;
      case ONE_OF -> type == Field.Type.CHOICE;
      case AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN -> type == Field.Type.NUMBER;
      case AFTER, FROM -> type == Field.Type.DATE;
    };
  }

  /// Whether `seen` stands in this relation to `value`; not determined where either has not the
  /// shape that the comparison needs.
  Truth compare(String seen, String value) {
    return switch (this) {
      case IS -> Truth.of(seen.equals(value));
      case IS_NOT -> Truth.of(!seen.equals(value));
      case ONE_OF -> Truth.of(Arrays.asList(value.split("\\s+")).contains(seen));
      case AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN -> compareNumbers(seen, value);
      case AFTER, FROM -> compareDays(seen, value);
    };
  }

  private Truth compareNumbers(String seen, String value) {
    if (!Field.isNumber(seen) || !Field.isNumber(value)) {
      return Truth.NOT_DETERMINED;
    }
    int order = new BigDecimal(seen).compareTo(new BigDecimal(value));
    return Truth.of(
        switch (this) {
          case AT_LEAST -> order >= 0;
          case MORE_THAN -> order > 0;
          case AT_MOST -> order <= 0;
          case LESS_THAN -> order < 0;
          case IS, IS_NOT, ONE_OF, AFTER, FROM -> false;
        });
  }

  private Truth compareDays(String seen, String value) {
    try {
      int order = LocalDate.parse(seen).compareTo(LocalDate.parse(value));
      return Truth.of(this == AFTER ? order > 0 : order >= 0);
    } catch (DateTimeParseException _) {
      return Truth.NOT_DETERMINED;
    }
  }
}
