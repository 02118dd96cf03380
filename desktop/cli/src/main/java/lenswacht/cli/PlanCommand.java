package lenswacht.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import lenswacht.assessment.Goal;
import lenswacht.assessment.Level;
import lenswacht.assessment.Plan;
import lenswacht.assessment.Planner;
import lenswacht.assessment.RatedAsset;
import lenswacht.casefile.CaseFile;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.KnowledgeFolder;
import lenswacht.knowledge.PackException;
import lenswacht.knowledge.PriceList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Judges a case and finds the cheapest remedies.
@Command(
    name = "plan",
    description = {
      "Judges a case and finds the cheapest remedies that bring every asset to a level,",
      "or the lowest levels that a budget pays. What is not determined is planned for at its worst.",
      "The bundled prices are placeholders: give your own."
    },
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("remedy", "what", "euros", "assets", "silences");

  /// What to plan for: one of the two.
  private static final class Aim {
    @Option(
        names = "--target",
        paramLabel = "LEVEL",
        description = "No headline higher, on either axis: ${COMPLETION-CANDIDATES}.")
    private @Nullable Level level;

    @Option(names = "--budget", paramLabel = "EUR", description = "No more than these euros.")
    private @Nullable Long euros;
  }

  @Mixin private CaseOption caseOption = new CaseOption();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private Judging judging = new Judging();

  @ArgGroup(multiplicity = "1")
  private Aim aim = new Aim();

  @Option(names = "--prices", paramLabel = "CSV", description = "Columns remedy,euros,source,date.")
  private @Nullable Path priceFile;

  @Option(
      names = "--purpose-may-change",
      description = "The owner agreed to remedies that touch what a camera is for.")
  private boolean purposeMayChange;

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Edition edition = judging.edition();
    Planner planner = new Planner(edition, prices(edition));
    try (CaseFile file = caseOption.open()) {
      Plan plan = plan(planner, judging.assess(file, edition).assets());
      List<List<String>> rows = new ArrayList<>();
      plan.steps().forEach(step -> rows.add(row(edition, step)));
      new Answer(COLUMNS, rows).write(format.chosen(), spec.commandLine().getOut());
      spec.commandLine()
          .getErr()
          .println(
              "EUR "
                  + plan.euros()
                  + ", afterwards espionage "
                  + word(plan.espionage())
                  + ", privacy "
                  + word(plan.privacy())
                  + (plan.isReached()
                      ? ""
                      : "; out of reach: " + String.join(", ", plan.outOfReach())));
      return ExitCode.RAN.number();
    }
  }

  private Plan plan(Planner planner, List<RatedAsset> assets) throws CommandException {
    Level level = aim.level;
    Long euros = aim.euros;
    if (level != null) {
      return planner.plan(assets, new Goal(level, level, purposeMayChange, Set.of()));
    }
    return planner
        .within(assets, euros == null ? 0 : euros, purposeMayChange)
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.USAGE, "even what must be cleared costs more than the budget"));
  }

  private PriceList prices(Edition edition) throws CommandException {
    Path own = priceFile;
    if (own == null) {
      return edition.remedies().prices();
    }
    Path folder = own.toAbsolutePath().getParent();
    try {
      return edition
          .remedies()
          .prices(
              KnowledgeFolder.of(folder == null ? own : folder), String.valueOf(own.getFileName()));
    } catch (PackException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private List<String> row(Edition edition, Plan.Step step) {
    String what =
        edition.remedies().all().stream()
            .filter(remedy -> remedy.id().equals(step.remedy()))
            .map(remedy -> remedy.title(language))
            .findFirst()
            .orElse("");
    return List.of(
        step.remedy(),
        what,
        Long.toString(step.euros()),
        String.join(" ", step.addresses()),
        String.join(" ", step.silences()));
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
