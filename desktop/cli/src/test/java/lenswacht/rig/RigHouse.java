package lenswacht.rig;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A network namespace of this machine and the programs that live in it. Needs root and the
/// programs that `.ci/prepare` installs; fails where it has not got them.
final class RigHouse implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String namespace;
  private final Path folder;
  private final Map<String, Process> programs = new LinkedHashMap<>();

  RigHouse(String name, Path folder) throws IOException, InterruptedException {
    this.namespace = "lx" + Long.toString(ProcessHandle.current().pid(), 36) + "-" + name;
    this.folder = Files.createDirectories(folder.resolve(name));
    call(List.of("ip", "netns", "add", namespace));
    run("ip link set lo up");
    run("sh -c", "echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6");
    run("sh -c", "echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6");
  }

  Path folder() {
    return folder;
  }

  Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /// Runs plain words, and one argument more where there is one, and gives what was said.
  String run(String command, String... last) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(Arrays.asList(command.split(" ")));
    all.addAll(List.of(last));
    return call(inside(all));
  }

  /// Whether plain words run and succeed.
  boolean succeeds(String command, String... last) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(Arrays.asList(command.split(" ")));
    all.addAll(List.of(last));
    Process process = new ProcessBuilder(inside(all)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    process.getInputStream().readAllBytes();
    return process.waitFor() == 0;
  }

  /// Lays a cable to a bridge of another house.
  void plug(String nic, RigHouse other, String bridge, String address) throws Exception {
    String port = folder.getFileName() + "-" + nic;
    other.run("ip link add " + port + " type veth peer name " + nic + " netns " + namespace);
    other.run("ip link set " + port + " master " + bridge);
    other.run("ip link set " + port + " up");
    run("ip link set " + nic + " up");
    run("ip address add " + address + " dev " + nic);
  }

  /// Runs a class of the class path to its end and gives its exit code.
  int java(Map<String, String> environment, String main, String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(inside(javaWords(main, arguments)));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve(main + ".log").toFile());
    return builder.start().waitFor();
  }

  /// Starts a class of the class path that stays, and waits until it has said `ready`.
  void startJava(String name, String ready, String main, String... arguments) throws Exception {
    start(name, ready, javaWords(main, arguments).toArray(String[]::new));
  }

  /// Starts a program that stays, and waits until it has said `ready`.
  void start(String name, String ready, String... command) throws Exception {
    File said = folder.resolve(name + ".log").toFile();
    Process process =
        new ProcessBuilder(inside(List.of(command)))
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(said)
            .start();
    programs.put(name, process);
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.readString(said.toPath(), StandardCharsets.ISO_8859_1).contains(ready)) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IOException(
            String.join(" ", command) + " did not come up: " + Files.readString(said.toPath()));
      }
      Thread.sleep(20);
    }
  }

  /// Ends a program, if it is there.
  void end(String name) throws InterruptedException {
    Process program = programs.remove(name);
    if (program != null) {
      program.descendants().forEach(ProcessHandle::destroy);
      program.destroy();
      if (!program.waitFor(3, TimeUnit.SECONDS)) {
        program.destroyForcibly().waitFor();
      }
    }
  }

  private static List<String> javaWords(String main, String... arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main));
    words.addAll(List.of(arguments));
    return words;
  }

  private List<String> inside(List<String> command) {
    List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    all.addAll(command);
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
    for (String name : List.copyOf(programs.keySet())) {
      end(name);
    }
    // Daemons leave children behind that are nobody's.
    for (String left : call(List.of("ip", "netns", "pids", namespace)).lines().toList()) {
      ProcessHandle.of(Long.parseLong(left.strip())).ifPresent(ProcessHandle::destroyForcibly);
    }
    call(List.of("ip", "netns", "del", namespace));
  }
}
