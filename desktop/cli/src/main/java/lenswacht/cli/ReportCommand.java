package lenswacht.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import lenswacht.assessment.Assessment;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CustodyAct;
import lenswacht.knowledge.Edition;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes the report of a case as PDF.
@Command(
    name = "report",
    description = "Writes the report of a case as PDF, in Dutch or English.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Mixin private CaseOption caseOption = new CaseOption();
  @Mixin private Judging judging = new Judging();

  @Option(names = "--out", required = true, paramLabel = "PDF", description = "Where it goes.")
  private Path out = Path.of("");

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CommandException(ExitCode.USAGE, "there is no folder for " + out);
    }
    try (CaseFile file = caseOption.open()) {
      Edition edition = judging.edition();
      Assessment assessment = judging.assess(file, edition);
      Reports.write(file, assessment, edition, language, out);
      file.custodyLog().noteFile(CustodyAct.Kind.REPORT_WRITTEN, out, "");
      spec.commandLine().getErr().println("report written to " + out);
      return judging.exitCode(assessment).number();
    }
  }
}
