import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Copies a journal through the whole stack, from a file on the device to a file on the console: line, TLS, frames and
 * messages, over two pseudo-terminals that socat joins without any pacing. Linux only.
 *
 * <p>lenswacht bench link --unpaced [--bytes N] [--rounds N]
 *
 * <p>Both programs run with the options that agent, visit and receive have. The octets are random, as those of sealed
 * records are: nothing can be packed. One JSON line per round: name, ok, octets, wall_s and mb_s (millions of octets per
 * second); then one with the median.
 */
final class Stack {
  private final List<String> arguments;
  private final Path folder;
  private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private Stack(List<String> arguments) throws IOException {
    this.arguments = arguments;
    this.folder = Files.createTempDirectory("stack");
  }

  private int option(String name, int usual) {
    int at = arguments.indexOf(name);
    return at < 0 ? usual : Integer.parseInt(arguments.get(at + 1));
  }

  public static void main(String[] arguments) throws Exception {
    new Stack(List.of(arguments)).race();
  }

  private void race() throws Exception {
    Path journal = folder.resolve("journal");
    byte[] octets = new byte[option("--bytes", 1_000_000_000)];
    new Random(7).nextBytes(octets);
    Files.write(journal, octets);
    program("prepare", folder.toString()).waitFor();
    double[] reached = new double[option("--rounds", 3)];
    for (int round = 0; round < reached.length; round++) {
      reached[round] = round(round, journal, octets.length);
    }
    Arrays.sort(reached);
    System.out.printf(Locale.ROOT, "{\"name\":\"lenswacht\",\"unpaced\":true,\"rounds\":%d,\"median_mb_s\":%.1f}%n",
        reached.length, reached[reached.length / 2]);
    Files.delete(journal);
  }

  private double round(int round, Path journal, long octets) throws Exception {
    Path a = folder.resolve("a" + round);
    Path b = folder.resolve("b" + round);
    Path copy = folder.resolve("copy");
    Process cable = new ProcessBuilder(
            "socat", "-b", "65536", "pty,raw,echo=0,link=" + a, "pty,raw,echo=0,link=" + b)
        .inheritIO().start();
    while (cable.isAlive() && !(Files.exists(a) && Files.exists(b))) {
      Thread.sleep(10);
    }
    Process device = program("serve", folder.toString(), "serial:" + a, journal.toString());
    device.inputReader().readLine();
    Process console = program("copy", folder.toString(), "serial:" + b, copy.toString());
    String said = console.inputReader().readLine();
    console.waitFor();
    device.destroyForcibly().waitFor();
    cable.destroyForcibly().waitFor();
    boolean ok = said != null && Files.mismatch(journal, copy) < 0;
    double seconds = ok ? Long.parseLong(said.split(" ")[2]) / 1e9 : 0;
    double rate = ok ? octets / 1e6 / seconds : 0;
    System.out.printf(Locale.ROOT,
        "{\"name\":\"lenswacht\",\"unpaced\":true,\"round\":%d,\"ok\":%b,\"octets\":%d,\"wall_s\":%.2f,\"mb_s\":%.1f}%n",
        round, ok, octets, seconds, rate);
    Files.deleteIfExists(copy);
    return rate;
  }

  private Process program(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of(System.getProperty("lenswacht.carries").split(" ")));
    command.addAll(List.of("-cp", System.getProperty("lenswacht.classpath"), "lenswacht.link.JournalEnds"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
