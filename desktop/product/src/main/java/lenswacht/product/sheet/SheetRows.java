package lenswacht.product.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows of a sheet that this program wrote and a person filled in, by heading.
///
/// @param file where it lies
/// @param rows the rows below the headings; cells that are not there are empty
public record SheetRows(Path file, List<Filled> rows) {
  public SheetRows {
    rows = List.copyOf(rows);
  }

  /// One row.
  ///
  /// @param line the row as people count it
  /// @param cells by heading
  public record Filled(int line, Map<String, String> cells) {
    /// The cell under `heading`, without blanks around it.
    public String text(String heading) {
      return cells.getOrDefault(heading, "").strip();
    }
  }

  /// Reads a sheet, whatever its format.
  ///
  /// @throws SheetException if it is none, or lacks one of these headings
  public static SheetRows read(Path file, List<String> needed) throws IOException, SheetException {
    try {
      List<List<String>> all = SheetFile.open(file).rows();
      List<String> heading = all.getFirst().stream().map(String::strip).toList();
      if (!heading.containsAll(needed)) {
        throw new SheetException("the columns " + String.join(", ", needed) + " are needed");
      }
      List<Filled> rows = new ArrayList<>();
      for (int i = 1; i < all.size(); i++) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int j = 0; j < Math.min(heading.size(), all.get(i).size()); j++) {
          cells.put(heading.get(j), all.get(i).get(j));
        }
        if (cells.values().stream().anyMatch(text -> !text.isBlank())) {
          rows.add(new Filled(i + 1, cells));
        }
      }
      return new SheetRows(file, rows);
    } catch (SheetException refused) {
      throw new SheetException(file + ": " + refused.getMessage(), refused);
    }
  }

  /// What to throw where a row says something that cannot be so.
  public SheetException wrong(Filled row, String why) {
    return new SheetException("%s row %d: %s".formatted(file, row.line(), why));
  }
}
