package lenswacht.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The device program as a process of its own, as people run it.
final class AgentProcess {
  private final Path home;
  private final List<String> inside;

  /// @param home the folder that holds its keys
  AgentProcess(Path home) {
    this(home, List.of());
  }

  /// @param inside the words of a command that runs another one somewhere
  AgentProcess(Path home, List<String> inside) {
    this.home = home;
    this.inside = List.copyOf(inside);
  }

  /// How it ended.
  record Ended(int exitCode, String err) {}

  /// Runs it to its end, at most two minutes.
  Ended run(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    process.getOutputStream().close();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("the agent did not end: " + err);
    }
    return new Ended(process.exitValue(), err);
  }

  /// Starts it.
  Process start(String... arguments) throws IOException {
    return command(arguments).start();
  }

  /// How it is started.
  ProcessBuilder command(String... arguments) {
    List<String> command = new ArrayList<>(inside);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("lenswacht.agent.AgentMain");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LENSWACHT_HOME", home.toString());
    return builder;
  }
}
