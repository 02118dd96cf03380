package lenswacht.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lenswacht.observation.CellText;
import lenswacht.observation.FactJson;

/// A table that a command gives: for people, as CSV, or as JSON.
///
/// @param columns names of the columns, the same in every form
/// @param rows cells, as many as there are columns; empty where not determined
record Answer(List<String> columns, List<List<String>> rows) {
  private static final Pattern TO_QUOTE = Pattern.compile("[\",;\\t\\r\\n]");

  Answer {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// The forms in which a table can be given.
  enum Format {
    /// Aligned columns.
    TABLE,
    /// RFC 4180 with a heading.
    CSV,
    /// An array of objects.
    JSON
  }

  /// Writes the table in `format`.
  void write(Format format, PrintWriter out) {
    switch (format) {
      case CSV -> writeCsv(out);
      case JSON -> writeJson(out);
      case TABLE -> writeTable(out);
    }
    out.flush();
  }

  private void writeCsv(PrintWriter out) {
    out.print(csvLine(columns));
    rows.forEach(row -> out.print(csvLine(row)));
  }

  private static String csvLine(List<String> cells) {
    return String.join(",", cells.stream().map(Answer::csvCell).toList()) + "\n";
  }

  /// A cell that no spreadsheet takes for a formula.
  private static String csvCell(String text) {
    String guarded = CellText.guarded(text);
    return TO_QUOTE.matcher(guarded).find() ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
  }

  private void writeJson(PrintWriter out) {
    out.println(
        FactJson.writePretty(
            rows.stream()
                .map(
                    row -> {
                      Map<String, String> cells = new java.util.LinkedHashMap<>();
                      for (int i = 0; i < columns.size(); i++) {
                        cells.put(columns.get(i), row.get(i));
                      }
                      return cells;
                    })
                .toList()));
  }

  private void writeTable(PrintWriter out) {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] =
          rows.stream()
              .mapToInt(row -> row.get(column).length())
              .reduce(columns.get(i).length(), Math::max);
    }
    out.println(tableLine(columns, widths));
    rows.forEach(row -> out.println(tableLine(row, widths)));
  }

  private static String tableLine(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
    }
    return line.toString().stripTrailing();
  }
}
