import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Pays whole visits to a building on loopback, round after round, and prints one JSON line each: the agent's survey in
 * careful mode, the journal taken into a case file, and every asset identified.
 */
final class Visit {
  private static final String BASE = "127.99.0.0/16";
  private static final Pattern LOW_PORTS = Pattern.compile("low-ports-at (\\d+)");

  private Visit() {}

  public static void main(String[] arguments) throws Exception {
    String building = "";
    int rounds = 5;
    for (int i = 1; i < arguments.length; i += 2) {
      if (i + 1 < arguments.length && arguments[i].equals("--building")) {
        building = Path.of(arguments[i + 1]).toAbsolutePath().toString();
      } else if (i + 1 < arguments.length && arguments[i].equals("--rounds")) {
        rounds = Integer.parseInt(arguments[i + 1]);
      } else {
        System.err.println("usage: lenswacht bench visit [--building FILE] --rounds N");
        System.exit(2);
      }
    }
    for (int round = 1; round <= rounds; round++) {
      System.out.println(once(building, round));
    }
  }

  private static String once(String building, int round) throws Exception {
    Path work = Programs.fresh(Programs.HERE.resolve("target/bench/visit"));
    List<String> open =
        new ArrayList<>(
            List.of(
                Programs.LENSWACHT, "simulate", "--base", BASE, "--low-ports-at", "auto", "--map", "map.csv", "--stats",
                "stats.json", "--until-stdin-closes"));
    if (!building.isEmpty()) {
      open.addAll(List.of("--building", building));
    }
    Process simulator = Programs.inFolder(work, open).redirectOutput(ProcessBuilder.Redirect.PIPE).start();
    try {
      String ready = simulator.inputReader().lines().filter(line -> line.startsWith("ready")).findFirst().orElse("");
      var lowPorts = LOW_PORTS.matcher(ready);
      if (!lowPorts.find()) {
        throw new IOException("the building did not open, see " + work.resolve("errors"));
      }
      Programs.output(
          work,
          words("mandate new --site Visit --range " + ranges(work) + " --until 2099-12-31 --rate 10000 --out mandate"));
      Programs.Used survey =
          Programs.run(
              work, words("agent survey --mandate mandate --journal journal --quiet --low-ports-at " + lowPorts.group(1)));
      long began = System.nanoTime();
      Programs.output(work, words("receive --from journal:journal --case case.lenswacht"));
      String assets = Programs.output(work, words("assets --case case.lenswacht --format csv"));
      double after = (System.nanoTime() - began) / 1e9;
      simulator.getOutputStream().close();
      simulator.waitFor();
      return line(building, round, survey, after, assets, work);
    } finally {
      simulator.destroy();
    }
  }

  private static String line(
      String building, int round, Programs.Used survey, double after, String assets, Path work) throws IOException {
    String stats = Files.readString(work.resolve("stats.json"));
    long[] connections = numbers(stats, "tcp_connections");
    Map<String, Long> counters = Programs.counters(work.resolve("journal"));
    return String.format(
        Locale.ROOT,
        "{\"name\":\"visit\",\"building\":\"%s\",\"round\":%d,\"wall_s\":%.2f,\"survey_s\":%.2f,\"cpu_s\":%.2f,"
            + "\"rss_mb\":%.1f,\"packets\":%d,\"connections_mean\":%.1f,\"connections_most\":%d,\"at_once_most\":%d,"
            + "\"never\":%d,\"hosts\":%d,\"cameras\":%d,\"exit\":%d,\"load\":%s}",
        building.isEmpty() ? "practice" : Path.of(building).getFileName(), round, survey.wall() + after, survey.wall(),
        survey.cpu(), survey.memory(), Programs.packets(counters), LongStream.of(connections).average().orElse(0),
        LongStream.of(connections).max().orElse(0), LongStream.of(numbers(stats, "max_open_at_once")).max().orElse(0),
        Pattern.compile("\"never\":\\{\"").matcher(stats).results().count(), connections.length,
        assets.lines().filter(asset -> asset.matches("([^,]*,){2}(camera|recorder|encoder|doorbell),.*")).count(),
        survey.exit(), Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
  }

  /** The /24 blocks in which the building has hosts. */
  private static String ranges(Path work) throws IOException {
    return Files.readAllLines(work.resolve("map.csv")).stream()
        .skip(1)
        .map(line -> line.replaceFirst("\\.\\d+,.*", ".0/24"))
        .distinct()
        .collect(Collectors.joining(","));
  }

  private static long[] numbers(String stats, String name) {
    return Pattern.compile("\"" + name + "\":(\\d+)")
        .matcher(stats)
        .results()
        .mapToLong(one -> Long.parseLong(one.group(1)))
        .toArray();
  }

  private static List<String> words(String verb) {
    return List.of((Programs.LENSWACHT + " " + verb).split(" "));
  }
}
