package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lenswacht.report.content.Content;

/// Tables as a screen reader wants them: every column has a heading that says it is one.
final class Tables {
  private Tables() {}

  /// A table with headings above its columns. The first cell of each row names the row.
  static Content table(String look, List<String> headings, List<List<Content>> rows) {
    return new Content.Table(look, headings, rows);
  }

  /// A table of names and what they stand for.
  static Content pairs(List<List<Content>> rows) {
    return new Content.Table("pairs", List.of(), rows);
  }

  static List<Content> row(Content... cells) {
    return List.of(cells);
  }

  static List<Content> row(String... cells) {
    return Stream.of(cells).map(Content::text).toList();
  }

  /// One below the other, within a cell.
  static Content lines(List<Content> lines) {
    List<Content> parts = new ArrayList<>();
    for (Content line : lines) {
      if (!parts.isEmpty()) {
        parts.add(Content.lineBreak());
      }
      parts.add(line);
    }
    return Content.several(parts);
  }
}
