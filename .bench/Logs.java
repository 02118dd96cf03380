import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Races the reading of DNS logs against grep with the same list of names, and the reading of captures against tshark
 * with the fields that tell the same. Files are made up, the same for each contender. Contenders take turns, round by
 * round; those that are not installed are left out and named.
 *
 * <p>lenswacht bench logs [--megabytes N] [--packets N] [--rounds N]
 *
 * <p>One JSON line per contender and round: race, name, round, wall_s, cpu_s, peak_mb, mb_per_s, mb_per_cpu_s. Then one
 * line per contender with the medians, and one per race with the ratio of the medians. A time is that of the whole verb,
 * with the start of the program and the case file.
 */
final class Logs {
  private static final Path DOMAINS =
      Programs.HERE.resolve("device/fingerprint/src/main/resources/lenswacht/fingerprint/domain/domains.csv");
  private static final List<String> TLDS = List.of("com", "nl", "net", "org", "eu", "io", "cloud", "de");

  private final List<String> arguments;
  private final Random random = new Random(5);
  private final Path folder;
  private final List<String> domains = new ArrayList<>();

  private Logs(List<String> arguments) throws IOException {
    this.arguments = arguments;
    this.folder = Files.createTempDirectory("logs");
    for (String line : Files.readAllLines(DOMAINS)) {
      if (!line.startsWith("#") && !line.startsWith("domain,") && !line.startsWith("rekognition.*")) {
        domains.add(line.substring(0, line.indexOf(',')));
      }
    }
  }

  private int option(String name, int usual) {
    int at = arguments.indexOf(name);
    return at < 0 ? usual : Integer.parseInt(arguments.get(at + 1));
  }

  public static void main(String[] arguments) throws Exception {
    new Logs(List.of(arguments)).race();
  }

  private record Contender(String race, String name, Path file, List<String> command) {}

  private void race() throws Exception {
    Path log = folder.resolve("bind.log");
    Path capture = folder.resolve("capture.pcap");
    Path list = folder.resolve("domains.txt");
    Files.write(list, domains);
    writeLog(log, option("--megabytes", 1000) * 1_000_000L);
    writeCapture(capture, option("--packets", 1_000_000));
    Path work = Programs.fresh(folder.resolve("work"));
    Path site = caseFile(work);
    List<Contender> contenders = new ArrayList<>();
    contenders.add(
        new Contender(
            "log", "lenswacht", log,
            List.of(Programs.LENSWACHT, "logs", "--case", site.toString(), "--log", log.toString(), "--format", "csv")));
    contenders.add(
        new Contender(
            "log", "grep", log,
            List.of("sh", "-c", "exec grep -F -f \"$1\" \"$2\" > given", "grep", list.toString(), log.toString())));
    contenders.add(
        new Contender(
            "capture", "lenswacht", capture,
            List.of(Programs.LENSWACHT, "agent", "listen", "--pcap", capture.toString(), "--format", "csv")));
    contenders.add(
        new Contender(
            "capture", "tshark", capture,
            List.of("tshark", "-n", "-r", capture.toString(), "-T", "fields", "-e", "frame.time_epoch", "-e", "ip.src",
                "-e", "ip.dst", "-e", "udp.dstport", "-e", "tcp.dstport", "-e", "dns.qry.name", "-e", "dns.a", "-e",
                "tls.handshake.extensions_server_name", "-e", "stun.type", "-e", "ntp.flags.mode")));
    contenders.removeIf(one -> !isInstalled(one));
    run(work, contenders);
    boundaries(log, list);
    Programs.fresh(folder);
    Files.delete(folder);
  }

  private static boolean isInstalled(Contender one) {
    String program = one.command.getFirst();
    boolean there =
        program.contains("/")
            || Arrays.stream(System.getenv("PATH").split(":")).anyMatch(in -> Files.isExecutable(Path.of(in, program)));
    if (!there) {
      System.err.println(program + " is not installed and is left out");
    }
    return there;
  }

  private void run(Path work, List<Contender> contenders) throws Exception {
    Map<String, List<Double>> walls = new TreeMap<>();
    for (int round = 1; round <= option("--rounds", 5); round++) {
      for (Contender one : contenders) {
        Programs.Used used = Programs.run(work, one.command);
        if (used.exit() != 0) {
          throw new IOException(one.name + " ended with " + used.exit() + ", see " + work.resolve("errors"));
        }
        double megabytes = Files.size(one.file) / 1e6;
        System.out.printf(
            Locale.ROOT,
            "{\"race\":\"%s\",\"name\":\"%s\",\"round\":%d,\"wall_s\":%.2f,\"cpu_s\":%.2f,\"peak_mb\":%.0f,"
                + "\"mb_per_s\":%.0f,\"mb_per_cpu_s\":%.0f}%n",
            one.race, one.name, round, used.wall(), used.cpu(), used.memory(), megabytes / used.wall(),
            megabytes / used.cpu());
        walls.computeIfAbsent(one.race + " " + one.name, first -> new ArrayList<>()).add(used.wall());
      }
    }
    walls.forEach(
        (name, all) -> System.out.printf(Locale.ROOT, "{\"median\":\"%s\",\"wall_s\":%.2f}%n", name, median(all)));
    ratio(walls, "log", "grep");
    ratio(walls, "capture", "tshark");
  }

  private static void ratio(Map<String, List<Double>> walls, String race, String peer) {
    List<Double> ours = walls.get(race + " lenswacht");
    List<Double> theirs = walls.get(race + " " + peer);
    if (ours != null && theirs != null) {
      System.out.printf(
          Locale.ROOT, "{\"race\":\"%s\",\"times_as_fast_as_%s\":%.1f}%n", race, peer, median(theirs) / median(ours));
    }
  }

  private static double median(List<Double> all) {
    List<Double> sorted = all.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** How many lines grep gives that are of no name of the list: those in which one only begins or ends alike. */
  private void boundaries(Path log, Path list) throws Exception {
    long given =
        Long.parseLong(
            Programs.output(folder, List.of("grep", "-c", "-F", "-f", list.toString(), log.toString())).strip());
    System.out.printf(
        Locale.ROOT, "{\"lines_that_grep_gives\":%d,\"of_them_wrong\":%d}%n", given, given - truly);
  }

  private Path caseFile(Path work) throws Exception {
    Path mandate = work.resolve("mandate");
    Path journal = work.resolve("journal");
    Path site = work.resolve("site.lenswacht");
    Path empty = work.resolve("empty.pcap");
    Files.write(empty, header());
    Programs.run(
        work,
        List.of(Programs.LENSWACHT, "mandate", "new", "--site", "Race", "--range", "10.0.0.0/14", "--until",
            "2099-12-31", "--out", mandate.toString()));
    Programs.run(
        work,
        List.of(Programs.LENSWACHT, "agent", "listen", "--pcap", empty.toString(), "--mandate", mandate.toString(),
            "--journal", journal.toString()));
    Programs.run(
        work,
        List.of(Programs.LENSWACHT, "receive", "--from", "journal:" + journal, "--case", site.toString()));
    return site;
  }

  private long truly;

  /** One line in five hundred asks for a name of the list, as many for one that only looks alike. */
  private void writeLog(Path file, long octets) throws IOException {
    String[] words = words();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      long written = 0;
      for (long number = 0; written < octets; number++) {
        int kind = random.nextInt(500);
        boolean real = kind == 0;
        truly += real ? 1 : 0;
        String domain = domains.get(random.nextInt(domains.size()));
        String name =
            real ? "p2p." + domain
                : kind == 1 ? "not" + domain
                    : "cdn." + words[random.nextInt(words.length)] + "." + TLDS.get(random.nextInt(TLDS.size()));
        long second = number / 500;
        String line =
            String.format(
                Locale.ROOT,
                "21-Nov-2026 %02d:%02d:%02d.%03d queries: info: client @0x7f3c%08x 10.%d.%d.%d#%d (%s): query: %s IN A"
                    + " +E(0)K (10.0.0.53)%n",
                second / 3600 % 24, second / 60 % 60, second % 60, number * 2 % 1000, random.nextInt(),
                random.nextInt(4), random.nextInt(256), 1 + random.nextInt(254), 1024 + random.nextInt(60_000), name,
                name);
        byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes);
        written += bytes.length;
      }
    }
  }

  private String[] words() {
    String[] words = new String[20_000];
    for (int i = 0; i < words.length; i++) {
      StringBuilder word = new StringBuilder();
      for (int letters = 3 + random.nextInt(10); letters > 0; letters--) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      words[i] = word.toString();
    }
    return words;
  }

  private static byte[] header() {
    byte[] header = new byte[24];
    int[] values = {0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0};
    for (int i = 0; i < values.length; i++) {
      header[i] = (byte) values[i];
    }
    header[18] = 4;
    header[20] = 1;
    return header;
  }

  /** Of a hundred packets: thirty names asked for, thirty answers, ten hellos of TLS, two of NTP and STUN, data else. */
  private void writeCapture(Path file, int packets) throws IOException {
    String[] words = words();
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
      out.write(header());
      for (int i = 0; i < packets; i++) {
        int kind = random.nextInt(100);
        String name =
            random.nextInt(50) == 0
                ? "p2p." + domains.get(random.nextInt(domains.size()))
                : "cdn." + words[random.nextInt(words.length)] + ".com";
        boolean tcp = kind >= 60 && kind < 70 || kind >= 74;
        byte[] payload =
            kind < 60 ? dns(name, kind >= 30)
                : kind < 70 ? hello(name)
                    : kind < 72 ? ntp() : kind < 74 ? stun() : data();
        int port = kind < 60 ? 53 : kind < 70 ? 443 : kind < 72 ? 123 : kind < 74 ? 3478 : 554;
        frame(out, i, tcp, kind >= 30 && kind < 60, port, payload);
      }
    }
  }

  private void frame(DataOutputStream out, int number, boolean tcp, boolean back, int port, byte[] payload)
      throws IOException {
    int transport = tcp ? 20 : 8;
    int length = 14 + 20 + transport + payload.length;
    little(out, 1_793_520_000 + number / 1000);
    little(out, number % 1000 * 1000);
    little(out, length);
    little(out, length);
    out.write(new byte[] {0, 0, 94, 0, 83, 1, 0, 0, 94, 0, 83, 2, 8, 0, 0x45, 0});
    out.writeShort(20 + transport + payload.length);
    out.writeInt(0);
    out.writeByte(64);
    out.writeByte(tcp ? 6 : 17);
    out.writeShort(0);
    int host = 10 << 24 | random.nextInt(4) << 16 | random.nextInt(256) << 8 | 1 + random.nextInt(254);
    int other = 198 << 24 | 51 << 16 | 100 << 8 | 1 + random.nextInt(254);
    out.writeInt(back ? other : host);
    out.writeInt(back ? host : other);
    int local = 1024 + random.nextInt(60_000);
    out.writeShort(back ? port : local);
    out.writeShort(back ? local : port);
    if (tcp) {
      out.writeInt(number);
      out.writeInt(1);
      out.writeShort(0x5018);
      out.writeShort(8192);
      out.writeInt(0);
    } else {
      out.writeShort(8 + payload.length);
      out.writeShort(0);
    }
    out.write(payload);
  }

  private static void little(DataOutputStream out, int value) throws IOException {
    out.writeInt(Integer.reverseBytes(value));
  }

  private byte[] dns(String name, boolean answer) {
    java.nio.ByteBuffer out = java.nio.ByteBuffer.allocate(512);
    out.putShort((short) random.nextInt()).putShort((short) (answer ? 0x8180 : 0x0100)).putShort((short) 1);
    out.putShort((short) (answer ? 1 : 0)).putInt(0);
    for (String label : name.split("\\.")) {
      out.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
    }
    out.put((byte) 0).putShort((short) 1).putShort((short) 1);
    if (answer) {
      out.putShort((short) 0xc00c).putShort((short) 1).putShort((short) 1).putInt(60).putShort((short) 4);
      out.putInt(198 << 24 | 51 << 16 | 100 << 8 | 1 + random.nextInt(254));
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  private byte[] hello(String name) {
    int extension = 9 + name.length();
    int body = 2 + 32 + 1 + 4 + 2 + 2 + extension;
    java.nio.ByteBuffer out = java.nio.ByteBuffer.allocate(9 + body);
    out.put((byte) 22).putShort((short) 0x0301).putShort((short) (4 + body));
    out.putInt(1 << 24 | body).putShort((short) 0x0303);
    byte[] noise = new byte[32];
    random.nextBytes(noise);
    out.put(noise).put((byte) 0).putShort((short) 2).putShort((short) 0x1301).put((byte) 1).put((byte) 0);
    out.putShort((short) extension).putShort((short) 0).putShort((short) (5 + name.length()));
    out.putShort((short) (3 + name.length())).put((byte) 0).putShort((short) name.length());
    out.put(name.getBytes(StandardCharsets.US_ASCII));
    return out.array();
  }

  private static byte[] ntp() {
    byte[] asked = new byte[48];
    asked[0] = 0x23;
    return asked;
  }

  private static byte[] stun() {
    byte[] asked = new byte[20];
    java.nio.ByteBuffer.wrap(asked).putShort((short) 1).putShort((short) 0).putInt(0x2112a442);
    return asked;
  }

  private byte[] data() {
    byte[] noise = new byte[400 + random.nextInt(900)];
    random.nextBytes(noise);
    return noise;
  }
}
