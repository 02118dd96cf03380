package lenswacht.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.compare.Change;
import lenswacht.assessment.compare.Comparison;
import lenswacht.assessment.compare.EditionChanges;
import lenswacht.assessment.compare.Moment;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.DecisionChanges;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.KnowledgeFolder;
import lenswacht.knowledge.PackChoice;
import lenswacht.knowledge.PackException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tells what changed between two visits or two editions.
@Command(
    name = "compare",
    description = {
      "Tells what changed between two cases, two moments of one case, or one case under two editions.",
      "What changed on site, in the answers, in the rules, in the knowledge and in the coverage is",
      "kept apart: the later site is judged under the earlier edition first, then with the later",
      "rules, then with the later knowledge. Decisions are listed with whether they still hold.",
      "Nothing is kept."
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("cause", "subject", "what", "before", "after", "says");

  @Parameters(
      arity = "1..2",
      paramLabel = "CASE",
      description = "The earlier case and the later one; one case is compared with itself.")
  private List<Path> cases = List.of();

  @Option(
      names = "--first-until",
      paramLabel = "DAY",
      description = "Takes the earlier case as it was at the end of this day or at this instant.")
  private @Nullable String firstUntil;

  @Option(
      names = "--second-until",
      paramLabel = "DAY",
      description = "Takes the later case as it was at the end of this day or at this instant.")
  private @Nullable String secondUntil;

  @Option(
      names = "--first-edition",
      paramLabel = "FOLDER",
      description = "The earlier edition of knowledge. Default: the bundled one.")
  private @Nullable Path firstEdition;

  @Option(
      names = {"--edition", "--second-edition"},
      paramLabel = "FOLDER",
      description = "The later edition of knowledge. Default: the bundled one.")
  private @Nullable Path secondEdition;

  @Option(
      names = "--pack",
      paramLabel = "ID|FOLDER",
      defaultValue = "nl",
      description = "The policy pack under which both are judged. Default: ${DEFAULT-VALUE}.")
  private String pack = "";

  @Option(names = "--on", paramLabel = "DAY", description = "Judge ages as on this day.")
  private @Nullable LocalDate day;

  @Mixin private FormatOption format = new FormatOption();

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    KnowledgeFolder earlier = folder(firstEdition);
    KnowledgeFolder later = folder(secondEdition);
    PackChoice choice = PackOption.choice(pack);
    List<Change> changes = new ArrayList<>();
    try (CaseFile first = open(cases.getFirst(), firstUntil);
        CaseFile second = open(cases.getLast(), secondUntil)) {
      if (!first.site().equals(second.site())) {
        spec.commandLine()
            .getErr()
            .println("two sites: '%s' and '%s'".formatted(first.site(), second.site()));
      }
      Edition before = Edition.read(earlier, choice);
      Edition after = Edition.read(later, choice);
      Moment start = moment(first, before);
      Moment said = moment(second, before);
      Moment site = said;
      if (!start.answers().equals(said.answers())) {
        site = said.judged(second.judge(identifier(), before, onDay(), first.answers()));
      }
      Moment rules = said;
      Moment end = said;
      if (!before.id().equals(after.id())) {
        rules = said.judged(judge(second, EditionChanges.mixed(later, earlier, choice)));
        end = said.judged(judge(second, after));
        changes.addAll(EditionChanges.of(before, after));
      }
      changes.addAll(Comparison.of(new Comparison.Steps(start, site, said, rules, end)));
      changes.addAll(
          DecisionChanges.of(first.decisions(), second.decisions(), end.assessment(), after));
      show(changes, before, after);
      return ExitCode.RAN.number();
    } catch (PackException wrong) {
      throw PackOption.refusal(wrong);
    }
  }

  private void show(List<Change> changes, Edition before, Edition after) {
    ChangeText text = new ChangeText(language);
    changes.sort(Comparator.comparing(Change::cause));
    new Answer(
            COLUMNS,
            changes.stream()
                .map(
                    change ->
                        List.of(
                            SeparationCommand.word(change.cause()),
                            change.subject(),
                            SeparationCommand.word(change.what()),
                            change.before(),
                            change.after(),
                            text.of(change)))
                .toList())
        .write(format.chosen(), spec.commandLine().getOut());
    text.counts(changes).forEach(spec.commandLine().getErr()::println);
    spec.commandLine().getErr().println(before.id() + " -> " + after.id());
    spec.commandLine().getErr().flush();
  }

  private static KnowledgeFolder folder(@Nullable Path edition) {
    return edition == null ? KnowledgeFolder.bundled() : KnowledgeFolder.of(edition);
  }

  private static CaseFile open(Path file, @Nullable String until) throws Exception {
    if (!Files.exists(file)) {
      throw new CommandException(ExitCode.USAGE, file + " does not exist");
    }
    return until == null ? CaseFile.open(file) : CaseFile.open(file, instant(until));
  }

  private static Instant instant(String text) throws CommandException {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC)
          : Instant.parse(text);
    } catch (DateTimeException malformed) {
      throw new CommandException(
          ExitCode.USAGE,
          "'" + text + "' is neither 2026-11-20 nor 2026-11-20T10:00:00Z",
          malformed);
    }
  }

  private Moment moment(CaseFile file, Edition edition) throws Exception {
    return new Moment(judge(file, edition), file.answers(), file.visits());
  }

  private Assessment judge(CaseFile file, Edition edition) throws Exception {
    return file.judge(identifier(), edition, onDay());
  }

  private static Identifier identifier() {
    return new Identifier(Catalogue.bundled());
  }

  private LocalDate onDay() {
    return day == null ? LocalDate.now(ZoneId.systemDefault()) : day;
  }
}
