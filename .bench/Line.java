import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lenswacht.link.Identity;
import lenswacht.link.SealingIdentity;
import lenswacht.link.SealingKey;
import lenswacht.observation.JournalKeys;

/**
 * Races the serial line against its peers over a simulated cable: two pseudo-terminals joined by a relay that lets
 * BAUD / 10 octets a second through each way, flips each bit with the same probability and delays by a millisecond.
 * Linux only. Contenders take turns, round by round; those that are not installed are left out and named.
 *
 * <p>lenswacht bench link [--ber RATE[,RATE]] [--bytes N] [--rounds N] [--baud N] [--only NAME,...] [--limit SECONDS]
 *     [--hdlc FILE.c]
 *
 * <p>One JSON line per contender and round: name, ber, round, ok, efficiency (payload octets per octet that the line
 * could have carried in line_s), wall_s, line_s (that, less the time in which the machine kept the relay from running),
 * per_octet_carried (payload octets per octet that went from sender to receiver), carried, flips. Then one line per
 * contender with the median. The payload is random: nothing in it can be packed. What packing saves of a journal comes on
 * top and is reported apart, in the last line: octets, packed_octets and share of a sealed journal of 20,000 records.
 */
final class Line {
  private final List<String> arguments;
  private final int baud;
  private final Path folder;
  private final Path payload;

  private Line(List<String> arguments) throws IOException {
    this.arguments = arguments;
    this.baud = Integer.parseInt(option("--baud", "921600"));
    this.folder = Files.createTempDirectory("line");
    this.payload = folder.resolve("payload");
    byte[] octets = new byte[Integer.parseInt(option("--bytes", "2000000"))];
    new Random(7).nextBytes(octets);
    Files.write(payload, octets);
  }

  private String option(String name, String usual) {
    int at = arguments.indexOf(name);
    return at < 0 ? usual : arguments.get(at + 1);
  }

  public static void main(String[] arguments) throws Exception {
    new Line(List.of(arguments)).race();
  }

  /**
   * A program pair: what receives, what sends, and what must run on either port before. A and B stand for the two ports.
   *
   * @param tellsTimes whether the pair itself says when it begins and ends: the start of a Java machine is not the line's time
   */
  private record Contender(
      String name, List<List<String>> before, List<String> receives, List<String> sends, boolean tellsTimes) {}

  private List<Contender> contenders() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path root = Path.of(System.getProperty("lenswacht.root", ".")).toAbsolutePath();
    List<String> ours =
        List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
            root.resolve("target/lenswacht") + "/*:" + folder, "lenswacht.link.serial.LineContender");
    return List.of(
        new Contender("lenswacht", List.of(), with(ours, "receive", "B", "got"),
            with(ours, "send", "A", payload.toString()), true),
        new Contender("zmodem", List.of(), shell("exec rz -b -y -q <> B >&0"),
            shell("exec sz -b -q " + payload + " <> A >&0"), false),
        new Contender("kermit", List.of(), kermit("B", "receive got"), kermit("A", "send " + payload), false),
        tcp(java, 1500),
        tcp(java, 296));
  }

  /** TCP over HDLC-like frames (RFC 1662), by the peer's own program on either port, each in a namespace of its own. */
  private Contender tcp(String java, int mtu) {
    String here = "lw-line-a";
    String there = "lw-line-b";
    List<String> program = List.of("ip", "netns", "exec", there, java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-cp", folder.toString(), "lenswacht.link.serial.TcpContender");
    List<String> same = program.stream().map(word -> word.equals(there) ? here : word).toList();
    String mtuText = String.valueOf(mtu);
    return new Contender("tcp" + mtu,
        List.of(
            List.of(hdlc().toString(), here, "lwhdlc0", "10.77.0.1", "10.77.0.2", mtuText, "A"),
            List.of(hdlc().toString(), there, "lwhdlc0", "10.77.0.2", "10.77.0.1", mtuText, "B")),
        with(program, "receive", "10.77.0.2", "got"), with(same, "send", "10.77.0.2", payload.toString()), true);
  }

  private Path hdlc() {
    return folder.resolve("hdlcip");
  }

  /**
   * Builds the peer for TCP from its source, which is not ours and not kept here: by default that of the rig beside this
   * project. Needs a C compiler, /dev/net/tun and root.
   */
  private boolean buildHdlc() throws Exception {
    Path source = Path.of(option("--hdlc", Path.of(System.getProperty("lenswacht.root", "."))
        .toAbsolutePath().resolve("../shared/bench/serial/hdlcip.c").toString()));
    String missing =
        !Files.isReadable(source) ? "there is no " + source.normalize() + " (--hdlc names another place)"
            : !Files.isWritable(Path.of("/dev/net/tun")) ? "there is no /dev/net/tun to write to"
            : !onPath("cc") ? "there is no C compiler" : !onPath("ip") ? "there is no program ip" : "";
    if (missing.isEmpty() && ran("cc", "-O2", "-w", "-o", hdlc().toString(), source.toString())
        && ran("ip", "netns", "add", "lw-line-a") && ran("ip", "netns", "add", "lw-line-b")) {
      return true;
    }
    System.err.println("TCP over HDLC-like frames is left out: " + (missing.isEmpty() ? "it cannot be set up" : missing));
    return false;
  }

  private static boolean ran(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }

  private static List<String> with(List<String> program, String... more) {
    return Stream.concat(program.stream(), Stream.of(more)).toList();
  }

  private static List<String> shell(String line) {
    return List.of("sh", "-c", line);
  }

  private List<String> kermit(String port, String does) {
    return List.of("kermit", "-Y", "-H", "-q", "-C",
        "set modem type none, set line " + port + ", set speed " + baud + ", set carrier-watch off, set flow none,"
            + " set parity none, set file type binary, set file display none, set attributes off, set delay 0,"
            + " fast, set streaming off, set window 30, set receive packet-length 1000, set send packet-length 1000,"
            + " set block-check 3, set retry 100, set prefixing minimal, " + does + ", exit");
  }

  private void race() throws Exception {
    compileOurs();
    List<String> only = List.of(option("--only", "lenswacht,zmodem,kermit,tcp1500,tcp296").split(","));
    boolean tcp = only.stream().anyMatch(name -> name.startsWith("tcp")) && buildHdlc();
    try {
      race(contenders().stream()
          .filter(one -> only.contains(one.name()) && (one.name().startsWith("tcp") ? tcp : installed(one)))
          .toList());
      packing();
    } finally {
      if (tcp) {
        ran("ip", "netns", "del", "lw-line-a");
        ran("ip", "netns", "del", "lw-line-b");
      }
    }
  }

  /** Writes a sealed journal as a scan run does and packs it in the pieces in which it goes over a slow cable. */
  private void packing() throws Exception {
    Path home = Files.createTempDirectory(folder, "packing");
    Identity device = Identity.openOrCreate(home.resolve("device"), "bench");
    SealingKey console = SealingIdentity.openOrCreate(home.resolve("console")).key();
    JournalKeys keys = new JournalKeys(device.privateKey(), device.key(), () -> List.of(console));
    Path journal = RunRecords.write(home.resolve("journal"), keys, 20_000);
    Process packs =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("lenswacht.classpath"), "lenswacht.link.JournalEnds", "packs", home.toString(), "-",
                journal.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String[] said = packs.inputReader().readLine().split(" ");
    System.out.printf(Locale.ROOT,
        "{\"name\":\"lenswacht\",\"journal\":\"sealed\",\"octets\":%s,\"packed_octets\":%s,\"share\":%.3f}%n",
        said[1], said[2], Double.parseDouble(said[2]) / Double.parseDouble(said[1]));
  }

  private void race(List<Contender> racing) throws Exception {
    int rounds = Integer.parseInt(option("--rounds", "3"));
    for (String ber : option("--ber", "0,1e-6,1e-5,1e-4").split(",")) {
      double[][] reached = new double[racing.size()][rounds];
      for (int round = 0; round < rounds; round++) {
        for (int at = 0; at < racing.size(); at++) {
          reached[at][round] = run(racing.get(at), Double.parseDouble(ber), round);
        }
      }
      for (int at = 0; at < racing.size(); at++) {
        Arrays.sort(reached[at]);
        System.out.printf(Locale.ROOT, "{\"name\":\"%s\",\"ber\":%s,\"rounds\":%d,\"median_efficiency\":%.4f}%n",
            racing.get(at).name(), ber, rounds, reached[at][rounds / 2]);
      }
    }
  }

  private static boolean installed(Contender contender) {
    String program = Map.of("zmodem", "rz", "kermit", "kermit").getOrDefault(contender.name(), "sh");
    boolean there = onPath(program);
    if (!there) {
      System.err.println(contender.name() + " is left out: there is no program " + program);
    }
    return there;
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private void compileOurs() throws Exception {
    Path root = Path.of(System.getProperty("lenswacht.root", ".")).toAbsolutePath();
    Process compiler =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "javac").toString(), "-proc:none", "-cp",
                root.resolve("target/lenswacht") + "/*", "-d", folder.toString(),
                root.resolve(".bench/LineContender.java").toString(),
                root.resolve(".bench/TcpContender.java").toString())
            .inheritIO().start();
    if (compiler.waitFor() != 0) {
      throw new IllegalStateException("the contender does not compile");
    }
  }

  private double run(Contender contender, double ber, int round) throws Exception {
    Path got = Files.createTempDirectory(folder, contender.name());
    long size = Files.size(payload);
    long limit = Long.parseLong(option("--limit", String.valueOf(60 + 4 * size * 10 / baud)));
    try (NoisyCable cable = new NoisyCable(baud, ber, round + 1)) {
      List<Process> before = new ArrayList<>();
      for (List<String> command : contender.before()) {
        before.add(start(command, cable, got));
      }
      Thread.sleep(before.isEmpty() ? 0 : 800);
      Process receiver = start(contender.receives(), cable, got);
      Thread.sleep(800);
      long began = System.nanoTime();
      long stalled = cable.stalled();
      Process sender = start(contender.sends(), cable, got);
      long[] own = contender.tellsTimes() ? times(sender, receiver, limit) : null;
      boolean ended = own != null ? receiver.waitFor(limit, TimeUnit.SECONDS) : await(receiver, got, limit);
      long wall = own == null ? System.nanoTime() - began : own[1] - own[0];
      long carried = cable.carried();
      long line = wall - cable.stalled() + stalled;
      for (Process process : List.of(sender, receiver)) {
        if (!process.waitFor(ended ? 3 : 0, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
        }
      }
      for (Process process : before) {
        process.destroyForcibly().waitFor();
      }
      boolean ok = arrived(got);
      double efficiency = ok ? size * 10.0 / baud / (line / 1e9) : 0;
      System.out.printf(Locale.ROOT,
          "{\"name\":\"%s\",\"ber\":%s,\"round\":%d,\"ok\":%b,\"efficiency\":%.4f,\"wall_s\":%.2f,\"line_s\":%.2f,"
              + "\"per_octet_carried\":%.4f,\"carried\":%d,\"flips\":%d}%n",
          contender.name(), ber, round, ok, efficiency, wall / 1e9, line / 1e9, (double) size / carried, carried,
          cable.flips());
      return efficiency;
    }
  }

  /** Waits until the receiver is done or the whole file is there: some linger for half a minute after that. */
  private boolean await(Process receiver, Path folder, long limit) throws IOException, InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(limit);
    while (System.nanoTime() < until) {
      if (receiver.waitFor(5, TimeUnit.MILLISECONDS) || whole(folder)) {
        return true;
      }
    }
    return false;
  }

  private boolean whole(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Files.size(file) >= Files.size(payload)) {
          return true;
        }
      }
    }
    return false;
  }

  private static long[] times(Process sender, Process receiver, long limit) throws IOException {
    Thread.ofVirtual().start(() -> {
      try {
        if (!receiver.waitFor(limit, TimeUnit.SECONDS)) {
          receiver.destroyForcibly();
          sender.destroyForcibly();
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    });
    String began = sender.inputReader().readLine();
    String ended = receiver.inputReader().readLine();
    return began == null || ended == null
        ? new long[] {0, Long.MAX_VALUE / 2}
        : new long[] {Long.parseLong(began), Long.parseLong(ended)};
  }

  private static Process start(List<String> command, NoisyCable cable, Path folder) throws IOException {
    List<String> real =
        command.stream()
            .map(word -> word.equals("A") ? cable.left() : word.equals("B") ? cable.right() : word)
            .map(word -> word.replace(" A ", " " + cable.left() + " ").replace(" B ", " " + cable.right() + " ")
                .replace(" A,", " " + cable.left() + ",").replace(" B,", " " + cable.right() + ","))
            .toList();
    return new ProcessBuilder(real).directory(folder.toFile())
        .redirectError(folder.resolve("errors").toFile()).start();
  }

  private boolean arrived(Path folder) throws IOException {
    byte[] sent = Files.readAllBytes(payload);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (Arrays.equals(Files.readAllBytes(file), sent)) {
          return true;
        }
      }
    }
    return false;
  }
}
