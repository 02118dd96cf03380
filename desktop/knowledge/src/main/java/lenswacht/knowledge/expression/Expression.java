package lenswacht.knowledge.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A checked expression over fields.
public final class Expression {
  private final String text;
  private final List<String> fields;
  private final Map<String, Shape> shapes;
  private final CelRuntime.Program program;

  Expression(
      String text, List<String> fields, Map<String, Shape> shapes, CelRuntime.Program program) {
    this.text = text;
    this.fields = fields;
    this.shapes = shapes;
    this.program = program;
  }

  /// As it is written in the pack.
  public String text() {
    return text;
  }

  /// The fields it looks at, sorted.
  public List<String> fields() {
    return fields;
  }

  /// Whether it holds; empty where a field that could decide has no value, or the reckoning has no
  /// outcome, such as a division by nothing.
  ///
  /// @param values the value of a field by its name, empty where not determined
  public Optional<Boolean> holds(Function<String, Optional<String>> values) {
    Map<String, Object> known = new HashMap<>();
    for (String field : fields) {
      values
          .apply(field)
          .flatMap(value -> typed(shapes.getOrDefault(field, Shape.WORD), value))
          .ifPresent(value -> known.put(field, value));
    }
    try {
      return program.eval(known) instanceof Boolean holds ? Optional.of(holds) : Optional.empty();
    } catch (CelEvaluationException _) {
      return Optional.empty();
    }
  }

  private static Optional<Object> typed(Shape shape, String value) {
    try {
      return Optional.of(
          switch (shape) {
            case YES_NO -> value.equals("yes");
            case NUMBER -> Double.valueOf(value);
            case WORD -> value;
            case DAY -> LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
          });
    } catch (NumberFormatException | DateTimeParseException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
