import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lenswacht.link.HomeFolder;
import lenswacht.link.SealingIdentity;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.FactJson;
import lenswacht.observation.JournalReader;

/** Starts programs and says what they used. */
final class Programs {
  static final Path HERE = Path.of(System.getProperty("lenswacht.root", ".")).toAbsolutePath();
  static final String LENSWACHT = HERE.resolve("lenswacht").toString();
  private static final String LONGEST_SECONDS = "600";

  private Programs() {}

  /** What a program used: seconds by the clock and of the processor, most resident memory in MiB, exit code. */
  record Used(double wall, double cpu, double memory, int exit) {}

  /** Runs `command` in the folder `work`, where `errors` then holds what it said. */
  static Used run(Path work, List<String> command) throws IOException, InterruptedException {
    Path times = work.resolve("times");
    List<String> timed =
        new ArrayList<>(
            List.of("/usr/bin/time", "-q", "-o", times.toString(), "-f", "%U %S %M", "timeout", LONGEST_SECONDS));
    timed.addAll(command);
    long began = System.nanoTime();
    int exit = inFolder(work, timed).start().waitFor();
    double wall = (System.nanoTime() - began) / 1e9;
    String[] used = Files.readString(times).strip().split("\\s+");
    return new Used(
        wall,
        Double.parseDouble(used[used.length - 3]) + Double.parseDouble(used[used.length - 2]),
        Long.parseLong(used[used.length - 1]) / 1024.0,
        exit);
  }

  /** Runs `command` and gives what it said on standard output. */
  static String output(Path work, List<String> command) throws IOException, InterruptedException {
    Process process =
        inFolder(work, command).redirectOutput(ProcessBuilder.Redirect.PIPE).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed, see " + work.resolve("errors"));
    }
    return said;
  }

  /** A program whose keys, and whatever it says but for its standard output, stay in the folder `work`. */
  static ProcessBuilder inFolder(Path work, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.appendTo(work.resolve("errors").toFile()));
    builder.environment().put("LENSWACHT_HOME", work.resolve("home").toString());
    return builder;
  }

  /** Makes `folder` anew, empty. */
  static Path fresh(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path one : tree.toList().reversed()) {
          Files.delete(one);
        }
      }
    }
    return Files.createDirectories(folder);
  }

  /** The records of a journal that was sealed to the console of this computer, as JSON. */
  static List<String> records(Path journal) throws IOException {
    List<String> records = new ArrayList<>();
    try (JournalReader reader = JournalReader.in(journal, SealingIdentity.openOrCreate(HomeFolder.console()))) {
      for (var record = reader.next(); record.isPresent(); record = reader.next()) {
        records.add(new String(FactJson.writeLine(record.get()), StandardCharsets.UTF_8));
      }
    } catch (BrokenJournalException broken) {
      throw new IOException(broken);
    }
    return records;
  }

  /** The counters that the last line of a journal gives. */
  static Map<String, Long> counters(Path journal) throws IOException {
    List<String> lines = records(journal);
    Map<String, Long> counters = new TreeMap<>();
    Pattern.compile("\"([a-z.-]+)\":(\\d+)")
        .matcher(lines.getLast().replaceFirst(".*\"counters\":", ""))
        .results()
        .forEach(one -> counters.put(one.group(1), Long.valueOf(one.group(2))));
    return counters;
  }

  /** Datagrams and first segments of connections that went out, as the counters say. */
  static long packets(Map<String, Long> counters) {
    return counters.entrySet().stream()
        .filter(one -> one.getKey().matches(".*packets\\.sent|.*connects|tcp\\.connections"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
