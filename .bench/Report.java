import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Times a site report as a user asks for it: `lenswacht report` from the start of the program, with
 * the case opened, its journal verified, all cameras judged, the paper printed and read back, to
 * its end. Beside it LibreOffice and wkhtmltopdf, where they are installed, which print what the
 * same report says and neither judge nor read back.
 *
 * <p>lenswacht bench report [--cameras N] [--rounds N]
 *
 * <p>The case is invented: N cameras with ten observations each, in a sealed journal. The first
 * report, which leaves the ahead-of-time cache, and reports without any are told apart. One JSON
 * line each, with medians.
 */
final class Report {
  private final List<String> arguments;
  private final int rounds;
  private final Path folder = Files.createTempDirectory("report");

  private Report(List<String> arguments) throws Exception {
    this.arguments = arguments;
    this.rounds = option("--rounds", 7);
  }

  public static void main(String[] arguments) throws Exception {
    new Report(List.of(arguments)).race();
  }

  private int option(String name, int usual) {
    int at = arguments.indexOf(name);
    return at < 0 ? usual : Integer.parseInt(arguments.get(at + 1));
  }

  private void race() throws Exception {
    Path kept = bigCase(option("--cameras", 500));
    Path cache = Path.of(System.getProperty("lenswacht.dist"), "report.aot");
    tell("first, which leaves the cache", 1, () -> Files.deleteIfExists(cache), own(kept, "pdf"));
    tell("lenswacht", rounds, () -> {}, own(kept, "pdf"));
    tell("lenswacht page", rounds, () -> {}, with(own(kept, "pdf"), "--kind", "page"));
    tell("lenswacht odt", 1, () -> {}, own(kept, "odt"));
    Path odt = folder.resolve("site.odt");
    if (isInstalled("soffice")) {
      tell("libreoffice", rounds, () -> {}, office("pdf", odt));
      tell("libreoffice html", 1, () -> {}, office("html", odt));
      if (isInstalled("wkhtmltopdf")) {
        tell(
            "wkhtmltopdf",
            rounds,
            () -> {},
            List.of(
                "wkhtmltopdf", "-q", "--enable-local-file-access", "--disable-javascript",
                folder.resolve("site.html").toString(), folder.resolve("wk.pdf").toString()));
      }
    }
  }

  private Path bigCase(int cameras) throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("lenswacht.tests") + ":" + System.getProperty("lenswacht.dist") + "/*",
            "lenswacht.console.BigCase",
            home.toString(),
            Integer.toString(cameras));
    return Path.of(Programs.output(folder, command).strip());
  }

  private List<String> own(Path kept, String format) {
    return List.of(
        Programs.LENSWACHT, "report", "--case", kept.toString(), "--out", folder.resolve("site." + format).toString());
  }

  private List<String> office(String format, Path odt) {
    return List.of(
        "soffice", "--headless", "--convert-to", format, "--outdir", folder.toString(), odt.toString());
  }

  private static List<String> with(List<String> command, String... more) {
    List<String> all = new ArrayList<>(command);
    all.addAll(Arrays.asList(more));
    return all;
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private interface Before {
    void each() throws Exception;
  }

  private void tell(String name, int times, Before before, List<String> command) throws Exception {
    List<Programs.Used> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      before.each();
      Programs.Used used = Programs.run(folder, command);
      if (used.exit() != 0) {
        throw new IllegalStateException(name + " ended with " + used.exit() + ", see " + folder.resolve("errors"));
      }
      all.add(used);
    }
    System.out.printf(
        Locale.ROOT,
        "{\"what\":\"%s\",\"rounds\":%d,\"wall_s\":%.2f,\"cpu_s\":%.2f,\"memory_mb\":%.0f}%n",
        name,
        times,
        median(all, Programs.Used::wall),
        median(all, Programs.Used::cpu),
        median(all, Programs.Used::memory));
  }

  private static double median(List<Programs.Used> all, ToDoubleFunction<Programs.Used> figure) {
    double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
