package lenswacht.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.advisory.AdvisoryJudge;
import lenswacht.assessment.advisory.Product;
import lenswacht.casefile.CaseFile;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Explainer;
import lenswacht.fingerprint.Identifier;
import lenswacht.report.CautionTale;
import lenswacht.report.ChannelTale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Prints why an asset was identified as it was, from the bytes to the conclusion.
@Command(
    name = "explain",
    description = {
      "Says why an asset was identified as it was: for each conclusion the signs for and against,",
      "the bytes they were read from with the decisive part marked, and the catalogue's line."
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Mixin private CaseOption caseOption = new CaseOption();

  @Option(
      names = "--asset",
      required = true,
      paramLabel = "N",
      description = "Row of 'lenswacht assets', from 1, or an address.")
  private String wanted = "";

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Catalogue catalogue = Catalogue.bundled();
    PrintWriter out = spec.commandLine().getOut();
    try (CaseFile file = caseOption.open()) {
      Identifier identifier = new Identifier(catalogue);
      List<SeenAsset> assets = rows(file.assets(identifier));
      int number = number(assets);
      SeenAsset asset = assets.get(number - 1);
      ExplanationText text = new ExplanationText(language, id -> file.shown(id, identifier));
      text.lines(number, asset.address(), new Explainer(catalogue).explain(asset.identification()))
          .forEach(out::println);
      AdvisoryJudge judge =
          new AdvisoryJudge(knowledge.edition().advisories(), catalogue.firmware());
      text.advisories(judge.answers(Product.of(asset.identification()))).forEach(out::println);
      List<String> behind = new ArrayList<>(new CautionTale(language).tell(asset.trace()));
      behind.addAll(new ChannelTale(language).tell(asset.trace().channels()));
      if (!behind.isEmpty()) {
        out.println();
        behind.forEach(out::println);
      }
    }
    out.flush();
    return ExitCode.RAN.number();
  }

  /// As 'lenswacht assets' lists them: an asset once for each of its addresses.
  private static List<SeenAsset> rows(List<SeenAsset> assets) {
    return assets.stream()
        .flatMap(asset -> AssetsCommand.addresses(asset).map(address -> asset))
        .toList();
  }

  private int number(List<SeenAsset> assets) throws CommandException {
    for (int i = 0; i < assets.size(); i++) {
      if (wanted.equals(String.valueOf(i + 1))
          || wanted.equals(assets.get(i).address())
          || AssetsCommand.addresses(assets.get(i)).anyMatch(wanted::equals)) {
        return i + 1;
      }
    }
    throw new CommandException(
        ExitCode.USAGE,
        "--asset: there is no asset '" + wanted + "'; 'lenswacht assets' lists " + assets.size());
  }
}
