package lenswacht.fingerprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// How long the catalogue takes to load in a program that has done nothing else yet: each time a
/// new Java, with the options the programs are shipped with, from the first line of its `main`. JMH
/// cannot say this, because it has done a lot by itself before a benchmark begins.
final class ColdLoad {
  private static final int RUNS = 21;

  private ColdLoad() {}

  public static void main(String[] arguments) {
    long start = System.nanoTime();
    Catalogue catalogue = Catalogue.bundled();
    long nanos = System.nanoTime() - start;
    System.out.println(nanos + " " + catalogue.size());
  }

  /// Loads it in new programs and says what they took.
  static void race() throws IOException, InterruptedException {
    List<Long> nanos = new ArrayList<>();
    String size = "";
    for (int run = 0; run < RUNS; run++) {
      String[] said = once().split(" ", 2);
      nanos.add(Long.parseLong(said[0]));
      size = said[1];
    }
    Collections.sort(nanos);
    System.out.println(
        String.format(
            Locale.ROOT,
            "catalogue of %s fingerprints, loaded first thing in %d new programs:"
                + " median %.0f ms, fastest %.0f ms, slowest %.0f ms",
            size,
            RUNS,
            nanos.get(RUNS / 2) / 1e6,
            nanos.getFirst() / 1e6,
            nanos.getLast() / 1e6));
  }

  private static String once() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ColdLoad.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (child.waitFor() != 0) {
      throw new IOException("the child failed: " + said);
    }
    return said;
  }
}
