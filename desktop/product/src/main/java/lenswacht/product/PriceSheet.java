package lenswacht.product;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lenswacht.knowledge.PriceList;
import lenswacht.knowledge.Remedies;
import lenswacht.knowledge.Remedy;
import lenswacht.product.sheet.SheetException;
import lenswacht.product.sheet.SheetRows;

/// The owner's price list: a sheet with a row for each remedy.
public final class PriceSheet {
  private static final List<String> COLUMNS =
      List.of("remedy", "what", "per", "class", "placeholder", "euros", "source", "date");
  private static final List<String> NEEDED = List.of("remedy", "euros", "source", "date");
  private static final int MOST_EUROS = 100_000_000;

  private PriceSheet() {}

  /// An empty price list: what is to be priced, with the placeholder beside it.
  public static List<List<String>> template(Remedies remedies, Locale language) {
    boolean isDutch = language.getLanguage().equals("nl");
    List<List<String>> rows = new ArrayList<>();
    rows.add(COLUMNS);
    for (Remedy remedy : remedies.all()) {
      String per =
          remedy.perAsset() ? (isDutch ? "apparaat" : "asset") : (isDutch ? "locatie" : "site");
      rows.add(
          List.of(
              remedy.id(),
              remedy.title(language),
              per,
              remedy.costClass(),
              Integer.toString(remedies.prices().of(remedy)),
              "",
              "",
              ""));
    }
    return rows;
  }

  /// Reads a filled-in list. A row without a price keeps its placeholder.
  ///
  /// @throws SheetException if a row names no remedy, or a price lacks its source or day
  public static PriceList read(Path file, Remedies remedies) throws IOException, SheetException {
    SheetRows sheet = SheetRows.read(file, NEEDED);
    Map<String, Integer> own = new TreeMap<>();
    for (SheetRows.Filled row : sheet.rows()) {
      String id = row.text("remedy");
      if (remedies.all().stream().noneMatch(remedy -> remedy.id().equals(id))) {
        throw sheet.wrong(row, "there is no remedy '" + id + "'");
      }
      if (row.text("euros").isEmpty()) {
        continue;
      }
      if (row.text("source").isEmpty() || !isDay(row.text("date"))) {
        throw sheet.wrong(row, "a price needs its source and the day it was given (2026-11-20)");
      }
      if (own.put(id, euros(sheet, row)) != null) {
        throw sheet.wrong(row, "remedy '" + id + "' has a price already");
      }
    }
    return remedies.prices().with(own);
  }

  private static int euros(SheetRows sheet, SheetRows.Filled row) throws SheetException {
    try {
      int euros = Integer.parseInt(row.text("euros"));
      if (euros >= 0 && euros <= MOST_EUROS) {
        return euros;
      }
    } catch (NumberFormatException _) {
      // Told below, together with numbers out of bounds.
    }
    throw sheet.wrong(
        row, "'" + row.text("euros") + "' is no price in whole euros up to " + MOST_EUROS);
  }

  private static boolean isDay(String text) {
    try {
      return text.length() == 10 && !LocalDate.parse(text).equals(LocalDate.MIN);
    } catch (DateTimeException _) {
      return false;
    }
  }
}
