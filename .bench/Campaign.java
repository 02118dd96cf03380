import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Cuts the cable and kills either end, again and again, while a device writes its journal and a console keeps a copy: both
 * programs of their own, over two pseudo-terminals that socat joins. Linux only.
 *
 * <p>lenswacht bench link --cuts N --kills N [--seed N]
 *
 * <p>A cut is the ports going away in the midst of everything, or, one in three, the line standing still for up to 1.2 s.
 * After every cut and kill the session must come back before the next one. A journal lasts for 50 of them; then it is
 * held: every record that the device said to be kept must be in its journal once, in order and verifying, and every
 * octet that the console said to have must be in its copy, and be the device's. One JSON line for each journal, one for all.
 */
final class Campaign {
  private static final int ROUND = 50;
  private static final long PATIENCE_SECONDS = 120;

  private final List<String> arguments;
  private final Random random;
  private final Path folder;
  private final Path archive;
  private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private Process cable;
  private String classPath = "";

  private Campaign(List<String> arguments) throws IOException {
    this.arguments = arguments;
    this.random = new Random(option("--seed", 1));
    this.folder = Files.createTempDirectory("cuts");
    this.archive = folder.resolve("classes.jsa");
  }

  private int option(String name, int usual) {
    int at = arguments.indexOf(name);
    return at < 0 ? usual : Integer.parseInt(arguments.get(at + 1));
  }

  public static void main(String[] arguments) throws Exception {
    System.exit(new Campaign(List.of(arguments)).run() ? 0 : 1);
  }

  private boolean run() throws Exception {
    int cuts = option("--cuts", 0);
    int kills = option("--kills", 0);
    long began = System.nanoTime();
    boolean ok = true;
    long records = 0;
    int done = 0;
    int cutsLeft = cuts;
    int killsLeft = kills;
    classPath = jars();
    Runtime.getRuntime().addShutdownHook(
        new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
    program("prepare", folder.toString()).waitFor();
    while (ok && cutsLeft + killsLeft > 0) {
      int round = Math.min(ROUND, cutsLeft + killsLeft);
      boolean[] isCut = new boolean[round];
      for (int at = 0; at < round; at++) {
        isCut[at] = random.nextInt(cutsLeft + killsLeft) < cutsLeft;
        cutsLeft -= isCut[at] ? 1 : 0;
        killsLeft -= isCut[at] ? 0 : 1;
      }
      long held = round(isCut);
      ok = held >= 0;
      records += Math.max(0, held);
      done += round;
      System.out.printf(Locale.ROOT, "{\"name\":\"lenswacht\",\"events\":%d,\"ok\":%b,\"records\":%d,\"wall_s\":%.0f}%n",
          done, ok, records, (System.nanoTime() - began) / 1e9);
    }
    System.out.printf(Locale.ROOT,
        "{\"name\":\"lenswacht\",\"cuts\":%d,\"kills\":%d,\"ok\":%b,\"records\":%d,\"wall_s\":%.0f}%n",
        cuts - cutsLeft, kills - killsLeft, ok, records, (System.nanoTime() - began) / 1e9);
    return ok;
  }

  /** The class path with its folders as jars: only of jars an archive can be made, with which programs start quickly. */
  private String jars() {
    List<String> path = new ArrayList<>();
    for (String part : System.getProperty("lenswacht.classpath").split(":")) {
      if (Files.isDirectory(Path.of(part))) {
        String jar = folder.resolve("part" + path.size() + ".jar").toString();
        ToolProvider.findFirst("jar").orElseThrow()
            .run(System.out, System.err, "--create", "--file", jar, "-C", part, ".");
        path.add(jar);
      } else {
        path.add(part);
      }
    }
    return String.join(":", path);
  }

  /** One journal; the number of its records, or -1 where something was lost. */
  private long round(boolean[] isCut) throws Exception {
    Path home = Files.createTempDirectory(folder, "round");
    String a = home.resolve("A").toString();
    String b = home.resolve("B").toString();
    Path copy = Files.createFile(home.resolve("copy"));
    Path journal = home.resolve("journal");
    plug(a, b);
    End device = new End("kept", "write", folder.toString(), "serial:" + a, journal.toString());
    End console = new End("have", "follow", folder.toString(), "serial:" + b, copy.toString());
    try {
      for (boolean cut : isCut) {
        if (!console.moves()) {
          System.err.println("the session did not come back");
          return -1;
        }
        Thread.sleep(random.nextInt(100));
        if (!cut) {
          (random.nextBoolean() ? device : console).restart();
        } else if (random.nextInt(3) == 0) {
          signal("STOP");
          Thread.sleep(random.nextInt(1_200));
          signal("CONT");
        } else {
          cable.destroyForcibly().waitFor();
          Thread.sleep(random.nextInt(100));
          plug(a, b);
        }
      }
      if (!console.moves() || !console.moves()) {
        System.err.println("the session did not come back");
        return -1;
      }
    } finally {
      device.kill();
      console.kill();
      cable.destroyForcibly().waitFor();
    }
    return held(journal.resolve("journal.lwj"), journal, copy, device.said.get(), console.said.get());
  }

  private long held(Path file, Path journal, Path copy, long kept, long had) throws Exception {
    byte[] there = Files.readAllBytes(file);
    byte[] here = Files.readAllBytes(copy);
    int common = Arrays.mismatch(there, here);
    boolean isSame = common < 0 || common >= here.length;
    Process verifier = program("verify", folder.toString(), "", journal.toString());
    String[] verified = new String(verifier.getInputStream().readAllBytes()).strip().split(" ");
    boolean verifies = verifier.waitFor() == 0 && verified[0].equals("verified");
    long records = verifies ? Long.parseLong(verified[1]) : -1;
    if (isSame && here.length >= had && records >= kept) {
      try (Stream<Path> files = Files.walk(journal.getParent())) {
        files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
      return records;
    }
    System.err.printf("lost: copy %d octets, said %d, same %b; journal %d records, said %d; kept in %s%n",
        here.length, had, isSame, records, kept, journal.getParent());
    return -1;
  }

  private void plug(String a, String b) throws Exception {
    Files.deleteIfExists(Path.of(a));
    Files.deleteIfExists(Path.of(b));
    cable = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + a, "pty,raw,echo=0,link=" + b).inheritIO().start();
    for (int tries = 0; tries < 500 && !(Files.exists(Path.of(a)) && Files.exists(Path.of(b))); tries++) {
      Thread.sleep(5);
    }
  }

  private void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(cable.pid())).inheritIO().start().waitFor();
  }

  private Process program(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-Xlog:disable", "-Xlog:all=off",
        "--enable-native-access=ALL-UNNAMED",
        "-cp", classPath, "lenswacht.link.JournalEnds"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** One of the two programs, started anew whenever it was killed. */
  private final class End {
    private final String word;
    private final String[] words;
    final AtomicLong said = new AtomicLong();
    private final AtomicLong times = new AtomicLong();
    private Process process;
    private Thread listener;

    End(String word, String... words) throws IOException {
      this.word = word;
      this.words = words;
      start();
    }

    private void start() throws IOException {
      process = program(words);
      BufferedReader out = process.inputReader();
      listener = Thread.ofVirtual().start(() -> out.lines()
          .filter(line -> line.startsWith(word + " "))
          .mapToLong(line -> Long.parseLong(line.substring(word.length() + 1)))
          .forEach(number -> {
            said.accumulateAndGet(number, Math::max);
            times.incrementAndGet();
          }));
    }

    /** Waits until it speaks again. */
    boolean moves() throws InterruptedException {
      long before = times.get();
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (times.get() == before && System.nanoTime() < until) {
        Thread.sleep(2);
      }
      return times.get() > before;
    }

    /** By its handle: the process itself would close what it said last before that was read. */
    void kill() throws InterruptedException {
      process.toHandle().destroyForcibly();
      process.waitFor();
      listener.join();
    }

    void restart() throws IOException, InterruptedException {
      kill();
      start();
    }
  }
}
