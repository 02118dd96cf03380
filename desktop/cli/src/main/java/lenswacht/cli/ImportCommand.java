package lenswacht.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.outside.OutsideDocument;
import lenswacht.casefile.outside.OutsideException;
import lenswacht.casefile.outside.OutsideReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Brings in what others saw of the site from outside.
@Command(
    name = "import",
    description = {
      "Brings in what others saw of the site from outside: exports of hosts by Shodan, Censys and",
      "ZoomEye (JSON, whole or a line each) and runs of nmap (XML). Logs are read as by 'logs'.",
      "Each fact keeps its date and its origin. A file that comes again adds nothing.",
      "Exit codes: 0 brought in, 2 a file is of no known kind, 6 parts could not be read."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  @Mixin private CaseOption caseOption = new CaseOption();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.")
  private List<Path> files = new ArrayList<>();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    ExitCode code = ExitCode.RAN;
    try (CaseFile file = caseOption.open()) {
      LogIntake logs = new LogIntake(file, err, ZoneId.systemDefault());
      for (Path one : files) {
        ExitCode outcome =
            OutsideReader.mayRead(one) ? outside(file, one, err) : logs.read(one, Optional.empty());
        code = LogIntake.worse(code, outcome);
      }
    }
    return code.number();
  }

  private static ExitCode outside(CaseFile file, Path one, PrintWriter err) throws Exception {
    try {
      OutsideDocument document = new OutsideReader().read(one);
      int added = file.keep(String.valueOf(one.getFileName()), document);
      err.printf(
          "%s: %s, %d facts, %d of them new%n",
          one, document.origin(), document.facts().size(), added);
      document.faults().forEach(fault -> err.printf("%s: %s%n", one, fault));
      err.flush();
      return document.faults().isEmpty() ? ExitCode.RAN : ExitCode.INCOMPLETE;
    } catch (OutsideException refused) {
      err.println("lenswacht: " + one + ": " + refused.why());
      err.flush();
      return ExitCode.USAGE;
    }
  }
}
