package lenswacht.probe.listen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Two network namespaces with a cable between them, made by `ip` and removed at the end. Needs
/// root and iproute2, and fails where it has not got them.
final class TwoNamespaces implements AutoCloseable {
  /// The interface at the listening end.
  static final String NEAR = "near0";

  /// The interface at the other end.
  static final String FAR = "far0";

  private final String near;
  private final String far;

  private TwoNamespaces(String name) {
    this.near = name + "n";
    this.far = name + "f";
  }

  static TwoNamespaces open(String address) throws IOException, InterruptedException {
    String unique =
        Long.toString(ProcessHandle.current().pid(), 36)
            + Long.toString(System.nanoTime() % 46_656, 36);
    TwoNamespaces made = new TwoNamespaces("lw" + unique);
    try {
      run("ip", "netns", "add", made.near);
      run("ip", "netns", "add", made.far);
      for (String one : List.of(made.near, made.far)) {
        run(
            made.in(
                one,
                "sh",
                "-c",
                "echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6; echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6"));
      }
      run(
          "ip", "-n", made.near, "link", "add", NEAR, "type", "veth", "peer", "name", FAR, "netns",
          made.far);
      run("ip", "-n", made.near, "address", "add", address, "dev", NEAR);
      run("ip", "-n", made.near, "link", "set", NEAR, "up");
      run("ip", "-n", made.far, "link", "set", FAR, "up");
      return made;
    } catch (IOException failed) {
      made.close();
      throw failed;
    }
  }

  String near() {
    return near;
  }

  String far() {
    return far;
  }

  String[] in(String namespace, String... command) {
    List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
    all.addAll(List.of(command));
    return all.toArray(String[]::new);
  }

  /// Starts a Java program of the tests in `namespace`.
  Process java(String namespace, List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(options);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(in(namespace, command.toArray(String[]::new)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// Packets that the listening end sent so far.
  long sent() throws IOException, InterruptedException {
    return Long.parseLong(
        run(in(near, "cat", "/sys/class/net/" + NEAR + "/statistics/tx_packets")).strip());
  }

  static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(
          String.join(" ", command)
              + " failed; network namespaces need root and iproute2: "
              + said);
    }
    return said;
  }

  @Override
  public void close() {
    for (String one : List.of(near, far)) {
      try {
        run("ip", "netns", "delete", one);
      } catch (IOException gone) {
        // It was not made.
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
