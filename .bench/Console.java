import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times the console as it ships, without a display: from the start of the program to the first
 * window that can be used, to the list of all assets of a case, to all of them judged; how long one
 * asset takes to be explained, and how evenly the table scrolls, by the pulse of JavaFX.
 *
 * <p>lenswacht bench console [--assets N] [--rounds N]
 *
 * <p>The case is invented: N cameras with ten observations each, in a sealed journal. One JSON line
 * per round, then one with the medians. The first start, without the ahead-of-time cache, is told
 * apart.
 */
final class Console {
  private final List<String> arguments;
  private final Path folder = Files.createTempDirectory("console");
  private final List<String> java =
      List.of(System.getProperty("lenswacht.window").strip().split("\\s+"));
  private final String tests = System.getProperty("lenswacht.tests");

  private Console(List<String> arguments) throws Exception {
    this.arguments = arguments;
  }

  public static void main(String[] arguments) throws Exception {
    new Console(List.of(arguments)).race();
  }

  private int option(String name, int usual) {
    int at = arguments.indexOf(name);
    return at < 0 ? usual : Integer.parseInt(arguments.get(at + 1));
  }

  private void race() throws Exception {
    int rounds = option("--rounds", 7);
    int assets = option("--assets", 10_000);
    Path jar = folder.resolve("probe.jar");
    Programs.output(
        folder,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "jar").toString(),
            "--create",
            "--file",
            jar.toString(),
            "-C",
            tests,
            "lenswacht"));
    Path cache = folder.resolve("console.aot");
    Map<String, Double> cold = probe(jar, List.of(), List.of("start"));
    probe(jar, List.of("-XX:AOTCacheOutput=" + cache), List.of("start"));
    List<String> warm = List.of("-XX:AOTCache=" + cache);
    System.out.printf(Locale.ROOT, "{\"cold_window_ms\":%.0f}%n", cold.get("window"));
    List<Map<String, Double>> starts = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      starts.add(probe(jar, warm, List.of("start")));
    }
    System.out.println(medians(starts));
    Path file = bigCase(jar, assets);
    List<String> opened = List.of("case", "--case", file.toString(), "--screen", "cameras");
    List<Map<String, Double>> cases = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      Map<String, Double> times = probe(jar, warm, opened);
      times.put("listed_after_window", times.get("listed") - times.get("window"));
      times.put("explained_in", times.remove("explained") - times.remove("explaining"));
      System.out.println(json(times));
      cases.add(times);
    }
    System.out.println(medians(cases));
  }

  private Path bigCase(Path jar, int assets) throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    List<String> command = new ArrayList<>(java);
    command.addAll(
        List.of("-cp", classPath(jar), "lenswacht.console.BigCase", home.toString(), "" + assets));
    return Path.of(Programs.output(folder, command).strip());
  }

  private static String classPath(Path jar) throws Exception {
    List<String> jars = new ArrayList<>();
    try (var files = Files.list(Path.of(System.getProperty("lenswacht.dist")))) {
      files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .forEach(file -> jars.add(file.toString()));
    }
    jars.add(jar.toString());
    return String.join(":", jars);
  }

  /**
   * Starts the console and gives the milliseconds until each thing it says; figures that it prints
   * are added.
   */
  private Map<String, Double> probe(Path jar, List<String> options, List<String> words)
      throws Exception {
    List<String> command = new ArrayList<>(java);
    command.addAll(options);
    command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-cp", classPath(jar)));
    command.add("lenswacht.console.ConsoleProbe");
    command.addAll(words);
    ProcessBuilder builder =
        Programs.inFolder(folder, command).redirectOutput(ProcessBuilder.Redirect.PIPE);
    builder.environment().put("DISPLAY", ":none");
    Map<String, Double> times = new LinkedHashMap<>();
    long began = System.nanoTime();
    Process process = builder.start();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("{")) {
          for (String pair : line.replaceAll("[{}\"]", "").split(",")) {
            times.put(pair.split(":")[0], Double.parseDouble(pair.split(":")[1]));
          }
        } else if (line.matches("[a-z]+")) {
          times.put(line, (System.nanoTime() - began) / 1e6);
        }
      }
    }
    if (process.waitFor() != 0 || !times.containsKey("window")) {
      throw new IllegalStateException("the console ended early, see " + folder.resolve("errors"));
    }
    return times;
  }

  private static String medians(List<Map<String, Double>> rounds) {
    Map<String, Double> medians = new LinkedHashMap<>();
    for (String name : rounds.getFirst().keySet()) {
      double[] sorted = rounds.stream().mapToDouble(round -> round.get(name)).sorted().toArray();
      medians.put(name, sorted[sorted.length / 2]);
    }
    return "{\"median_of\":" + rounds.size() + "," + json(medians).substring(1);
  }

  private static String json(Map<String, Double> figures) {
    List<String> pairs = new ArrayList<>();
    figures.forEach(
        (name, figure) ->
            pairs.add(
                String.format(
                    Locale.ROOT,
                    "\"%s\":%.1f",
                    name.matches("window|listed|judged|.*_window|.*_in") ? name + "_ms" : name,
                    figure)));
    return "{" + String.join(",", pairs) + "}";
  }
}
