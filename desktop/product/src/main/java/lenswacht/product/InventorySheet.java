package lenswacht.product;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import lenswacht.assessment.floor.Label;
import lenswacht.assessment.floor.PaperList;
import lenswacht.assessment.floor.PaperList.Row;
import lenswacht.assessment.floor.Said;
import lenswacht.observation.CleanText;
import lenswacht.product.sheet.SheetException;
import lenswacht.product.sheet.SheetFile;

/// A list of what should hang at a site, as its owner keeps it in a spreadsheet: a row for each
/// camera, under headings in Dutch or English.
public final class InventorySheet {
  private static final int ROWS_TO_SEARCH = 30;
  private static final int LONGEST = 200;

  private InventorySheet() {}

  /// What a column holds, and the words above it.
  private enum Column {
    NAME("nummer", "nr", "id", "camera", "cameranummer", "code", "tag", "naam", "name", "number"),
    ADDRESS("ip", "ip adres", "ipadres", "adres", "address", "ip address", "ipaddress", "host"),
    PLACE("plek", "plaats", "locatie", "ruimte", "place", "location", "room", "where"),
    BRAND("merk", "fabrikant", "brand", "make", "maker", "manufacturer", "vendor"),
    MODEL("type", "model", "typenummer", "modelnummer", "artikel", "product"),
    HARDWARE("mac", "mac adres", "macadres", "mac address", "hardware", "hardware adres"),
    SERIAL("serienummer", "serie", "sn", "serial", "serial number", "serialnumber");

    private final Set<String> words;

    Column(String... words) {
      this.words = Set.of(words);
    }
  }

  /// Reads a list.
  ///
  /// @param veil what is kept of a serial number
  /// @throws SheetException if it is no spreadsheet, or has no column that can be used
  public static PaperList read(Path file, String name, UnaryOperator<String> veil, Said said)
      throws java.io.IOException, SheetException {
    List<List<String>> rows = SheetFile.open(file).rows();
    int heading = heading(rows);
    if (heading < 0) {
      throw SheetFile.refused(
          "no row of headings was found; name at least one column address, place, brand or model");
    }
    Map<Column, Integer> at = columns(rows.get(heading));
    List<Row> kept = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = heading + 1; i < rows.size(); i++) {
      List<String> cells = rows.get(i);
      Label label =
          new Label(
              cell(cells, at, Column.BRAND),
              cell(cells, at, Column.MODEL),
              cell(cells, at, Column.HARDWARE),
              veil.apply(cell(cells, at, Column.SERIAL)));
      String address = cell(cells, at, Column.ADDRESS);
      String place = cell(cells, at, Column.PLACE);
      if (label.equals(Label.NONE) && address.isEmpty() && place.isEmpty()) {
        continue;
      }
      String called = cell(cells, at, Column.NAME);
      String id = called.isEmpty() || !names.add(called) ? "rij " + (i + 1) : called;
      names.add(id);
      kept.add(new Row(id, address, place, label));
    }
    if (kept.size() > PaperList.MOST_ROWS) {
      throw SheetFile.refused("the list has more than " + PaperList.MOST_ROWS + " rows");
    }
    if (kept.isEmpty()) {
      throw SheetFile.refused("the list has no rows below its headings");
    }
    return new PaperList(name, kept, said);
  }

  private static int heading(List<List<String>> rows) {
    int best = -1;
    int most = 0;
    for (int i = 0; i < Math.min(ROWS_TO_SEARCH, rows.size()); i++) {
      Map<Column, Integer> at = columns(rows.get(i));
      at.remove(Column.NAME);
      if (at.size() > most) {
        most = at.size();
        best = i;
      }
    }
    return best;
  }

  private static Map<Column, Integer> columns(List<String> cells) {
    Map<Column, Integer> at = new EnumMap<>(Column.class);
    for (int i = 0; i < cells.size(); i++) {
      String plain = cells.get(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
      for (Column column : Column.values()) {
        if (column.words.contains(plain)) {
          at.putIfAbsent(column, i);
        }
      }
    }
    return at;
  }

  private static String cell(List<String> cells, Map<Column, Integer> at, Column column) {
    Integer index = at.get(column);
    return index == null || index >= cells.size()
        ? ""
        : CleanText.of(cells.get(index), LONGEST).strip();
  }
}
