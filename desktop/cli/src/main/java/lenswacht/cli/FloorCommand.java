package lenswacht.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.FloorPlan;
import lenswacht.assessment.floor.Placement;
import lenswacht.assessment.floor.Said;
import lenswacht.assessment.floor.Scale;
import lenswacht.assessment.floor.Spot;
import lenswacht.assessment.floor.View;
import lenswacht.casefile.CaseFile;
import lenswacht.report.FloorSheet;
import lenswacht.report.ReportOrder;
import lenswacht.report.picture.FloorDrawing;
import lenswacht.report.picture.FloorLayers;
import lenswacht.report.picture.FloorTale;
import lenswacht.report.picture.PictureWords;
import lenswacht.report.picture.PlanAsset;
import lenswacht.report.plan.PlanException;
import lenswacht.report.plan.PlanFloors;
import lenswacht.report.plan.PlanReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The floors of a site, and what hangs where.
@Command(
    name = "floor",
    description = "Floor plans: what hangs where and what it looks at.",
    mixinStandardHelpOptions = true,
    subcommands = {
      FloorCommand.Import.class,
      FloorCommand.ScaleCommand.class,
      FloorCommand.Place.class,
      FloorCommand.ListCommand.class,
      FloorCommand.Export.class
    })
final class FloorCommand extends VerbGroup {
  /// Brings plans in.
  @Command(
      name = "import",
      description = {
        "Reads a plan from a PNG or JPEG picture, or one from each page of a PDF file.",
        "Only pixels are kept; each plan becomes a floor above those that are there."
      },
      mixinStandardHelpOptions = true)
  static final class Import extends CaseVerb.Saying {
    @Parameters(paramLabel = "FILE", description = "PDF, PNG or JPEG.")
    private Path plan = Path.of("");

    @Option(
        names = "--floor",
        paramLabel = "NAME",
        description = "What the floor is called. Default: after the file.")
    private @Nullable String floor;

    @Override
    protected void work(CaseFile file) throws Exception {
      try {
        List<Floor> floors =
            PlanFloors.of(
                floor == null ? PlanFloors.stem(plan) : floor,
                file.floors().plan().floors(),
                PlanReader.read(plan, (done, of) -> {}));
        for (Floor one : floors) {
          file.floors().keep(one, FloorCase.said(by()));
          out()
              .printf(
                  "%s: %d by %d pixels; its scale is not determined%n",
                  one.name(), one.picture().width(), one.picture().height());
        }
      } catch (PlanException refused) {
        throw new CommandException(ExitCode.USAGE, plan + ": " + refused.getMessage(), refused);
      }
    }
  }

  /// Says how large a plan is drawn.
  @Command(
      name = "scale",
      description = "Says how far apart two places on a plan are; without them, how wide it is.",
      mixinStandardHelpOptions = true)
  static final class ScaleCommand extends CaseVerb.Saying {
    @Option(names = "--floor", required = true, paramLabel = "NAME", description = "Which floor.")
    private String floor = "";

    @Option(names = "--from", paramLabel = "X,Y", description = "One end, in pixels of the plan.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "X,Y", description = "The other end.")
    private @Nullable String to;

    @Option(names = "--metres", required = true, description = "The length between them.")
    private double metres;

    @Override
    protected void work(CaseFile file) throws Exception {
      Floor one = FloorCase.floor(file.floors().plan(), floor);
      String last = one.picture().width() + ",0";
      Spot begin = FloorCase.spot(one, from == null ? "0,0" : from);
      Spot end = FloorCase.spot(one, to == null ? last : to);
      try {
        Scale scale = new Scale(begin.x(), begin.y(), end.x(), end.y(), metres);
        file.floors().keep(one.scaled(Optional.of(scale)), FloorCase.said(by()));
      } catch (IllegalArgumentException wrong) {
        throw new CommandException(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
      }
    }
  }

  /// Says where an asset hangs.
  @Command(
      name = "place",
      description = "Says where an asset hangs and what it looks at; --remove takes that back.",
      mixinStandardHelpOptions = true)
  static final class Place extends CaseVerb.Saying {
    @Option(names = "--asset", required = true, description = "Its name in the case.")
    private String asset = "";

    @Option(names = "--floor", paramLabel = "NAME", description = "Which floor.")
    private String floor = "";

    @Option(names = "--at", paramLabel = "X,Y", description = "Where, in pixels of the plan.")
    private String at = "";

    @Option(names = "--direction", description = "Degrees clockwise from the upper edge.")
    private @Nullable Double direction;

    @Option(names = "--angle", description = "Angle of view in degrees.")
    private @Nullable Double angle;

    @Option(
        names = "--source",
        defaultValue = "estimate",
        description = "Where the angle is from: maker, on-site or estimate (default).")
    private String source = "";

    @Option(names = "--range", description = "How far it sees, in metres.")
    private @Nullable Double range;

    @Option(names = "--covers", description = "What is in view. Repeat for more.")
    private List<String> covers = new ArrayList<>();

    @Option(names = "--remove", description = "Nobody knows where it hangs.")
    private boolean remove;

    @Override
    protected void work(CaseFile file) throws Exception {
      Said said = FloorCase.said(by());
      if (remove) {
        file.floors().unplace(asset, said);
        return;
      }
      if (!PlanAsset.of(FloorCase.judged(file)).containsKey(asset)) {
        throw new CommandException(
            ExitCode.USAGE, "there is no asset '" + asset + "'; 'lenswacht assets' lists them");
      }
      Floor one = FloorCase.floor(file.floors().plan(), floor);
      file.floors().place(new Placement(asset, FloorCase.spot(one, at), view(), covers, said));
    }

    private View view() throws CommandException {
      View.Source from =
          View.Source.of(source.toLowerCase(Locale.ROOT))
              .filter(one -> one != View.Source.NONE)
              .orElseThrow(
                  () ->
                      new CommandException(
                          ExitCode.USAGE, "an angle is from maker, on-site or estimate"));
      try {
        return new View(
            maybe(direction), maybe(angle), angle == null ? View.Source.NONE : from, maybe(range));
      } catch (IllegalArgumentException wrong) {
        throw new CommandException(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
      }
    }

    private static OptionalDouble maybe(@Nullable Double number) {
      return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
  }

  /// Lists what hangs where.
  @Command(
      name = "list",
      description = "Lists every asset with its place; one without a floor is still to be placed.",
      mixinStandardHelpOptions = true)
  static final class ListCommand extends CaseVerb.Listing {
    private static final List<String> COLUMNS =
        List.of(
            "floor",
            "number",
            "asset",
            "product",
            "x",
            "y",
            "direction",
            "angle",
            "angle_from",
            "range_m",
            "covers",
            "espionage",
            "privacy",
            "by",
            "at");

    @Override
    protected void work(CaseFile file) throws Exception {
      FloorPlan plan = file.floors().plan();
      Map<String, PlanAsset> assets = PlanAsset.of(FloorCase.judged(file));
      FloorTale tale = new FloorTale(plan, assets, PictureWords.in(Locale.ENGLISH));
      List<List<String>> rows = new ArrayList<>();
      for (Floor floor : plan.floors()) {
        tale.placements(floor).forEach(one -> rows.add(row(one, tale)));
      }
      for (PlanAsset asset : assets.values()) {
        if (plan.placement(asset.asset()).isEmpty()) {
          rows.add(row(asset, tale));
        }
      }
      tell(COLUMNS, rows);
    }

    private static List<String> row(Placement placed, FloorTale tale) {
      PlanAsset asset = tale.known(placed.asset());
      View view = placed.view();
      return List.of(
          placed.spot().floor(),
          asset.numeral(),
          asset.asset(),
          asset.product(),
          text(OptionalDouble.of(placed.spot().x())),
          text(OptionalDouble.of(placed.spot().y())),
          text(view.direction()),
          text(view.angle()),
          view.angle().isPresent() ? view.source().word() : "not determined",
          text(view.range()),
          String.join(", ", placed.covers()),
          tale.level(asset.espionage()),
          tale.level(asset.privacy()),
          placed.said().by(),
          placed.said().at().toString());
    }

    private static List<String> row(PlanAsset asset, FloorTale tale) {
      List<String> row = new ArrayList<>(List.of("", asset.numeral(), asset.asset()));
      row.add(asset.product());
      row.addAll(List.of("", "", "", "", "", "", ""));
      row.add(tale.level(asset.espionage()));
      row.add(tale.level(asset.privacy()));
      row.addAll(List.of("", ""));
      return row;
    }

    private static String text(OptionalDouble number) {
      return number.isEmpty()
          ? ""
          : String.format(Locale.ROOT, "%.1f", number.getAsDouble()).replaceFirst("\\.0$", "");
    }
  }

  /// Writes plans to a file.
  @Command(
      name = "export",
      description = {
        "Writes the plan of a floor as .svg or .png, or all floors as .pdf without colour:",
        "one page for each with its signs and a numbered list."
      },
      mixinStandardHelpOptions = true)
  static final class Export extends CaseVerb {
    private static final double WIDTH = 1_000;

    @Option(
        names = "--floor",
        paramLabel = "NAME",
        description = "Which floor; the lowest if none.")
    private @Nullable String floor;

    @Option(names = "--lang", defaultValue = "nl", paramLabel = "nl|en", description = "Language.")
    private Locale language = Locale.ENGLISH;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to.")
    private Path out = Path.of("");

    @Override
    protected void work(CaseFile file) throws Exception {
      FloorPlan plan = file.floors().plan();
      if (plan.floors().isEmpty()) {
        throw new CommandException(
            ExitCode.USAGE, "there is no floor; 'lenswacht floor import' brings one in");
      }
      Map<String, PlanAsset> assets = PlanAsset.of(FloorCase.judged(file));
      if (out.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
        new FloorSheet(file.site(), plan, assets, FloorLayers.ALL)
            .write(
                out, ReportOrder.draft(language, FloorCase.said("").at(), ProgramVersion.text()));
      } else {
        Floor one = floor == null ? plan.floors().getFirst() : FloorCase.floor(plan, floor);
        FloorCase.write(
            new FloorDrawing(plan, one, assets, FloorLayers.ALL, WIDTH, PictureWords.in(language))
                .drawing(),
            out);
      }
    }
  }
}
