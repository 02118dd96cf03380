package lenswacht.agent;

import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// How long a scan run listens before it sends anything.
final class ListenOption {
  private static final int LONGEST = 86_400;
  private static final int USUAL = -1;

  private int seconds = USUAL;

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Option(
      names = "--listen-for",
      paramLabel = "SECONDS",
      description = "Listen so long before anything is sent; 60, or 2 in a practice building.")
  void listenFor(int value) {
    if (value < 0 || value > LONGEST) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--listen-for must be between 0 and " + LONGEST + " seconds");
    }
    seconds = value;
  }

  /// The time that was asked for; empty for the usual one.
  Optional<Duration> time() {
    return seconds == USUAL ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
  }
}
