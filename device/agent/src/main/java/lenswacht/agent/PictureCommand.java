package lenswacht.agent;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.footage.FootageOutcome;
import lenswacht.footage.FootageProcess;
import lenswacht.footage.FootageSource;
import lenswacht.observation.FactJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says what a picture gives away: its size, its sharpness and how wide the faces in it are; never
/// who. Keeps the picture only with every face covered.
@Command(
    name = "picture",
    description = "Says how large and sharp a picture is and how wide its faces are; never who.",
    mixinStandardHelpOptions = true)
final class PictureCommand implements Callable<Integer> {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  @Parameters(paramLabel = "FILE", description = "A picture or a clip on this computer.")
  private Path file = Path.of("");

  @Option(
      names = "--covered",
      paramLabel = "PNG",
      description = "Keep the picture here, with solid blocks over its faces.")
  private @Nullable Path covered;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws AgentException, IOException, InterruptedException {
    if (!Files.isRegularFile(file)) {
      throw new AgentException(ExitCode.USAGE, file + " is no file");
    }
    FootageOutcome outcome =
        FootageProcess.likeThisProgram(DEADLINE)
            .look(new FootageSource.File(file), Optional.ofNullable(covered));
    PrintWriter out = spec.commandLine().getOut();
    return switch (outcome) {
      case FootageOutcome.Seen seen -> {
        out.println(FactJson.writePretty(seen.facts()));
        yield ExitCode.RAN.number();
      }
      case FootageOutcome.Unreadable(String why) ->
          throw new AgentException(ExitCode.USAGE, file + " cannot be read: " + why);
      case FootageOutcome.TimedOut(Duration waited) ->
          throw new AgentException(
              ExitCode.INCOMPLETE, file + " was not read within " + waited.toSeconds() + " s");
    };
  }
}
