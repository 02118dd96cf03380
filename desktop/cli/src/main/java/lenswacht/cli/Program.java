package lenswacht.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another program of the kit, started as a process of its own with the runtime and the class path
/// of this one.
enum Program {
  /// The device program.
  AGENT("lenswacht.agent.AgentMain"),
  /// The practice building.
  SIMULATOR("lenswacht.simulator.SimulatorMain"),
  /// The JavaFX console.
  CONSOLE("lenswacht.console.ConsoleMain");

  private final String mainClass;

  Program(String mainClass) {
    this.mainClass = mainClass;
  }

  /// A process that is ready to be started with these arguments.
  ProcessBuilder with(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath(),
            mainClass));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  /// Runs it in this terminal and gives its exit code.
  int runHere(List<String> arguments) throws IOException, InterruptedException {
    return with(arguments).inheritIO().start().waitFor();
  }

  private static String classPath() {
    String tests = System.getProperty("surefire.test.class.path");
    return tests != null ? tests : System.getProperty("java.class.path");
  }
}
