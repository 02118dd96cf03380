package lenswacht.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.casefile.CaseFile;
import lenswacht.observation.Coverage;
import lenswacht.observation.FactJson;
import lenswacht.report.CoverageTale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells what was looked at in all visits together and what was not.
@Command(
    name = "coverage",
    description = {
      "Tells what was looked at in all visits together, and what was not: where the device stood,",
      "what was swept, heard and asked, and what a further round would still find."
    },
    mixinStandardHelpOptions = true)
final class CoverageCommand implements Callable<Integer> {
  @Mixin private CaseOption caseOption = new CaseOption();

  @Option(names = "--json", description = "As facts for programs.")
  private boolean json;

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (CaseFile file = caseOption.open()) {
      Optional<Coverage> coverage = file.coverage();
      if (coverage.isEmpty()) {
        throw new CommandException(
            ExitCode.INCOMPLETE, caseOption.file() + " holds no scan: nothing was looked at");
      }
      if (json) {
        out.println(FactJson.writePretty(coverage.get()));
      } else {
        out.print(new CoverageTale(language).text(coverage.get()));
      }
      out.flush();
    }
    return ExitCode.RAN.number();
  }
}
