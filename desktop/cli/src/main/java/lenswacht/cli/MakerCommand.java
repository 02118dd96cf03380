package lenswacht.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lenswacht.knowledge.Age;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Jurisdiction;
import lenswacht.knowledge.Listing;
import lenswacht.knowledge.Maker;
import lenswacht.knowledge.MakerRegister;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints who owns a maker and what is stated on their states.
@Command(
    name = "maker",
    description = {
      "Prints a maker, its owners, and what is stated on their states, each with source and day.",
      "Sources over a year old are marked. A state that nothing is stated on has no row."
    },
    mixinStandardHelpOptions = true)
final class MakerCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("part", "name", "says", "source", "date", "over_a_year");

  @Parameters(paramLabel = "NAME", description = "As the register spells it, such as EZVIZ.")
  private String name = "";

  @Option(
      names = "--on",
      paramLabel = "DAY",
      description = "Count ages as on this day. Default: today.")
  private @Nullable LocalDate day;

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @Mixin private FormatOption format = new FormatOption();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    MakerRegister register = Edition.bundled().makers();
    LocalDate onDay = day == null ? LocalDate.now(ZoneId.systemDefault()) : day;
    List<List<String>> rows = new ArrayList<>();
    for (Maker link : register.chain(name)) {
      String share =
          link.stateShare().isPresent() ? ", " + link.stateShare().getAsInt() + " %" : "";
      String seats = link.seats().isEmpty() ? "?" : String.join(" ", link.seats());
      rows.add(row("owner", link.name(), seats + share, link.source(), link.date(), onDay));
    }
    if (rows.isEmpty()) {
      throw new CommandException(ExitCode.USAGE, "the register has no maker '" + name + "'");
    }
    for (Jurisdiction.Criterion criterion : Jurisdiction.Criterion.values()) {
      for (Jurisdiction said : register.statements(name, criterion)) {
        String text = language.getLanguage().equals("nl") ? said.nl() : said.en();
        rows.add(row("state", said.state(), text, said.source(), said.date(), onDay));
      }
    }
    for (Listing listing : register.listings(name)) {
      rows.add(
          row(
              "listing",
              listing.state(),
              listing.instrument(),
              listing.source(),
              listing.date(),
              onDay));
    }
    new Answer(COLUMNS, rows).write(format.chosen(), spec.commandLine().getOut());
    return ExitCode.RAN.number();
  }

  private static List<String> row(
      String part, String name, String says, String source, String date, LocalDate onDay) {
    return List.of(part, name, says, source, date, Age.isOverAYear(date, onDay) ? "yes" : "no");
  }
}
