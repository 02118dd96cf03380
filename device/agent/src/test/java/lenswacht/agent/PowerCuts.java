package lenswacht.agent;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lenswacht.link.Identity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SignedMandate;
import lenswacht.simulator.Building;
import lenswacht.simulator.SimulatedBuilding;

/// Takes the power from a device in the midst of a scan, again and again: its whole process group
// is
/// killed, and of its files is lost, at some octet, what it had not forced to the storage yet; in
/// one case of three there are zeros instead, as some file systems leave them. Then it is started
/// again, in the end to the end. Linux only.
///
/// What counts is told by two witnesses: the journal, which must verify, and the practice building,
/// which counts what each host was asked.
public final class PowerCuts {
  private static final String BASE = "127.76.0.0/16";
  private static final int LOW_PORTS_AT = 20_000;
  private static final int MOST_HOSTS = 12;

  private final Path folder;
  private final Random random;

  PowerCuts(Path folder, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
  }

  /// How a round went.
  ///
  /// @param kills how often the power was taken
  /// @param lost octets that were lost with it
  /// @param records of the journal in the end
  /// @param questions that were put
  /// @param fault what went wrong, if anything
  record Round(int kills, long lost, int records, int questions, Optional<String> fault) {}

  /// `--rounds N`, `--kills N` for each of them, `--seed N`. One JSON line for each round.
  public static void main(String[] arguments) throws Exception {
    List<String> options = List.of(arguments);
    Path folder = Files.createTempDirectory("power");
    PowerCuts cuts = new PowerCuts(folder, option(options, "--seed", 1));
    int faults = 0;
    int rounds = option(options, "--rounds", 20);
    for (int i = 1; i <= rounds; i++) {
      long began = System.nanoTime();
      Round round = cuts.round(option(options, "--kills", 3));
      faults += round.fault().isPresent() ? 1 : 0;
      System.out.printf(
          Locale.ROOT,
          "{\"name\":\"lenswacht\",\"round\":%d,\"kills\":%d,\"lost_octets\":%d,\"records\":%d,"
              + "\"questions\":%d,\"ok\":%b,\"fault\":\"%s\",\"wall_s\":%.1f}%n",
          i,
          round.kills(),
          round.lost(),
          round.records(),
          round.questions(),
          round.fault().isEmpty(),
          round.fault().orElse(""),
          (System.nanoTime() - began) / 1e9);
    }
    System.exit(faults == 0 ? 0 : 1);
  }

  private static int option(List<String> options, String name, int usual) {
    int at = options.indexOf(name);
    return at < 0 ? usual : Integer.parseInt(options.get(at + 1));
  }

  /// A run that loses its power so many times, and one that does not for comparison.
  Round round(int kills) throws Exception {
    Path home = Files.createTempDirectory(folder, "round");
    Identity console = Identity.openOrCreate(home.resolve("home/console"), "console");
    try (SimulatedBuilding building =
        SimulatedBuilding.start(Building.practice(), BASE, LOW_PORTS_AT)) {
      SignedMandate signed =
          SignedMandate.sign(mandate(building), console.privateKey(), console.publicKey());
      Path file = home.resolve("m.mandate");
      Files.writeString(file, signed.text());
      survey(home, home.resolve("undisturbed"), file).waitFor(2, TimeUnit.MINUTES);
      long whole = Files.size(Journal.fileIn(home.resolve("undisturbed")));
      Map<String, Long> once = requests(building);
      building.resetCounters();

      Path journal = home.resolve("journal");
      long lost = 0;
      int struck = 0;
      for (int kill = 0; kill < kills; kill++) {
        Process run = survey(home, journal, file);
        long from = Files.exists(journal) ? length(journal) : 0;
        await(run, journal, from + 1 + random.nextLong(whole / kills));
        struck += run.isAlive() ? 1 : 0;
        new ProcessBuilder("kill", "-KILL", "--", "-" + run.pid()).start().waitFor();
        run.waitFor();
        lost += cut(journal, signed);
      }
      Process last = survey(home, journal, file);
      String err = new String(last.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      last.waitFor();
      List<JournalEvent> events = KeptJournal.events(journal, home.resolve("home"));
      return new Round(
          struck,
          lost,
          events.size(),
          (int) events.stream().filter(JournalEvent.Asking.class::isInstance).count(),
          fault(events, last.exitValue() == 0 ? "" : err, once, requests(building)));
    }
  }

  private static Optional<String> fault(
      List<JournalEvent> events, String err, Map<String, Long> once, Map<String, Long> now) {
    Set<JournalEvent> asked = new HashSet<>();
    List<JournalEvent> twice =
        events.stream()
            .filter(JournalEvent.Asking.class::isInstance)
            .filter(one -> !asked.add(one))
            .toList();
    long begun = events.stream().filter(JournalEvent.RunStarted.class::isInstance).count();
    List<String> more =
        now.keySet().stream().filter(id -> now.get(id) > once.getOrDefault(id, 0L)).toList();
    if (!err.isEmpty()) {
      return Optional.of("the last run did not end well: " + err.strip());
    }
    if (!(events.getLast() instanceof JournalEvent.RunEnded) || begun != 1) {
      return Optional.of("the run was not taken up: begun " + begun + " times");
    }
    if (!twice.isEmpty()) {
      return Optional.of("the journal tells of questions put twice: " + twice);
    }
    return more.isEmpty() ? Optional.empty() : Optional.of("hosts asked more than once: " + more);
  }

  /// The first hosts of the building, each a range of its own.
  private static Mandate mandate(SimulatedBuilding building) {
    List<AddressRange> hosts =
        building.counters().keySet().stream()
            .filter(id -> !id.startsWith("odd-"))
            .map(building::addressOf)
            .map(InetAddress::getHostAddress)
            .sorted()
            .limit(MOST_HOSTS)
            .map(address -> AddressRange.parse(address + "/32"))
            .toList();
    return new Mandate(
        "M-1",
        "Practice building",
        "Head of facilities",
        new ScanScope(hosts, List.of()),
        Instant.now().minusSeconds(60),
        Instant.now().plusSeconds(3600),
        Intrusiveness.ASK,
        10_000,
        true);
  }

  /// Requests over connections that each host has seen. A datagram that gets no answer in time is
  /// sent again, so that their number is not the same each time.
  private static Map<String, Long> requests(SimulatedBuilding building) {
    Map<String, Long> all = new TreeMap<>();
    building
        .counters()
        .forEach(
            (id, host) ->
                all.put(
                    id,
                    host.requestsSeen().stream()
                        .filter(line -> line.startsWith("http") || line.startsWith("rtsp"))
                        .count()));
    return all;
  }

  private static Process survey(Path home, Path journal, Path mandate) throws IOException {
    return new AgentProcess(home.resolve("home"), List.of("setsid"))
        .command(
            "survey",
            "--mandate",
            mandate.toString(),
            "--journal",
            journal.toString(),
            "--low-ports-at",
            String.valueOf(LOW_PORTS_AT),
            "--listen-for",
            "0",
            "--quiet")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static long length(Path journal) throws IOException {
    Path file = Journal.fileIn(journal);
    return Files.exists(file) ? Files.size(file) : 0;
  }

  private static void await(Process run, Path journal, long octets) throws Exception {
    while (run.isAlive() && length(journal) < octets) {
      Thread.sleep(1);
    }
  }

  /// Loses what was not forced: of the journal what stands behind its last signature, of the notes
  /// what they tell of lines behind that.
  private long cut(Path journal, SignedMandate mandate) throws IOException {
    Path file = Journal.fileIn(journal);
    if (Files.notExists(file)) {
      return 0;
    }
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    int end = 0;
    long signed = 0;
    for (int at = 0, next; (next = text.indexOf('\n', at)) >= 0; at = next + 1) {
      String[] words = text.substring(at, next).split(" ", 4);
      if (words.length == 4 && (words[2].equals("signed") || words[2].equals("closed"))) {
        end = next + 1;
        signed = Long.parseLong(words[1]);
      }
    }
    long lost = lose(file, end);
    if (end > 0) {
      lost += lose(notes(journal), forced(journal, mandate, text.substring(0, 64), signed));
    }
    return lost;
  }

  private static Path notes(Path journal) throws IOException {
    try (Stream<Path> files = Files.list(journal)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith("journal.notes-"))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .orElseThrow();
    }
  }

  /// Where in the notes the records end that tell of lines up to `signed`.
  private static long forced(Path journal, SignedMandate mandate, String first, long signed)
      throws IOException {
    AtomicInteger records = new AtomicInteger();
    try (RunNotes notes = RunNotes.open(journal, mandate)) {
      notes.recall(Optional.of(Bytes.fromHex(first)), signed, line -> records.incrementAndGet());
    }
    try (RandomAccessFile in = new RandomAccessFile(notes(journal).toFile(), "r")) {
      while (in.getFilePointer() < in.length()) {
        long at = in.getFilePointer();
        int length = in.readInt();
        boolean isRecord = length != 64;
        if (isRecord && records.getAndDecrement() == 0) {
          return at;
        }
        in.seek(at + Integer.BYTES + length);
      }
      return in.length();
    }
  }

  /// Cuts `file` somewhere behind `from`, or puts zeros there.
  private long lose(Path file, long from) throws IOException {
    long length = Files.size(file);
    if (length <= from) {
      return 0;
    }
    long at = from + random.nextLong(length - from + 1);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(at);
      if (random.nextInt(3) == 0) {
        out.setLength(length);
      }
    }
    return length - at;
  }
}
