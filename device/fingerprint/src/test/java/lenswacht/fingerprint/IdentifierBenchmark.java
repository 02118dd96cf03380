package lenswacht.fingerprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import org.jspecify.annotations.Nullable;

/// Says how fast the catalogue loads, how much memory it takes and how many observations are
/// identified in a second by one thread, on this machine. Not a test: run its `main`. Loading is
/// timed in new Java programs, from the call to the catalogue in hand; the memory is what is alive
/// on the heap after it, with and without the Java runtime's own; the observations are those of a
/// building, one page of 4 KiB among every 25. Times are of the processor, the
/// compiler at work beside it included, so that a busy machine does not count.
final class IdentifierBenchmark {
  private static final int RUNS = 7;
  private static final int HOSTS = 1000;
  private static final int OBSERVATIONS_PER_HOST = 25;
  private static final int PAGE = 4096;
  private static final String ONCE = "once";

  private IdentifierBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 1 && arguments[0].equals(ONCE)) {
      loadOnce();
      return;
    }
    List<double[]> loads = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      loads.add(cold());
    }
    say("catalogue of %d fingerprints", Catalogue.bundled().size());
    say("loaded cold in %.0f ms, %.0f of the clock", median(loads, 0), median(loads, 1));
    say("alive on the heap %.1f MiB, without it %.1f MiB", median(loads, 2), median(loads, 3));
    Identifier identifier = new Identifier(Catalogue.bundled());
    List<List<Observation>> building = building();
    List<double[]> rounds = new ArrayList<>();
    for (int run = 0; run < RUNS + RUNS; run++) {
      double rate = rate(identifier, building);
      if (run >= RUNS) {
        rounds.add(new double[] {rate});
      }
    }
    say("%.0f observations a second, one thread, warm (median of %d)", median(rounds, 0), RUNS);
  }

  private static void loadOnce() {
    @Nullable Catalogue[] kept = new Catalogue[1];
    long clock = System.nanoTime();
    long processor = processor();
    kept[0] = Catalogue.bundled();
    double ofProcessor = (processor() - processor) / 1e6;
    double ofClock = (System.nanoTime() - clock) / 1e6;
    double with = alive();
    int size = Objects.requireNonNull(kept[0]).size();
    kept[0] = null;
    say("%.3f %.3f %.3f %.3f %d", ofProcessor, ofClock, with, alive(), size);
  }

  /// Nanoseconds that this program has taken of all processors together.
  private static long processor() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }

  private static double alive() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
  }

  private static double[] cold() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                IdentifierBenchmark.class.getName(),
                ONCE)
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (child.waitFor() != 0) {
      throw new IOException("the child failed: " + said);
    }
    return Arrays.stream(said.split(" ")).limit(4).mapToDouble(Double::parseDouble).toArray();
  }

  private static double rate(Identifier identifier, List<List<Observation>> building) {
    long start = processor();
    long observations = 0;
    for (List<Observation> host : building) {
      if (identifier.identify(host).claims().size() > 100_000) {
        throw new AssertionError("no host makes that many claims");
      }
      observations += host.size();
    }
    return observations / ((processor() - start) / 1e9);
  }

  /// Hosts that say what hosts say: half of it known to the catalogue, half of it not.
  private static List<List<Observation>> building() {
    Random random = new Random(20261121);
    List<Sample> samples = Sample.all();
    Observable[] observables =
        samples.stream().map(Sample::observable).distinct().toArray(Observable[]::new);
    List<List<Observation>> building = new ArrayList<>();
    for (int host = 0; host < HOSTS; host++) {
      HostForTests said = new HostForTests();
      said.says(Observable.HTTP_BODY, page(random));
      for (int fact = 1; fact < OBSERVATIONS_PER_HOST; fact++) {
        if (random.nextBoolean()) {
          Sample sample = samples.get(random.nextInt(samples.size()));
          said.says(sample.observable(), sample.text());
        } else {
          said.says(observables[random.nextInt(observables.length)], words(random, 24));
        }
      }
      building.add(said.observations());
    }
    return building;
  }

  private static String page(Random random) {
    StringBuilder page = new StringBuilder("<html><head><title>Welcome</title></head><body>");
    while (page.length() < PAGE) {
      page.append("<div class=\"").append(words(random, 8)).append("\">");
      page.append(words(random, 30)).append("</div>\n");
    }
    return page.toString();
  }

  private static String words(Random random, int length) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < length; i++) {
      words.append((char) (random.nextInt(6) == 0 ? ' ' : 'a' + random.nextInt(26)));
    }
    return words.toString();
  }

  private static double median(List<double[]> rows, int column) {
    double[] sorted = rows.stream().mapToDouble(row -> row[column]).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
