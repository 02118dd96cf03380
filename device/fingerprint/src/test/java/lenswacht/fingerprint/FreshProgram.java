package lenswacht.fingerprint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import lenswacht.observation.Observation;
import org.jspecify.annotations.Nullable;

/// How long the catalogue takes to load in a program that has done nothing else yet, from the
/// first line of its `main`, and how much memory catalogue and identifier keep, with everything
/// made ready that is made when it is first used. Each time a new Java, with the options the
/// programs are shipped with. JMH cannot say this: it has done a lot before a benchmark begins.
final class FreshProgram {
  private static final int RUNS = 15;
  private static final double KIB = 1024;

  /// Otherwise up to a twentieth of the heap may be dead and be counted as alive.
  private static final String EVERY_COLLECTION_COMPACTS = "-XX:MarkSweepAlwaysCompactCount=1";

  private FreshProgram() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    long start = System.nanoTime();
    @Nullable Catalogue catalogue = Catalogue.bundled();
    long nanos = System.nanoTime() - start;
    long size = catalogue.size();
    long used = used(new Identifier(catalogue));
    catalogue = null;
    long held = used - alive();
    System.out.println(nanos + " " + held + " " + size);
  }

  /// Octets of all objects while `identifier` has identified a building and is still there.
  private static long used(Identifier identifier) throws IOException, InterruptedException {
    identifyAll(identifier);
    long used = alive();
    identifyAll(identifier);
    return used;
  }

  private static void identifyAll(Identifier identifier) {
    for (List<Observation> host : Building.hosts()) {
      if (identifier.identify(host).claims().isEmpty()) {
        throw new AssertionError("every host says something that is known");
      }
    }
  }

  /// Octets of all objects that are alive, by the count of the Java that runs this.
  private static long alive() throws IOException, InterruptedException {
    Process count =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(ProcessHandle.current().pid()),
                "GC.class_histogram")
            .start();
    List<String> lines = said(count).lines().toList();
    String[] total = lines.getLast().strip().split(" +", -1);
    return Long.parseLong(total[2]);
  }

  /// Runs it in new programs and says what they took.
  static void race() throws IOException, InterruptedException {
    List<Long> nanos = new ArrayList<>();
    List<Long> held = new ArrayList<>();
    String size = "";
    for (int run = 0; run < RUNS; run++) {
      String[] said = once().split(" ", -1);
      nanos.add(Long.parseLong(said[0]));
      held.add(Long.parseLong(said[1]));
      size = said[2];
    }
    Collections.sort(nanos);
    Collections.sort(held);
    System.out.println(
        String.format(
            Locale.ROOT,
            "catalogue of %s fingerprints in %d new programs: loaded first thing in %.0f ms"
                + " (median; fastest %.0f, slowest %.0f), %.1f MiB kept with the identifier",
            size,
            RUNS,
            nanos.get(RUNS / 2) / 1e6,
            nanos.getFirst() / 1e6,
            nanos.getLast() / 1e6,
            held.get(RUNS / 2) / KIB / KIB));
  }

  private static String once() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                EVERY_COLLECTION_COMPACTS,
                "-cp",
                System.getProperty("java.class.path"),
                FreshProgram.class.getName())
            .start();
    return said(child);
  }

  private static String said(Process child) throws IOException, InterruptedException {
    String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (child.waitFor() != 0) {
      throw new IOException("a child failed: " + said);
    }
    return said;
  }
}
