import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the whole agent over rig A, under a signed mandate and with a journal, and prints one JSON line per round: what a
 * run needs beside its sweep, above all memory. Needs root, for the namespaces.
 */
final class Agent {
  private static final Path WORK = Programs.HERE.resolve("target/bench/agent");
  private static final String RIG = Programs.HERE.resolve(".bench/rig.sh").toString();
  private static final List<String> NEAR = List.of("ip", "netns", "exec", "lwb-near");

  private Agent() {}

  public static void main(String[] arguments) throws Exception {
    int size = 16;
    int rounds = 5;
    for (int i = 1; i < arguments.length; i += 2) {
      if (i + 1 < arguments.length && arguments[i].equals("--size")) {
        size = Integer.parseInt(arguments[i + 1]);
      } else if (i + 1 < arguments.length && arguments[i].equals("--rounds")) {
        rounds = Integer.parseInt(arguments[i + 1]);
      } else {
        usage();
      }
    }
    if (!Set.of(16, 18, 20, 24).contains(size)) {
      usage();
    }
    Programs.fresh(WORK);
    List<Fleet.Pair> pairs = Fleet.pairs();
    Path hosts = WORK.resolve("hosts");
    Files.write(hosts, pairs.stream().map(pair -> pair.address() + " " + pair.port()).toList());
    Programs.output(WORK, List.of("bash", RIG, "up", "A", hosts.toString()));
    Process fleet = fleet();
    try {
      for (int round = 1; round <= rounds; round++) {
        System.out.println(once(size, round, expected(pairs, size)));
      }
    } finally {
      fleet.destroy();
      fleet.waitFor();
      Programs.output(WORK, List.of("bash", RIG, "down"));
    }
  }

  private static void usage() {
    System.err.println("usage: lenswacht bench agent [--size 24|20|18|16] --rounds N");
    System.exit(2);
  }

  private static Process fleet() throws IOException {
    List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", "lwb-far"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", Programs.HERE.resolve(".bench/Fleet.java").toString()));
    Process fleet = Programs.inFolder(WORK, command).redirectOutput(ProcessBuilder.Redirect.PIPE).start();
    if (!"ready".equals(fleet.inputReader().readLine())) {
      throw new IOException("the answering side did not start");
    }
    return fleet;
  }

  private static Set<String> expected(List<Fleet.Pair> pairs, int size) {
    return pairs.stream()
        .filter(pair -> pair.offset() < 1 << 32 - size)
        .map(pair -> pair.address() + ":" + pair.port() + "/tcp")
        .collect(Collectors.toSet());
  }

  private static String once(int size, int round, Set<String> expected) throws Exception {
    Path work = Programs.fresh(WORK.resolve("round"));
    Programs.output(
        work,
        words("mandate new --site Rig --range 10.66.0.0/" + size + " --until 2099-12-31 --rate 1000000 --out mandate"));
    List<String> command = new ArrayList<>(NEAR);
    command.addAll(words("agent survey --mandate mandate --journal journal --listen-for 1"));
    Programs.Used used = Programs.run(work, command);
    Path journal = work.resolve("journal");
    List<String> lines = Programs.records(journal);
    Set<String> found =
        lines.stream()
            .filter(line -> line.contains("\"probe\":\"connect\""))
            .map(line -> line.replaceFirst(".*?\"service\":\"", "").replaceFirst("\".*", ""))
            .filter(expected::contains)
            .collect(Collectors.toSet());
    Map<String, Long> counters = Programs.counters(journal);
    return String.format(
        Locale.ROOT,
        "{\"name\":\"agent\",\"rig\":\"A\",\"size\":%d,\"round\":%d,\"wall_s\":%.2f,\"cpu_s\":%.2f,\"rss_mb\":%.1f,"
            + "\"packets\":%d,\"found\":%d,\"expected\":%d,\"journal_lines\":%d,\"journal_mb\":%.1f,\"exit\":%d,"
            + "\"load\":%s}",
        size, round, used.wall(), used.cpu(), used.memory(), Programs.packets(counters), found.size(), expected.size(),
        lines.size(), Files.size(journal.resolve("journal.lwj")) / 1048576.0, used.exit(),
        Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
  }

  private static List<String> words(String verb) {
    return List.of((Programs.LENSWACHT + " " + verb).split(" "));
  }
}
