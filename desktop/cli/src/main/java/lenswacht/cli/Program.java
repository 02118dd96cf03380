package lenswacht.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Another program of the kit, started as a process of its own with the runtime and the class path
/// of this one.
enum Program {
  /// The device program.
  AGENT("lenswacht.agent.AgentMain"),
  /// The practice building.
  SIMULATOR("lenswacht.simulator.SimulatorMain"),
  /// The JavaFX console.
  CONSOLE("lenswacht.console.ConsoleMain");

  /// A jar with code for one platform, such as `javafx-base-26.0.2-linux.jar`; its twin without the
  /// platform's name is empty.
  private static final Pattern PLATFORM_JAR = Pattern.compile("javafx-\\w+-[0-9.]+-[\\w-]+\\.jar");

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
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    if (this != CONSOLE) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.addAll(paths());
    command.add(mainClass);
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  /// Runs it in this terminal and gives its exit code.
  int runHere(List<String> arguments) throws IOException, InterruptedException {
    return with(arguments).inheritIO().start().waitFor();
  }

  /// Runs it beside this terminal, without its standard output, and gives its exit code.
  int runSilently(List<String> arguments) throws IOException, InterruptedException {
    return with(arguments)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
        .waitFor();
  }

  /// JavaFX wants to be on the module path; everything else is on the class path.
  private List<String> paths() {
    List<String> modules = new ArrayList<>();
    List<String> classes = new ArrayList<>();
    for (String path : classPath().split(File.pathSeparator, -1)) {
      String name = String.valueOf(Path.of(path).getFileName());
      if (this != CONSOLE || !name.startsWith("javafx-")) {
        classes.add(path);
      } else if (PLATFORM_JAR.matcher(name).matches()) {
        modules.add(path);
      }
    }
    List<String> paths = new ArrayList<>(List.of("-cp", String.join(File.pathSeparator, classes)));
    if (!modules.isEmpty()) {
      paths.addAll(
          List.of(
              "--module-path",
              String.join(File.pathSeparator, modules),
              "--add-modules",
              "javafx.controls,javafx.swing",
              "--enable-native-access=javafx.graphics"));
    }
    return paths;
  }

  private static String classPath() {
    String tests = System.getProperty("surefire.test.class.path");
    return tests != null ? tests : System.getProperty("java.class.path");
  }
}
