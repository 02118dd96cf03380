package lenswacht.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import lenswacht.observation.FactJson;
import lenswacht.observation.Forecast;
import lenswacht.observation.Mandate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// What a mandate says, and how long a run under it takes.
@Command(
    name = "show",
    description =
        "Verifies a mandate and prints what it allows, with the expected time as a range.",
    mixinStandardHelpOptions = true)
final class MandateShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The mandate.")
  private Path file = Path.of("");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Mandate mandate = OpenedMandate.of(file);
    Forecast.Range time = Forecast.of(mandate);
    PrintWriter out = spec.commandLine().getOut();
    out.println(FactJson.writePretty(mandate));
    out.flush();
    spec.commandLine()
        .getErr()
        .printf(
            "the signature holds; a run takes %d to %d s, at most %d packets a second%n",
            time.atLeast().toSeconds(), time.atMost().toSeconds(), mandate.packetsPerSecond());
    return ExitCode.RAN.number();
  }
}
