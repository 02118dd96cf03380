package lenswacht.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import lenswacht.casefile.CaseFile;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A verb on a case file, which is open while it works.
abstract class CaseVerb implements Callable<Integer> {
  @Mixin private CaseOption caseOption = new CaseOption();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public final Integer call() throws Exception {
    try (CaseFile file = caseOption.open()) {
      work(file);
      return ExitCode.RAN.number();
    }
  }

  /// Does it.
  protected abstract void work(CaseFile file) throws Exception;

  /// Where the answer goes.
  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /// Where remarks go.
  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /// One that says something, on somebody's word.
  abstract static class Saying extends CaseVerb {
    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who says it.")
    private String by = "";

    /// Who says it.
    final String by() {
      return by;
    }
  }

  /// One that gives a table.
  abstract static class Listing extends CaseVerb {
    @Mixin private FormatOption format = new FormatOption();

    /// Gives the table in the form that was asked for.
    final void tell(List<String> columns, List<List<String>> rows) {
      new Answer(columns, rows).write(format.chosen(), out());
    }
  }
}
