package lenswacht.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lenswacht.product.ColumnMatch;
import lenswacht.product.ColumnMatcher;
import lenswacht.product.ListColumn;

/// Columns of a list that a person named.
final class ProductColumns {
  private static final int SURE = 100;

  private ProductColumns() {}

  /// The layout with what a person said of columns, which outranks what was found.
  static ColumnMatcher.Layout named(ColumnMatcher.Layout found, Map<String, Integer> said)
      throws CommandException {
    List<ColumnMatch> columns = new ArrayList<>();
    for (Map.Entry<String, Integer> one : said.entrySet()) {
      columns.add(new ColumnMatch(one.getValue() - 1, "", column(one.getKey()), SURE, SURE, SURE));
    }
    for (ColumnMatch match : found.columns()) {
      boolean isFree =
          columns.stream()
              .noneMatch(
                  named -> named.index() == match.index() || named.column() == match.column());
      if (isFree) {
        columns.add(match);
      }
    }
    boolean isUsable =
        columns.stream()
            .map(ColumnMatch::column)
            .anyMatch(
                column ->
                    column == ListColumn.BRAND
                        || column == ListColumn.MODEL
                        || column == ListColumn.DESCRIPTION);
    if (!isUsable) {
      throw new CommandException(
          ExitCode.USAGE,
          "no column of the list holds a brand, a model or a description; name one with --column");
    }
    return new ColumnMatcher.Layout(found.headingRow(), columns);
  }

  private static ListColumn column(String word) throws CommandException {
    for (ListColumn column : ListColumn.values()) {
      if (column.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
        return column;
      }
    }
    throw new CommandException(ExitCode.USAGE, "'" + word + "' is nothing that a column can hold");
  }
}
