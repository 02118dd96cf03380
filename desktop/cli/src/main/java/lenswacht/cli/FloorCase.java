package lenswacht.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.FloorPlan;
import lenswacht.assessment.floor.Said;
import lenswacht.assessment.floor.Spot;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.report.WholeFile;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.PngPaint;
import lenswacht.report.drawing.SvgText;

/// What the commands on floors and on the sight round share.
final class FloorCase {
  private FloorCase() {}

  static Said said(String by) {
    return new Said(by, InstantSource.system().instant());
  }

  /// Judges the case as of today and keeps nothing.
  static Assessment judged(CaseFile file) throws CaseFileException {
    return file.judge(
        new Identifier(Catalogue.bundled()),
        Edition.bundled(),
        LocalDate.now(ZoneId.systemDefault()));
  }

  static Floor floor(FloorPlan plan, String name) throws CommandException {
    return plan.floor(name)
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.USAGE,
                    "there is no floor '%s'; 'lenswacht floor import' brings one in"
                        .formatted(name)));
  }

  /// A place on a plan.
  ///
  /// @param typed two numbers with a comma between, in pixels of the plan
  static Spot spot(Floor floor, String typed) throws CommandException {
    String[] parts = typed.split(",", -1);
    try {
      if (parts.length == 2) {
        Spot spot =
            new Spot(floor.name(), Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        if (floor.holds(spot)) {
          return spot;
        }
      }
    } catch (IllegalArgumentException wrong) {
      // Told below, as for one that lies elsewhere.
    }
    throw new CommandException(
        ExitCode.USAGE,
        "'%s' is no place on this plan: give X,Y within %d,%d pixels"
            .formatted(typed, floor.picture().width(), floor.picture().height()));
  }

  /// Writes a picture, as SVG or PNG by the name of the file.
  static void write(Drawing drawing, Path file) throws IOException, CommandException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".svg")) {
      WholeFile.write(file, out -> out.write(SvgText.of(drawing).getBytes(StandardCharsets.UTF_8)));
    } else if (name.endsWith(".png")) {
      WholeFile.write(file, out -> PngPaint.write(drawing, out));
    } else {
      throw new CommandException(ExitCode.USAGE, file + ": name it .svg or .png");
    }
  }
}
