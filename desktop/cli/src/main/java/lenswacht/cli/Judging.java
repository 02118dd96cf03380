package lenswacht.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What the judging commands share: answers that people give, and the level at which to fail.
final class Judging {
  @Option(
      names = "--answer",
      paramLabel = "FIELD=VALUE",
      description = {
        "What a person answered, for example site.class=ministry; kept in the case file.",
        "Repeat for more. A field that nobody answered is not determined, never 'no'."
      })
  private Map<String, String> answers = new LinkedHashMap<>();

  @Option(
      names = "--answers",
      paramLabel = "CSV",
      description = "A question sheet with the columns address (empty: site), field, value.")
  private @Nullable Path sheet;

  @Option(
      names = "--on",
      paramLabel = "DAY",
      description = "Judge ages as on this day. Default: today.")
  private @Nullable LocalDate day;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description = "Exit code 3 if either rating reaches it: ${COMPLETION-CANDIDATES}.")
  private @Nullable Level failOn;

  @Mixin private PackOption pack = new PackOption();

  private @Nullable Identifier identifier;

  /// What tells the assets apart: one for all that is asked of a case, which remembers its word.
  Identifier identifier() {
    Identifier known = identifier;
    if (known == null) {
      known = new Identifier(Catalogue.bundled());
      identifier = known;
    }
    return known;
  }

  /// What is known, with the pack under which is judged.
  Edition edition() throws CommandException {
    return pack.edition();
  }

  /// Keeps the answers and judges under [#edition].
  Assessment assess(CaseFile file) throws CaseFileException, CommandException, IOException {
    return assess(file, edition());
  }

  /// Keeps the answers and judges.
  ///
  /// @param edition what [#edition] gave
  Assessment assess(CaseFile file, Edition edition)
      throws CaseFileException, CommandException, IOException {
    if (sheet != null) {
      AnswerSheet.read(sheet).keep(file, edition.pack());
    }
    List<AnswerSheet.Given> given = new ArrayList<>();
    answers.forEach((field, value) -> given.add(new AnswerSheet.Given("", field, value)));
    new AnswerSheet(given).keep(file, edition.pack());
    return file.assess(identifier(), edition, day());
  }

  /// Judges and keeps nothing.
  ///
  /// @param edition what [#edition] gave
  /// @throws CommandException if there are answers, which would be kept
  Assessment judge(CaseFile file, Edition edition) throws CaseFileException, CommandException {
    if (sheet != null || !answers.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE, "answers are kept in the case, and here nothing is: leave them out");
    }
    return file.judge(identifier(), edition, day());
  }

  /// The day for which is judged.
  LocalDate day() {
    return day == null ? LocalDate.now(ZoneId.systemDefault()) : day;
  }

  /// The exit code that the levels of `assessment` call for.
  ExitCode exitCode(Assessment assessment) {
    boolean reached =
        failOn != null
            && (isAtLeast(assessment.espionage().orElse(null), failOn)
                || isAtLeast(assessment.privacy().orElse(null), failOn));
    return reached ? ExitCode.LEVEL_REACHED : ExitCode.RAN;
  }

  private static boolean isAtLeast(@Nullable Interval interval, Level level) {
    return interval != null && interval.worst().compareTo(level) >= 0;
  }
}
