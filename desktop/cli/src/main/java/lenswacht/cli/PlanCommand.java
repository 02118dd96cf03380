package lenswacht.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import lenswacht.assessment.Goal;
import lenswacht.assessment.Level;
import lenswacht.assessment.Plan;
import lenswacht.assessment.Planner;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.remedy.RemedyStanding;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.casefile.CaseFile;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.PriceList;
import lenswacht.observation.FactJson;
import lenswacht.product.PriceSheet;
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
      "Rules that must be silenced come first, whatever the levels. A remedy that touches what a",
      "camera is for is used only if the owner agreed to it ('remedies --set ID=agreed') or with",
      "--purpose-may-change. Prices that nobody gave are placeholders and are marked."
    },
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
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

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description =
          "The owner's price list (.xlsx, .ods or .csv); 'prices --out' writes an empty one.")
  private @Nullable Path priceFile;

  @Option(
      names = "--purpose-may-change",
      description = "The owner agreed to all remedies that touch what a camera is for.")
  private boolean purposeMayChange;

  @Option(names = "--front", description = "Lists every plan that is worth its money instead.")
  private boolean front;

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Edition edition = judging.edition();
    PriceList prices =
        priceFile == null
            ? edition.remedies().prices()
            : PriceSheet.read(priceFile, edition.remedies());
    Planner planner = new Planner(edition, prices);
    try (CaseFile file = caseOption.open()) {
      List<RemedyWord> words = file.decisions().remedies();
      Set<String> refused =
          RemedyStanding.unwanted(edition.remedies().all(), words, purposeMayChange);
      List<RatedAsset> assets = judging.assess(file, edition).assets();
      boolean isWhole = front || format.chosen() == Answer.Format.JSON || aim.euros != null;
      List<Plan> all = isWhole ? planner.front(assets, true, refused) : List.of();
      Plan plan = plan(planner, assets, all, refused);
      PlanText text = new PlanText(edition, prices, words, language);
      PrintWriter out = spec.commandLine().getOut();
      if (format.chosen() == Answer.Format.JSON) {
        out.println(FactJson.writePretty(text.whole(plan, all, assets)));
        out.flush();
      } else if (front) {
        new Answer(PlanText.FRONT_COLUMNS, text.front(all)).write(format.chosen(), out);
      } else {
        new Answer(PlanText.COLUMNS, text.steps(plan)).write(format.chosen(), out);
      }
      text.remarks(plan).forEach(spec.commandLine().getErr()::println);
      spec.commandLine().getErr().flush();
      return ExitCode.RAN.number();
    }
  }

  private Plan plan(Planner planner, List<RatedAsset> assets, List<Plan> all, Set<String> refused)
      throws CommandException {
    Level level = aim.level;
    if (level != null) {
      return planner.plan(assets, new Goal(level, level, true, refused));
    }
    Long euros = aim.euros;
    return Planner.within(all, euros == null ? 0 : euros)
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.USAGE,
                    "even what must be cleared costs more than the budget, or cannot be cleared"));
  }
}
