package lenswacht.agent.update;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The launcher of a box, `start`, with a packaged program beside it that is the agent under test.
final class Launcher {
  private final Path box;

  /// @param box folder of the box
  Launcher(Path box) throws IOException {
    this.box = box;
    Files.createDirectories(slots());
    Path here = Files.createDirectories(box.resolve("agent"));
    Path root = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(root.resolve("firmware-config"))) {
      root = root.getParent();
    }
    Files.copy(
        root.resolve("firmware-config/usr/lib/lenswacht/agent/start"), here.resolve("start"));
    Files.writeString(
        here.resolve("java.options"),
        "-XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp "
            + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
            + "\n");
  }

  Path slots() {
    return box.resolve("home/slots");
  }

  Path home() {
    return box.resolve("home");
  }

  /// How it is started.
  ///
  /// @param java what stands for the Java launcher
  ProcessBuilder command(String java, int trialSeconds, String... arguments) {
    List<String> command = new java.util.ArrayList<>();
    command.add("/bin/sh");
    command.add(box.resolve("agent/start").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LENSWACHT_JAVA", java);
    builder.environment().put("LENSWACHT_SLOTS", slots().toString());
    builder.environment().put("LENSWACHT_TRIAL_SECONDS", String.valueOf(trialSeconds));
    return builder;
  }

  /// Which program it would start now; asking counts as a start.
  String choice() throws IOException, InterruptedException {
    Path say = box.resolve("say");
    if (Files.notExists(say)) {
      Files.writeString(say, "#!/bin/sh\necho \"$LENSWACHT_SLOT\"\n");
      say.toFile().setExecutable(true);
    }
    Process process = command(say.toString(), 1).redirectErrorStream(false).start();
    String said = new String(process.getInputStream().readAllBytes()).strip();
    process.waitFor();
    return said;
  }
}
