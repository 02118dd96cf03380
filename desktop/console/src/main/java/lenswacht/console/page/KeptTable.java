package lenswacht.console.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lenswacht.console.desk.KeptFile;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.text.Phrase;
import lenswacht.product.sheet.SheetFile;

/// Writes what a table shows to a file that the officer chooses: XLSX, or CSV where the name says
/// so. No cell is taken for a formula.
public final class KeptTable {
  private KeptTable() {}

  /// Asks for a file and writes `rows`, headings first, behind the screen.
  ///
  /// @param what is written
  /// @param proposal name of the file, without its ending
  public static void keep(
      Surroundings around, Phrase what, String proposal, List<List<String>> rows) {
    around
        .files()
        .toWrite(around.texts().render(what), proposal + ".xlsx")
        .ifPresent(
            file ->
                around
                    .desk()
                    .jobs()
                    .run(
                        what,
                        gauge -> write(file, rows),
                        written ->
                            around
                                .desk()
                                .say(
                                    Phrase.of(
                                        "table.kept", "file", written, "rows", rows.size() - 1)),
                        around.desk()::fail));
  }

  private static Path write(Path file, List<List<String>> rows) throws java.io.IOException {
    boolean isCsv = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    KeptFile.write(
        file,
        out -> {
          if (isCsv) {
            out.write(SheetFile.csv(rows));
          } else {
            SheetFile.writeXlsx(out, "lenswacht", rows);
          }
        });
    return file.toAbsolutePath();
  }
}
