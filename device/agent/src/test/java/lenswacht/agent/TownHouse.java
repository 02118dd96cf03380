package lenswacht.agent;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A network namespace of this machine and the programs that live in it. They end with it. Needs
/// root, and the programs that `.ci/prepare` installs; fails where it has not got them.
final class TownHouse implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String namespace;
  private final Path folder;
  private final List<Process> programs = new ArrayList<>();

  /// @param name told apart from other houses of this program by it
  /// @param folder where its programs keep their files and what they say
  TownHouse(String name, Path folder) throws IOException, InterruptedException {
    this.namespace = "lw" + Long.toString(ProcessHandle.current().pid(), 36) + "-" + name;
    this.folder = Files.createDirectories(folder.resolve(name));
    call(List.of("ip", "netns", "add", namespace));
    run("ip link set lo up");
    setting("net/ipv6/conf/all/disable_ipv6", 1);
    setting("net/ipv6/conf/default/disable_ipv6", 1);
  }

  String namespace() {
    return namespace;
  }

  Path folder() {
    return folder;
  }

  /// The words that run another command in here.
  List<String> inside() {
    return List.of("ip", "netns", "exec", namespace);
  }

  /// Writes a setting of the kernel, a path below `/proc/sys`.
  void setting(String path, int value) throws IOException, InterruptedException {
    call(inside("sh", "-c", "echo " + value + " > /proc/sys/" + path));
  }

  /// Lays a cable from here to another house.
  ///
  /// @param near name of its end here
  /// @param far name of its end there
  void cable(String near, TownHouse other, String far) throws IOException, InterruptedException {
    run("ip link add " + near + " type veth peer name " + far + " netns " + other.namespace);
    run("ip link set " + near + " up");
    other.run("ip link set " + far + " up");
  }

  /// Runs a command of plain words to its end and gives what it said.
  String run(String command) throws IOException, InterruptedException {
    return call(inside(command.split(" ")));
  }

  /// Writes a file of the house.
  Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /// Starts a program that stays, and waits until it has said `ready`.
  void start(String name, String ready, String... command)
      throws IOException, InterruptedException {
    File said = folder.resolve(name + ".log").toFile();
    Process process =
        new ProcessBuilder(inside(command))
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(said)
            .start();
    programs.add(process);
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.readString(said.toPath(), StandardCharsets.ISO_8859_1).contains(ready)) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IOException(
            String.join(" ", command) + " did not come up: " + Files.readString(said.toPath()));
      }
      Thread.sleep(20);
    }
  }

  /// Waits until a program has made this file of the house.
  void await(Path file) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(file)) {
      if (System.nanoTime() > until) {
        throw new IOException(file + " was not made");
      }
      Thread.sleep(20);
    }
  }

  /// Frames that have left through an interface.
  long sent(String nic) throws IOException, InterruptedException {
    return Long.parseLong(run("cat /sys/class/net/" + nic + "/statistics/tx_packets").strip());
  }

  /// Ends every program in here.
  void endPrograms() throws InterruptedException {
    for (Process program : programs) {
      program.descendants().forEach(ProcessHandle::destroy);
      program.destroy();
    }
    for (Process program : programs) {
      if (!program.waitFor(3, TimeUnit.SECONDS)) {
        program.destroyForcibly().waitFor();
      }
    }
    programs.clear();
  }

  private List<String> inside(String... command) {
    List<String> all = new ArrayList<>(inside());
    all.addAll(List.of(command));
    return all;
  }

  private static String call(List<String> command) throws IOException, InterruptedException {
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
    return said;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    endPrograms();
    // Daemons leave children behind that are nobody's.
    for (String left : call(List.of("ip", "netns", "pids", namespace)).lines().toList()) {
      ProcessHandle.of(Long.parseLong(left.strip())).ifPresent(ProcessHandle::destroyForcibly);
    }
    call(List.of("ip", "netns", "del", namespace));
  }
}
