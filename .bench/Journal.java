import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lenswacht.link.Identity;
import lenswacht.link.SealingIdentity;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.JournalKeys;
import lenswacht.observation.JournalReader;

/**
 * Appends records to a journal as a scan run does, sealed, signed and forced to the storage at least every 200 ms,
 * reads them again and verifies them; then cuts a journal at every octet, as a power cut does, and goes on writing.
 *
 * <pre>./lenswacht bench journal [--records N] [--rounds N] [--cut-every N]</pre>
 *
 * One JSON line per round (cpu_s is the time that the machine spent on appending, whatever else it had to do) and one
 * with the medians. Every second record is a question, every other one an answer
 * with 256 octets of evidence.
 */
public final class Journal {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Journal() {}

  public static void main(String[] arguments) throws Exception {
    int records = option(arguments, "--records", 300_000);
    int rounds = option(arguments, "--rounds", 5);
    int step = option(arguments, "--cut-every", 1);
    Path work = Files.createTempDirectory("lenswacht-journal-");
    try {
      Identity device = Identity.openOrCreate(work.resolve("device"), "bench");
      SealingIdentity console = SealingIdentity.openOrCreate(work.resolve("console"));
      JournalKeys keys = new JournalKeys(device.privateKey(), device.key(), () -> List.of(console.key()));
      List<Double> written = new ArrayList<>();
      List<Double> read = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        Path folder = work.resolve("round-" + round);
        long cpu = THREADS.getCurrentThreadCpuTime();
        double writing = append(folder, keys, records);
        double busy = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9;
        Path file = lenswacht.observation.Journal.fileIn(folder);
        double reading = verify(folder, console, records);
        written.add(records / writing);
        read.add(records / reading);
        System.out.printf(
            Locale.ROOT,
            "{\"name\":\"journal\",\"round\":%d,\"records\":%d,\"wall_s\":%.3f,\"cpu_s\":%.3f,\"appended_per_s\":%.0f,"
                + "\"appended_per_cpu_s\":%.0f,\"read_per_s\":%.0f,\"octets\":%d,\"load\":%s}%n",
            round, records, writing, busy, records / writing, records / busy, records / reading, Files.size(file),
            Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        Files.delete(file);
      }
      System.out.printf(
          Locale.ROOT,
          "{\"name\":\"journal\",\"median\":true,\"appended_per_s\":%.0f,\"read_per_s\":%.0f}%n",
          median(written), median(read));
      System.out.println(cuts(work.resolve("cut"), keys, step));
    } finally {
      try (Stream<Path> tree = Files.walk(work)) {
        for (Path one : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }

  /** Seconds until the last record is acknowledged. */
  private static double append(Path folder, JournalKeys keys, int records) throws Exception {
    long start = System.nanoTime();
    RunRecords.write(folder, keys, records);
    return (System.nanoTime() - start) / 1e9;
  }

  private static double verify(Path folder, SealingIdentity console, int records) throws Exception {
    long start = System.nanoTime();
    int count = 0;
    try (JournalReader reader = JournalReader.in(folder, console)) {
      while (reader.next().isPresent()) {
        count++;
      }
    }
    if (count != records) {
      throw new IllegalStateException(count + " of " + records + " records are there");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** Cuts a journal of twelve acknowledged records at every octet, goes on writing and verifies. */
  private static String cuts(Path folder, JournalKeys keys, int step) throws Exception {
    List<Long> ends = new ArrayList<>();
    Path file = lenswacht.observation.Journal.fileIn(folder);
    try (var journal = lenswacht.observation.Journal.open(folder, keys, CLOCK, ClockTrust.COMPUTER)) {
      for (int i = 0; i < 12; i++) {
        journal.append(RunRecords.event(i));
        journal.sync();
        ends.add(Files.size(file));
      }
    }
    byte[] whole = Files.readAllBytes(file);
    int lost = 0;
    int cuts = 0;
    for (int cut = 0; cut <= whole.length; cut += step, cuts++) {
      Files.write(file, Arrays.copyOf(whole, cut));
      try (var journal = lenswacht.observation.Journal.open(folder, keys, CLOCK, ClockTrust.COMPUTER)) {
        journal.append(RunRecords.event(cut));
      }
      byte[] after = Files.readAllBytes(file);
      int at = cut;
      int acknowledged = (int) ends.stream().filter(end -> end <= at).count();
      int safe = acknowledged == 0 ? 0 : ends.get(acknowledged - 1).intValue();
      if (Arrays.mismatch(after, 0, safe, whole, 0, safe) >= 0) {
        lost++;
      }
      try (JournalReader reader = JournalReader.in(folder)) {
        reader.verify();
        if (!reader.isClosed()) {
          lost++;
        }
      }
    }
    return "{\"name\":\"journal-cuts\",\"cuts\":" + cuts + ",\"lost\":" + lost + "}";
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static int option(String[] arguments, String name, int otherwise) {
    int at = Arrays.asList(arguments).indexOf(name);
    return at < 0 ? otherwise : Integer.parseInt(arguments[at + 1]);
  }
}
