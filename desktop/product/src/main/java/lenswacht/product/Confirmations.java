package lenswacht.product;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lenswacht.product.sheet.SheetException;
import lenswacht.product.sheet.SheetFile;

/// What people said of lines that look like something known, one by one. It holds for every line
/// with the same brand and model, in this list and in later ones.
///
/// @param said by brand and model as written: the brand that was confirmed, or empty where every
///     proposal was refused
public record Confirmations(Map<String, Optional<String>> said) {
  /// The columns of the sheet; a person fills in the last one.
  public static final List<String> COLUMNS =
      List.of("line", "brand", "model", "proposed_brand", "proposed_maker", "percent", "confirm");

  /// Nobody was asked.
  public static final Confirmations NONE = new Confirmations(Map.of());

  public Confirmations {
    said = Collections.unmodifiableMap(new TreeMap<>(said));
  }

  /// The sheet on which people confirm: a row for each proposal on a line that is only likely.
  public static List<List<String>> sheet(List<Recognition> lines) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(COLUMNS);
    for (Recognition line : lines) {
      if (line.state() != Recognition.State.LIKELY || line.isDouble() || line.confirmed()) {
        continue;
      }
      for (Recognition.Candidate candidate : line.candidates()) {
        rows.add(
            List.of(
                Integer.toString(line.product().line()),
                line.product().brand(),
                line.product().model(),
                candidate.brand(),
                candidate.maker().orElse(""),
                Integer.toString(candidate.percent()),
                ""));
      }
    }
    return rows;
  }

  /// Reads a filled-in sheet, whatever its format.
  ///
  /// @throws SheetException if it is no such sheet
  public static Confirmations read(SheetFile file) throws SheetException {
    List<List<String>> rows = file.rows();
    if (!rows.getFirst().stream().map(String::strip).toList().containsAll(COLUMNS)) {
      throw SheetFile.refused("a confirmation sheet has the columns " + String.join(", ", COLUMNS));
    }
    List<String> heading = rows.getFirst().stream().map(String::strip).toList();
    Map<String, Optional<String>> said = new TreeMap<>();
    for (int i = 1; i < rows.size(); i++) {
      Map<String, String> row = new TreeMap<>();
      for (String column : COLUMNS) {
        int at = heading.indexOf(column);
        row.put(column, at < rows.get(i).size() ? rows.get(i).get(at).strip() : "");
      }
      String key = key(row.getOrDefault("brand", ""), row.getOrDefault("model", ""));
      Optional<Boolean> word = word(row.getOrDefault("confirm", ""), i);
      if (word.isPresent() && word.get()) {
        Optional<String> before = said.getOrDefault(key, Optional.empty());
        String brand = row.getOrDefault("proposed_brand", "");
        if (before.isPresent() && !before.get().equals(brand)) {
          throw SheetFile.refused("row " + (i + 1) + " confirms a second brand for one product");
        }
        said.put(key, Optional.of(brand));
      } else if (word.isPresent()) {
        said.putIfAbsent(key, Optional.empty());
      }
    }
    return new Confirmations(said);
  }

  private static Optional<Boolean> word(String text, int row) throws SheetException {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "" -> Optional.empty();
      case "yes", "ja", "y", "j", "x" -> Optional.of(true);
      case "no", "nee", "n" -> Optional.of(false);
      default ->
          throw SheetFile.refused(
              "row %d: 'confirm' is yes, no or empty, not '%s'".formatted(row + 1, text));
    };
  }

  /// The same with a person's word on one product.
  ///
  /// @param brand whose it is; empty where it is none of the proposals
  public Confirmations and(ListedProduct product, Optional<String> brand) {
    Map<String, Optional<String>> more = new TreeMap<>(said);
    more.put(key(product.brand(), product.model()), brand);
    return new Confirmations(more);
  }

  static String key(String brand, String model) {
    return Spelling.plain(brand) + "\n" + Spelling.plain(model);
  }

  /// What was said of a product; empty where nobody said anything.
  Optional<Optional<String>> of(ListedProduct product) {
    return Optional.ofNullable(said.get(key(product.brand(), product.model())));
  }
}
