package lenswacht.zones;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A building of two zones in network namespaces, with a camera and a recorder in the one and a
/// printer in the other, and the kit, which is plugged in here and there. Needs root.
final class ZoneRig implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final Path script;
  private final String name;
  private final List<Process> programs = new ArrayList<>();

  /// @param filtered whether the router lets nothing through between the zones
  /// @param dualHomed whether the recorder has a second leg in the office
  ZoneRig(Path folder, boolean filtered, boolean dualHomed) throws Exception {
    this.folder = folder;
    this.script = folder.resolve("rig.sh");
    this.name =
        "lz"
            + Long.toString(ProcessHandle.current().pid(), 36)
            + (filtered ? "f" : "o")
            + (dualHomed ? "2" : "1");
    try (InputStream in = ZoneRig.class.getResourceAsStream("rig.sh")) {
      Files.write(script, in.readAllBytes());
    }
    try {
      rig("up", filtered ? "filter" : "open", dualHomed ? "two" : "one");
      simulate("camera", "eth0", "10.30.1.8/29", "axis-entrance");
      simulate("recorder", "eth0", "10.30.1.16/28", "hik-nvr");
      simulate("printer", "eth0", "10.30.2.8/29", "printer-hp");
      if (dualHomed) {
        simulate("recorder", "eth1", "10.30.2.16/28", "hik-nvr");
      }
    } catch (Exception failed) {
      close();
      throw failed;
    }
  }

  /// Plugs the kit into a zone and scans from there.
  void survey(String zone, Path mandate, Path home) throws Exception {
    rig("plug", zone);
    List<String> command =
        java(
            "lenswacht.agent.AgentMain",
            "survey",
            "--mandate",
            mandate.toString(),
            "--journal",
            folder.resolve("journal").toString(),
            "--spot",
            zone,
            "--listen-for",
            "1",
            "--quiet");
    List<String> all = new ArrayList<>(inside("kit"));
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().put("LENSWACHT_HOME", home.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (code != 0 && code != 6) {
      throw new IOException("the survey from " + zone + " ended with " + code + ": " + said);
    }
  }

  /// The journal of every survey.
  Path journal() {
    return folder.resolve("journal");
  }

  private void simulate(String house, String nic, String base, String id) throws Exception {
    File said = folder.resolve(house + "-" + nic + ".log").toFile();
    List<String> all = new ArrayList<>(inside(house));
    all.addAll(
        java("lenswacht.simulator.SimulatorMain", "--on", nic, "--base", base, "--only", id));
    Process process =
        new ProcessBuilder(all)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(said)
            .start();
    programs.add(process);
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.readString(said.toPath()).contains("ready ")) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IOException(house + " did not come up: " + Files.readString(said.toPath()));
      }
      Thread.sleep(20);
    }
  }

  private List<String> inside(String house) {
    return List.of("ip", "netns", "exec", name + "-" + house);
  }

  private static List<String> java(String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main);
    command.addAll(List.of(arguments));
    return command;
  }

  private void rig(String verb, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", script.toString(), verb, name));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(
          String.join(" ", command)
              + " failed; this test makes network namespaces, needs root and what .ci/prepare"
              + " installs: "
              + said);
    }
  }

  @Override
  public void close() throws Exception {
    for (Process program : programs) {
      program.destroy();
      if (!program.waitFor(3, TimeUnit.SECONDS)) {
        program.destroyForcibly().waitFor();
      }
    }
    rig("down");
  }
}
