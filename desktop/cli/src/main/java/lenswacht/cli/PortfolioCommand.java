package lenswacht.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.assessment.Interval;
import lenswacht.casefile.Portfolio;
import lenswacht.casefile.Retention;
import lenswacht.casefile.SiteState;
import lenswacht.casefile.SiteState.Looked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists how many sites stand. The columns are part of the command's interface.
@Command(
    name = "portfolio",
    description = {
      "Lists the case files in a folder and the folders in it: both ratings as last judged,"
          + " coverage,",
      "last visit and its age, open remedies, edition, and until when the case is kept (kept, past:"
          + " it",
      "may be erased, nobody-said). Nothing is judged again. Ratings are never",
      "averaged; an empty cell means: not determined. A case file that cannot be read is listed as",
      "such, and the exit code is 6 then."
    },
    mixinStandardHelpOptions = true)
final class PortfolioCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "site",
          "espionage",
          "privacy",
          "assets",
          "looked_at",
          "allowed",
          "last_visit",
          "days_ago",
          "open_remedies",
          "edition",
          "judged_on",
          "state",
          "file",
          "keep_until",
          "keeping");

  /// The forms in which it can be given.
  enum Form {
    /// Aligned columns.
    text,
    /// RFC 4180 with a heading.
    csv,
    /// An array of objects.
    json
  }

  @Parameters(paramLabel = "FOLDER", description = "Where the case files are.")
  private Path folder = Path.of(".");

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "Form of the output: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Form format = Form.text;

  @Option(names = "--on", paramLabel = "DAY", description = "Count ages to this day.")
  private @Nullable LocalDate day;

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(folder)) {
      throw new CommandException(ExitCode.USAGE, folder + " is not a folder");
    }
    Portfolio portfolio = Portfolio.read(Portfolio.files(folder), (done, all) -> {});
    LocalDate today = day == null ? LocalDate.now(ZoneOffset.UTC) : day;
    new Answer(COLUMNS, portfolio.sites().stream().map(site -> row(site, today)).toList())
        .write(
            switch (format) {
              case text -> Answer.Format.TABLE;
              case csv -> Answer.Format.CSV;
              case json -> Answer.Format.JSON;
            },
            spec.commandLine().getOut());
    sum(portfolio, today, spec.commandLine().getErr());
    return (portfolio.unread() == 0 ? ExitCode.RAN : ExitCode.INCOMPLETE).number();
  }

  private static List<String> row(SiteState site, LocalDate today) {
    return List.of(
        site.site(),
        level(site.espionage()),
        level(site.privacy()),
        site.edition().isEmpty() ? "" : Integer.toString(site.assets()),
        site.coverage().map(Looked::addresses).map(String::valueOf).orElse(""),
        site.coverage().map(Looked::allowed).map(String::valueOf).orElse(""),
        site.lastVisit().map(at -> day(at).toString()).orElse(""),
        site.lastVisit().map(at -> "" + ChronoUnit.DAYS.between(day(at), today)).orElse(""),
        site.trouble().isPresent() ? "" : Integer.toString(site.openRemedies()),
        site.edition().orElse(""),
        site.judgedOn().map(LocalDate::toString).orElse(""),
        state(site),
        site.file().toString(),
        site.retention().map(Retention::until).map(LocalDate::toString).orElse(""),
        keeping(site, today));
  }

  private static String level(Optional<Interval> level) {
    return level
        .map(
            known ->
                known.isExact()
                    ? word(known.worst())
                    : word(known.best()) + ".." + word(known.worst()))
        .orElse("");
  }

  private static String word(Enum<?> constant) {
    return SeparationCommand.word(constant);
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static String keeping(SiteState site, LocalDate today) {
    return switch (site.keeping(today)) {
      case KEPT -> "kept";
      case PAST -> "past";
      case NOBODY_SAID -> "nobody-said";
      case NOT_DETERMINED -> "";
    };
  }

  private static String state(SiteState site) {
    return site.trouble()
        .map(trouble -> word(trouble.reason()))
        .orElse(site.edition().isEmpty() ? "not-judged" : site.isBehind() ? "behind" : "judged");
  }

  private void sum(Portfolio portfolio, LocalDate today, PrintWriter out) {
    PortfolioText text = new PortfolioText(language);
    text.sum(portfolio, today).forEach(out::println);
    out.flush();
  }
}
