package lenswacht.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Finding;
import lenswacht.assessment.RatedAsset;
import lenswacht.casefile.CaseFile;
import lenswacht.knowledge.Edition;
import lenswacht.observation.EvidenceId;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists what was judged, each with its clause and evidence.
@Command(
    name = "findings",
    description = "Lists what was judged: the sentence, its clause, and the evidence it rests on.",
    mixinStandardHelpOptions = true)
final class FindingsCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "address", "rule", "severity", "axes", "finding", "clause", "acceptable_if", "evidence");

  @Mixin private CaseOption caseOption = new CaseOption();
  @Mixin private FormatOption format = new FormatOption();
  @Mixin private Judging judging = new Judging();

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Edition edition = judging.edition();
    try (CaseFile file = caseOption.open()) {
      Assessment assessment = judging.assess(file, edition);
      List<List<String>> rows = new ArrayList<>();
      for (RatedAsset asset : assessment.assets()) {
        asset.findings().forEach(finding -> rows.add(row(asset.address(), finding, edition)));
      }
      new Answer(COLUMNS, rows).write(format.chosen(), spec.commandLine().getOut());
      return judging.exitCode(assessment).number();
    }
  }

  private List<String> row(String address, Finding finding, Edition edition) {
    return List.of(
        address,
        finding.rule(),
        finding.severity().name().toLowerCase(Locale.ROOT),
        finding.axes().stream()
            .map(axis -> axis.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" ")),
        edition.pack().sentence(finding.text(), language, finding.parameters()),
        finding.clause(),
        edition.pack().sentence(finding.acceptableIf(), language, finding.parameters()),
        finding.evidence().stream().map(EvidenceId::brief).collect(Collectors.joining(" ")));
  }
}
