package lenswacht.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lenswacht.product.JudgedProduct;
import lenswacht.product.ProductTale;
import lenswacht.product.Recognition;
import lenswacht.product.sheet.SheetFile;

/// The sheets that come with a list of products, and its counts.
final class ProductSheets {
  private ProductSheets() {}

  /// Writes a new sheet, as CSV or XLSX by the name of the file.
  static void write(Path file, List<List<String>> rows) throws IOException, CommandException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".xlsx")) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        SheetFile.writeXlsx(out, "lenswacht", rows);
      }
    } else if (name.endsWith(".csv")) {
      Files.write(file, SheetFile.csv(rows));
    } else {
      throw new CommandException(ExitCode.USAGE, file + ": name it .csv or .xlsx");
    }
  }

  /// Whether a list of this format may be written there.
  static void mustBe(Path file, SheetFile.Format format) throws CommandException {
    String ending = "." + format.name().toLowerCase(Locale.ROOT);
    if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ending)) {
      throw new CommandException(
          ExitCode.USAGE, "the list is written in its own format: name " + file + " *" + ending);
    }
  }

  /// How many lines were recognised how. A double counts among its kind too.
  static Map<String, Integer> counts(List<Recognition> lines) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("lines", lines.size());
    for (Recognition.State state : Recognition.State.values()) {
      counts.put(
          state.name().toLowerCase(Locale.ROOT),
          (int) lines.stream().filter(line -> line.state() == state && !line.confirmed()).count());
    }
    counts.put("confirmed", (int) lines.stream().filter(Recognition::confirmed).count());
    counts.put("double", (int) lines.stream().filter(Recognition::isDouble).count());
    return counts;
  }

  /// The lines as objects, each with its candidates and questions.
  static List<Map<String, Object>> lines(
      List<String> columns, List<List<String>> rows, List<JudgedProduct> judged, ProductTale tale) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> line = new LinkedHashMap<>();
      for (int j = 0; j < columns.size(); j++) {
        line.put(columns.get(j), rows.get(i).get(j));
      }
      JudgedProduct one = judged.get(i);
      line.put("state", one.recognition().state());
      line.put("confirmed", one.recognition().confirmed());
      line.put("double_of", one.recognition().sameAs().map(row -> row + 1));
      line.put("candidates", one.recognition().candidates());
      line.put(
          "questions",
          one.questions().stream().map(question -> tale.question(question, one)).toList());
      lines.add(line);
    }
    return lines;
  }
}
