package lenswacht.product;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lenswacht.fingerprint.Catalogue;

/// Finds the row of headings and what each column holds: by the words above it and by what stands
/// in it.
public final class ColumnMatcher {
  /// A column below this is not used.
  public static final int LEAST_PERCENT = 50;

  private static final int ROWS_TO_SEARCH = 30;
  private static final int SAMPLE = 300;
  private static final double HEADING_SHARE = 0.65;
  private static final double WITHOUT_HEADING = 0.9;
  private static final Pattern MODEL_NUMBER =
      Pattern.compile("(?=.{3,40}$)(?=.*\\d)(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9 ./+()_-]*");
  private static final Pattern VERSION =
      Pattern.compile("[Vv]?\\d{1,4}(?:\\.\\d{1,9}){1,5}.{0,30}");
  private static final Pattern COUNT = Pattern.compile("\\d{1,6}");

  private final Catalogue catalogue;
  private final Headings headings = Headings.bundled();

  /// @param catalogue knows brands
  public ColumnMatcher(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// The layout of a list.
  ///
  /// @param headingRow the row of headings counted from 0; -1 where there is none
  /// @param columns what the columns hold, each at most once, surest first
  public record Layout(int headingRow, List<ColumnMatch> columns) {
    public Layout {
      columns = List.copyOf(columns);
    }
  }

  /// Finds the layout of `rows`.
  public Layout match(List<List<String>> rows) {
    int headingRow = headingRow(rows);
    List<String> heading = headingRow < 0 ? List.of() : rows.get(headingRow);
    List<List<String>> body = rows.subList(headingRow + 1, rows.size());
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    List<ColumnMatch> all = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      String text = i < heading.size() ? heading.get(i) : "";
      List<String> cells = cells(body, i);
      for (ListColumn column : ListColumn.values()) {
        all.add(match(i, text, column, cells, headingRow >= 0));
      }
    }
    all.sort(
        Comparator.comparingInt(ColumnMatch::percent)
            .reversed()
            .thenComparingInt(ColumnMatch::index)
            .thenComparing(ColumnMatch::column));
    Map<ListColumn, ColumnMatch> chosen = new EnumMap<>(ListColumn.class);
    Set<Integer> used = new HashSet<>();
    for (ColumnMatch match : all) {
      boolean isFree = !used.contains(match.index()) && !chosen.containsKey(match.column());
      if (match.percent() >= LEAST_PERCENT && isFree) {
        chosen.put(match.column(), match);
        used.add(match.index());
      }
    }
    return new Layout(
        headingRow,
        chosen.values().stream()
            .sorted(Comparator.comparingInt(ColumnMatch::percent).reversed())
            .toList());
  }

  /// The first row with the most that read like headings.
  private int headingRow(List<List<String>> rows) {
    int best = -1;
    int most = LEAST_PERCENT;
    for (int i = 0; i < Math.min(rows.size(), ROWS_TO_SEARCH); i++) {
      int sum = 0;
      for (String cell : rows.get(i)) {
        int percent =
            Stream.of(ListColumn.values())
                .mapToInt(column -> headings.percent(cell, column))
                .max()
                .orElse(0);
        sum += percent >= LEAST_PERCENT ? percent : 0;
      }
      if (sum > most) {
        most = sum;
        best = i;
      }
    }
    return best;
  }

  private static List<String> cells(List<List<String>> rows, int index) {
    return rows.stream()
        .filter(row -> index < row.size())
        .map(row -> row.get(index).strip())
        .filter(text -> !text.isEmpty())
        .distinct()
        .limit(SAMPLE)
        .toList();
  }

  private ColumnMatch match(
      int index, String heading, ListColumn column, List<String> cells, boolean hasHeadings) {
    int byHeading = headings.percent(heading, column);
    long fitting = cells.stream().filter(text -> fits(text, column)).count();
    int byContents = cells.isEmpty() ? 0 : (int) Math.round(100.0 * fitting / cells.size());
    double percent =
        switch (column) {
          case PLACE, DESCRIPTION -> byHeading;
          case NUMBER, FIRMWARE ->
              byHeading * (HEADING_SHARE + (1 - HEADING_SHARE) * byContents / 100.0);
          case BRAND, MODEL ->
              hasHeadings
                  ? byHeading * HEADING_SHARE + byContents * (1 - HEADING_SHARE)
                  : byContents * (column == ListColumn.BRAND ? WITHOUT_HEADING : modelAlone());
        };
    return new ColumnMatch(
        index, heading, column, (int) Math.round(percent), byHeading, byContents);
  }

  /// Many things look like a model number.
  private static double modelAlone() {
    return WITHOUT_HEADING * WITHOUT_HEADING;
  }

  private boolean fits(String text, ListColumn column) {
    return switch (column) {
      case BRAND -> catalogue.brandNamed(text).isPresent();
      case MODEL -> MODEL_NUMBER.matcher(text).matches() && catalogue.brandNamed(text).isEmpty();
      case FIRMWARE -> VERSION.matcher(text).matches();
      case NUMBER -> COUNT.matcher(text).matches();
      case PLACE, DESCRIPTION -> true;
    };
  }
}
