package lenswacht.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.RatedAsset;
import lenswacht.casefile.CaseFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Judges a case under an edition of knowledge and keeps the assessment in the case file.
@Command(
    name = "assess",
    description = {
      "Judges a case under an edition of knowledge and keeps the assessment.",
      "Levels are given as best..worst where inputs are not determined; the worst one counts."
    },
    mixinStandardHelpOptions = true)
final class AssessCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "address", "kind", "brand", "maker", "espionage", "privacy", "findings", "inputs_known");

  @Mixin private CaseOption caseOption = new CaseOption();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private Judging judging = new Judging();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    try (CaseFile file = caseOption.open()) {
      Assessment assessment = judging.assess(file);
      List<List<String>> rows = new ArrayList<>();
      assessment.assets().forEach(asset -> rows.add(row(asset)));
      new Answer(COLUMNS, rows).write(format.chosen(), spec.commandLine().getOut());
      spec.commandLine()
          .getErr()
          .println(
              "site "
                  + assessment.site()
                  + ": espionage "
                  + Words.of(assessment.espionage())
                  + ", privacy "
                  + Words.of(assessment.privacy())
                  + " (edition "
                  + assessment.edition()
                  + ")");
      return judging.exitCode(assessment).number();
    }
  }

  private static List<String> row(RatedAsset asset) {
    return List.of(
        asset.address(),
        asset.identification().identity().kind().name().toLowerCase(Locale.ROOT),
        asset.identification().identity().brand().orElse(""),
        asset.identification().identity().maker().orElse(""),
        Words.of(asset.espionage().level()),
        Words.of(asset.privacy().level()),
        String.valueOf(asset.findings().size()),
        Math.round(asset.coverage() * 100) + " %");
  }
}
