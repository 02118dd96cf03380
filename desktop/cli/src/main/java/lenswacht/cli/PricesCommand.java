package lenswacht.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import lenswacht.knowledge.Edition;
import lenswacht.product.PriceSheet;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes an empty price list for the owner.
@Command(
    name = "prices",
    description = {
      "Writes an empty price list (.xlsx or .csv): a row for each remedy, with the placeholder",
      "beside it. The owner fills in 'euros', 'source' and 'date'; 'plan --prices' reads it."
    },
    mixinStandardHelpOptions = true)
final class PricesCommand implements Callable<Integer> {
  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where it goes.")
  private Path out = Path.of("");

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    ProductSheets.write(out, PriceSheet.template(Edition.bundled().remedies(), language));
    spec.commandLine().getErr().println("price list written to " + out);
    return ExitCode.RAN.number();
  }
}
