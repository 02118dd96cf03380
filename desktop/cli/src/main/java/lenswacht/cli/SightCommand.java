package lenswacht.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.Label;
import lenswacht.assessment.floor.Match;
import lenswacht.assessment.floor.PaperList;
import lenswacht.assessment.floor.Reconciliation;
import lenswacht.assessment.floor.Reconciliation.Thing;
import lenswacht.assessment.floor.Said;
import lenswacht.assessment.floor.SightRound.Walked;
import lenswacht.assessment.floor.Sighting;
import lenswacht.assessment.floor.Spot;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.PlanBook;
import lenswacht.product.InventorySheet;
import lenswacht.product.sheet.SheetException;
import lenswacht.report.picture.CirclesDrawing;
import lenswacht.report.picture.CirclesTale;
import lenswacht.report.picture.PictureWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The sight round: what was seen while walking, what paper says, and how both agree with the
/// network.
@Command(
    name = "sight",
    description = "What was seen while walking round, what paper says, and how that agrees.",
    mixinStandardHelpOptions = true,
    subcommands = {
      SightCommand.Add.class,
      SightCommand.ListCommand.class,
      SightCommand.Link.class,
      SightCommand.WalkedCommand.class,
      SightCommand.Import.class,
      SightCommand.Reconcile.class
    })
final class SightCommand extends VerbGroup {
  /// Notes a camera that somebody saw.
  @Command(
      name = "add",
      description = "Notes a camera that somebody saw, by words or on a plan; prints its name.",
      mixinStandardHelpOptions = true)
  static final class Add extends CaseVerb.Saying {
    @Option(names = "--place", defaultValue = "", description = "Where, in words.")
    private String place = "";

    @Option(names = "--floor", paramLabel = "NAME", description = "On which plan.")
    private @Nullable String floor;

    @Option(names = "--at", defaultValue = "", paramLabel = "X,Y", description = "Where on it.")
    private String at = "";

    @Option(names = "--looks", defaultValue = "", description = "What it looks like.")
    private String looks = "";

    @Option(names = "--brand", defaultValue = "", description = "Brand on the label.")
    private String brand = "";

    @Option(names = "--model", defaultValue = "", description = "Model on the label.")
    private String model = "";

    @Option(names = "--mac", defaultValue = "", description = "Hardware address on the label.")
    private String mac = "";

    @Option(
        names = "--serial",
        defaultValue = "",
        description = "Serial number on the label; only its hash is kept.")
    private String serial = "";

    @Option(names = "--note", defaultValue = "", description = "A remark.")
    private String note = "";

    @Override
    protected void work(CaseFile file) throws Exception {
      PlanBook book = file.floors();
      Optional<Spot> spot = Optional.empty();
      if (floor != null) {
        Floor one = FloorCase.floor(book.plan(), floor);
        spot = Optional.of(FloorCase.spot(one, at));
      }
      if (spot.isEmpty() && place.isBlank()) {
        throw new CommandException(ExitCode.USAGE, "give --place, or --floor and --at");
      }
      Label label = new Label(brand, model, mac, book.veiled(serial));
      Sighting sighting =
          new Sighting(
              book.freshSighting(),
              spot,
              place,
              looks,
              label,
              note,
              Match.OPEN,
              FloorCase.said(by()));
      book.note(sighting);
      out().println(sighting.id());
    }
  }

  /// Lists what was seen.
  @Command(
      name = "list",
      description = "Lists what was seen, and which parts of the site were walked whole.",
      mixinStandardHelpOptions = true)
  static final class ListCommand extends CaseVerb.Listing {
    private static final List<String> COLUMNS =
        List.of(
            "id", "floor", "x", "y", "place", "looks", "brand", "model", "mac", "serial", "note",
            "state", "is", "by", "at");

    @Override
    protected void work(CaseFile file) throws Exception {
      List<List<String>> rows = new ArrayList<>();
      for (Sighting one : file.floors().round().sightings()) {
        rows.add(row(one));
      }
      for (Walked walked : file.floors().round().walked()) {
        rows.add(
            List.of(
                "",
                walked.part(),
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "walked",
                "",
                walked.said().by(),
                walked.said().at().toString()));
      }
      tell(COLUMNS, rows);
    }

    private static List<String> row(Sighting one) {
      return List.of(
          one.id(),
          one.spot().map(Spot::floor).orElse(""),
          one.spot().map(spot -> Long.toString(Math.round(spot.x()))).orElse(""),
          one.spot().map(spot -> Long.toString(Math.round(spot.y()))).orElse(""),
          one.place(),
          one.looks(),
          one.label().brand(),
          one.label().model(),
          one.label().mac(),
          one.label().serial(),
          one.note(),
          one.match().state().word(),
          one.match().name(),
          one.said().by(),
          one.said().at().toString());
    }
  }

  /// Says which asset a sighting or a row of a list is.
  @Command(
      name = "link",
      description = {
        "Says by hand what a sighting (s1) or a row of a list (LIST#ROW) is: an asset, a row of a",
        "list (sightings only), or nothing that was found; --open leaves it to the rules again."
      },
      mixinStandardHelpOptions = true)
  static final class Link extends CaseVerb.Saying {
    @Parameters(paramLabel = "WHICH", description = "A sighting or LIST#ROW.")
    private String which = "";

    @CommandLine.ArgGroup(multiplicity = "1")
    private What what = new What();

    /// What it is; one of these.
    static final class What {
      @Option(names = "--asset", description = "This asset.")
      private @Nullable String asset;

      @Option(names = "--row", paramLabel = "LIST#ROW", description = "This row of a list.")
      private @Nullable String row;

      @Option(names = "--not-found", description = "Nothing that was found.")
      private boolean notFound;

      @Option(names = "--open", description = "Nobody knows.")
      private boolean open;

      Match match() {
        if (asset != null) {
          return Match.is(asset);
        }
        return row != null ? Match.onPaper(row) : notFound ? Match.NOT_FOUND : Match.OPEN;
      }
    }

    @Override
    protected void work(CaseFile file) throws Exception {
      Said said = FloorCase.said(by());
      PlanBook book = file.floors();
      Optional<Sighting> sighting = book.round().sighting(which);
      if (sighting.isPresent()) {
        book.note(sighting.get().matched(what.match(), said));
      } else if (which.contains("#") && what.row == null) {
        book.match(which, what.match(), said);
      } else {
        throw new CommandException(
            ExitCode.USAGE, "there is no sighting '" + which + "'; see 'lenswacht sight list'");
      }
    }
  }

  /// Says that a part of the site was walked whole.
  @Command(
      name = "walked",
      description = "Says that a part of the site was walked whole; --not takes that back.",
      mixinStandardHelpOptions = true)
  static final class WalkedCommand extends CaseVerb.Saying {
    @Parameters(paramLabel = "PART", description = "A floor, or any other words.")
    private String part = "";

    @Option(names = "--not", description = "It was not.")
    private boolean not;

    @Override
    protected void work(CaseFile file) throws Exception {
      Said said = FloorCase.said(by());
      if (not) {
        file.floors().notWalked(part, said);
      } else {
        file.floors().walked(new Walked(part, said));
      }
    }
  }

  /// Brings a list in.
  @Command(
      name = "import",
      description = {
        "Reads a list of what should hang at the site: CSV, XLSX or ODS with any of the columns",
        "number, address, place, brand, model, MAC and serial number, in Dutch or English."
      },
      mixinStandardHelpOptions = true)
  static final class Import extends CaseVerb.Saying {
    @Parameters(paramLabel = "FILE", description = "The list.")
    private Path list = Path.of("");

    @Override
    protected void work(CaseFile file) throws Exception {
      try {
        String name = String.valueOf(list.getFileName());
        PaperList read =
            InventorySheet.read(list, name, file.floors()::veiled, FloorCase.said(by()));
        file.floors().keep(read);
        out().println(name + ": " + read.rows().size() + " rows");
      } catch (SheetException refused) {
        throw new CommandException(ExitCode.USAGE, list + ": " + refused.getMessage(), refused);
      }
    }
  }

  /// Holds paper, network and sight against each other.
  @Command(
      name = "reconcile",
      description = {
        "Holds paper, network and sight against each other: every thing with where it is known.",
        "Two are taken for one by IP address, hardware address or serial number, else by hand."
      },
      mixinStandardHelpOptions = true)
  static final class Reconcile extends CaseVerb.Listing {
    private static final List<String> COLUMNS =
        List.of("what", "where", "asset", "paper", "seen", "why");

    @Option(names = "--lang", defaultValue = "en", paramLabel = "nl|en", description = "Language.")
    private Locale language = Locale.ENGLISH;

    @Option(names = "--out", paramLabel = "FILE", description = "Also as picture, .svg or .png.")
    private @Nullable Path out;

    @Override
    protected void work(CaseFile file) throws Exception {
      Reconciliation known =
          file.floors().reconcile(FloorCase.judged(file), !file.visits().isEmpty());
      CirclesTale tale = new CirclesTale(known, PictureWords.in(language));
      List<List<String>> rows = new ArrayList<>();
      known.things().forEach(thing -> rows.add(row(thing, tale)));
      tell(COLUMNS, rows);
      tale.told().forEach(err()::println);
      if (out != null) {
        FloorCase.write(new CirclesDrawing(known, PictureWords.in(language)).drawing(), out);
      }
    }

    private static List<String> row(Thing thing, CirclesTale tale) {
      return List.of(
          tale.name(thing),
          thing.region().word(),
          thing.asset().map(asset -> asset.name()).orElse(""),
          thing.rows().stream().map(row -> row.key()).collect(Collectors.joining(" ")),
          thing.sightings().stream().map(Sighting::id).collect(Collectors.joining(" ")),
          tale.why(thing));
    }
  }
}
