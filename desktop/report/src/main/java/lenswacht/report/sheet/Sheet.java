package lenswacht.report.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/// A table of a spreadsheet: one kind of row, with what each of its columns means.
///
/// @param id names its file where every table is a file of its own
/// @param name as on its tab
/// @param columns from left to right
/// @param rows each as long as the columns
public record Sheet(String id, String name, List<Column> columns, List<List<Value>> rows) {
  public Sheet {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    int wide = columns.size();
    if (rows.stream().anyMatch(row -> row.size() != wide)) {
      throw new IllegalArgumentException("a row of " + id + " has not " + wide + " cells");
    }
  }

  /// A column.
  ///
  /// @param heading above it
  /// @param meaning what stands in it, for the dictionary
  /// @param width in letters
  public record Column(String heading, String meaning, int width) {}

  /// What stands in a cell. A text stays a text in every format, whatever it looks like.
  public sealed interface Value {
    /// As a text.
    default String text() {
      return switch (this) {
        case Text value -> value.text();
        case Amount value ->
            value.number() == Math.rint(value.number())
                ? String.valueOf((long) value.number())
                : String.valueOf(value.number());
        case Day value -> value.day().toString();
        case Moment value -> value.moment().toString();
      };
    }
  }

  /// Words.
  public record Text(String text) implements Value {}

  /// A number.
  public record Amount(double number) implements Value {}

  /// A day.
  public record Day(LocalDate day) implements Value {}

  /// A moment.
  public record Moment(Instant moment) implements Value {}

  /// The same with every text passed through `change`.
  public Sheet rewritten(UnaryOperator<String> change) {
    return new Sheet(
        id,
        name,
        columns,
        rows.stream()
            .map(
                row ->
                    row.stream()
                        .map(
                            value ->
                                value instanceof Text text
                                    ? new Text(change.apply(text.text()))
                                    : value)
                        .toList())
            .toList());
  }
}
