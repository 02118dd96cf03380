package lenswacht.console.floor;

import java.io.IOException;
import java.nio.file.Path;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.text.Phrase;
import lenswacht.report.FloorSheet;
import lenswacht.report.ReportOrder;
import lenswacht.report.picture.FloorLayers;

/// Prints the floors on paper without colour.
final class FloorPrint {
  private static final String PROGRAM = "Lenswacht";

  private final Surroundings around;

  FloorPrint(Surroundings around) {
    this.around = around;
  }

  /// Writes the sheet behind the screen, in the language that is spoken.
  void print(Site site, FloorLayers layers, Path file) {
    ReportOrder order =
        ReportOrder.draft(around.texts().language().locale(), around.clock().instant(), PROGRAM);
    around
        .desk()
        .jobs()
        .run(
            Phrase.of("floor.printing"),
            gauge ->
                written(
                    new FloorSheet(site.name(), site.plan(), site.assets(), layers), file, order),
            done -> around.desk().say(Phrase.of("floor.printed", "file", done)),
            around.desk()::fail);
  }

  private static Path written(FloorSheet sheet, Path file, ReportOrder order) throws IOException {
    sheet.write(file, order);
    return file.toAbsolutePath();
  }
}
