import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sweeps a rig with the agent's own sweep and with its named peers, round after round, and prints one JSON line per
 * contender and round. Each round begins with another contender. Needs root, for the namespaces and for raw sockets.
 */
final class Survey {
  private static final Path HERE = Path.of(System.getProperty("lenswacht.root", ".")).toAbsolutePath();
  private static final Path WORK = HERE.resolve("target/bench");
  private static final Path OUT = WORK.resolve("found");
  private static final String PORTS = Fleet.PORTS.stream().map(String::valueOf).collect(Collectors.joining(","));
  private static final String NEAR = "ip netns exec lwb-near ";
  /** Packets a second of those that look for hosts alone. */
  private static final int HOSTS_A_SECOND = 20_000;

  private static final Map<Integer, Integer> LONGEST_SECONDS = Map.of(24, 60, 20, 120, 16, 300);
  private static final Pattern NMAP = Pattern.compile("Host: (\\S+) .*Ports: (.*)");
  private static final Pattern NMAP_OPEN = Pattern.compile("(\\d+)/open/");

  private String rig = "A";
  private int size = 24;
  private int rounds = 5;
  private List<String> only = List.of();

  /** How a contender is called, and what program it needs. */
  private record Contender(String program, String command, BiConsumer<String, Set<String>> reader) {}

  public static void main(String[] arguments) throws Exception {
    System.exit(new Survey().run(arguments));
  }

  private int run(String[] arguments) throws Exception {
    if (arguments.length == 0 || !arguments[0].equals("survey") || arguments.length % 2 == 0) {
      return usage();
    }
    for (int i = 1; i < arguments.length; i += 2) {
      switch (arguments[i]) {
        case "--rig" -> rig = arguments[i + 1];
        case "--size" -> size = Integer.parseInt(arguments[i + 1]);
        case "--rounds" -> rounds = Integer.parseInt(arguments[i + 1]);
        case "--only" -> only = List.of(arguments[i + 1].split(","));
        default -> {
          return usage();
        }
      }
    }
    if (!Set.of("A", "B", "L").contains(rig) || !Set.of(24, 20, 16).contains(size) || rounds < 1) {
      return usage();
    }
    if (!"0".equals(output("id", "-u").strip())) {
      System.err.println("lenswacht bench: needs root: it makes network namespaces and opens raw sockets.");
      return 2;
    }
    if (isMissing("ip") || isMissing("/usr/bin/time") || rig.equals("B") && isMissing("nft")) {
      System.err.println("lenswacht bench: needs ip (iproute2), /usr/bin/time (time) and, for rig B, nft (nftables).");
      return 2;
    }
    return race();
  }

  private static int usage() {
    System.err.println("usage: lenswacht bench survey --rig A|B|L --size 24|20|16 --rounds N [--only name,name]");
    return 2;
  }

  private int race() throws Exception {
    Files.createDirectories(WORK);
    List<Fleet.Pair> pairs = Fleet.pairs();
    Path hosts = WORK.resolve("hosts");
    Files.write(hosts, pairs.stream().map(pair -> pair.address() + " " + pair.port()).toList());
    Set<String> expected =
        pairs.stream()
            .filter(pair -> pair.offset() < 1 << 32 - size)
            .map(pair -> pair.address() + " " + pair.port())
            .collect(Collectors.toSet());
    Set<String> there = expected.stream().map(pair -> pair.split(" ")[0] + " host").collect(Collectors.toSet());
    prepare();
    check("bash", HERE.resolve(".bench/rig.sh").toString(), "up", rig, hosts.toString());
    Process fleet =
        new ProcessBuilder(words("ip netns exec lwb-far " + java() + " -XX:+UseSerialGC -cp " + WORK + "/classes Fleet"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      if (!"ready".equals(fleet.inputReader().readLine())) {
        throw new IOException("the answering side did not start");
      }
      Map<String, Contender> contenders = contenders();
      for (int round = 1; round <= rounds; round++) {
        List<String> order = new ArrayList<>(contenders.keySet());
        java.util.Collections.rotate(order, 1 - round);
        for (String name : order) {
          System.out.println(once(name, contenders.get(name), round, name.endsWith("-hosts") ? there : expected));
        }
      }
    } finally {
      fleet.destroy();
      fleet.waitFor(5, TimeUnit.SECONDS);
      check("bash", HERE.resolve(".bench/rig.sh").toString(), "down");
    }
    return 0;
  }

  /** Compiles the answering side and the contender, and trains the start-up cache. */
  private void prepare() throws Exception {
    Path classes = WORK.resolve("classes");
    String javac = java() + "c -nowarn -d " + classes + " -cp " + ours("") + " ";
    check(words(javac + HERE + "/.bench/Fleet.java " + HERE + "/.bench/SweepContender.java"));
    check(words(java().replaceAll("java$", "jar") + " -cf " + WORK + "/contender.jar -C " + classes + " lenswacht"));
  }

  private Map<String, Contender> contenders() throws IOException, InterruptedException {
    boolean lossy = rig.equals("B");
    String range = "10.66.0.0/" + size;
    String nmap = " -n -Pn -p " + PORTS + " --open -oG " + OUT + " " + range;
    String fast = " -T5 --min-rate 100000 --max-retries 1";
    String rate = lossy ? "140000" : "1000000";
    String mac = output(words("ip netns exec lwb-far cat /sys/class/net/lwb-f/address")).strip();
    String quick = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m --enable-native-access=ALL-UNNAMED";
    String run = " -cp " + ours(":" + WORK + "/contender.jar") + " lenswacht.probe.net.SweepContender " + range;
    String rest = " " + PORTS + " " + rate + " " + OUT;
    String cache = WORK + "/sweep.aot";
    Map<String, Contender> all = new LinkedHashMap<>();
    all.put("lenswacht", new Contender("", java() + " " + quick + run + rest, Survey::readPairs));
    all.put(
        "lenswacht-aot",
        new Contender("", java() + " " + quick + " -XX:AOTCache=" + cache + run + rest, Survey::readPairs));
    all.put("nmap-sS-T4", new Contender("nmap", "nmap -sS -T4" + nmap, Survey::readNmap));
    all.put("nmap-sT-T4", new Contender("nmap", "nmap -sT -T4" + nmap, Survey::readNmap));
    all.put("nmap-sS-min-rate", new Contender("nmap", "nmap -sS" + fast + nmap, Survey::readNmap));
    all.put("nmap-sT-T5", new Contender("nmap", "nmap -sT" + fast + nmap, Survey::readNmap));
    all.put(
        "masscan",
        new Contender(
            "masscan",
            "masscan -e lwb-n --adapter-ip 10.65.0.3 --router-mac " + mac.replace(':', '-') + " --rate " + rate
                + " --wait 1 " + (lossy ? "--retries 1 " : "") + "-p " + PORTS + " -oL " + OUT + " " + range,
            Survey::readMasscan));
    if (rig.equals("L")) {
      String ours = run.replace(" " + range, "") + " " + range + " hosts " + HOSTS_A_SECOND + " " + OUT;
      all.put("lenswacht-hosts", new Contender("", java() + " " + quick + ours, Survey::readPairs));
      all.put("arp-scan-hosts", new Contender("arp-scan", arpScan(range), Survey::readPairs));
    }
    all.put("zmap", new Contender("zmap", zmap(range, mac, rate, lossy ? 2 : 1), Survey::readPairs));
    all.keySet().removeIf(name -> !only.isEmpty() && !only.contains(name));
    all.values().removeIf(contender -> {
      boolean missing = !contender.program().isEmpty() && isMissing(contender.program());
      if (missing) {
        System.err.println("lenswacht bench: left out, not installed: " + contender.program());
      }
      return missing;
    });
    if (all.containsKey("lenswacht-aot")) {
      check(words(NEAR + java() + " " + quick + " -XX:AOTCacheOutput=" + cache + run + rest));
    }
    return all;
  }

  private static String arpScan(String range) {
    return "arp-scan -q -x -I lwb-n --interval=" + 1_000_000 / HOSTS_A_SECOND + "u " + range + " | awk '{print $1,\"host\"}' > " + OUT;
  }

  private static String zmap(String range, String mac, String rate, int probes) {
    String one =
        "zmap -q -i lwb-n -S 10.65.0.1 -G " + mac + " -p $p " + range + " -r " + rate + " -c 1 -P " + probes
            + " -b /dev/null -o " + OUT + ".zmap";
    return "for p in " + PORTS.replace(',', ' ') + "; do " + one + " 2>/dev/null; awk -v p=$p '{print $1,p}' " + OUT
        + ".zmap; done > " + OUT;
  }

  private String once(String name, Contender contender, int round, Set<String> expected) throws Exception {
    Files.deleteIfExists(OUT);
    Path times = WORK.resolve("times");
    long before = sent();
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(
                "ip", "netns", "exec", "lwb-near", "/usr/bin/time", "-q", "-o", times.toString(), "-f", "%U %S %M",
                "timeout", "-k", "5", "" + LONGEST_SECONDS.get(size), "bash", "-c", contender.command())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(WORK.resolve("errors").toFile())
            .start();
    int exit = process.waitFor();
    double wall = (System.nanoTime() - began) / 1e9;
    long packets = sent() - before;
    Set<String> found = new java.util.HashSet<>();
    if (Files.exists(OUT)) {
      contender.reader().accept(Files.readString(OUT), found);
    }
    String[] used = Files.readString(times).strip().split("\\s+");
    found.retainAll(expected);
    double cpu = Double.parseDouble(used[used.length - 3]) + Double.parseDouble(used[used.length - 2]);
    return String.format(
        Locale.ROOT,
        "{\"name\":\"%s\",\"rig\":\"%s\",\"size\":%d,\"round\":%d,\"wall_s\":%.3f,\"cpu_s\":%.2f,\"rss_mb\":%.1f,"
            + "\"packets\":%d,\"found\":%d,\"expected\":%d,\"exit\":%d,\"load\":%s}",
        name, rig, size, round, wall, cpu, Long.parseLong(used[used.length - 1]) / 1024.0, packets, found.size(),
        expected.size(), exit, Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
  }

  private static void readPairs(String text, Set<String> found) {
    text.lines().forEach(found::add);
  }

  private static void readMasscan(String text, Set<String> found) {
    text.lines().map(line -> line.split(" ")).filter(part -> part.length > 3 && part[0].equals("open"))
        .forEach(part -> found.add(part[3] + " " + part[2]));
  }

  private static void readNmap(String text, Set<String> found) {
    text.lines().map(NMAP::matcher).filter(Matcher::find).forEach(
        host -> NMAP_OPEN.matcher(host.group(2)).results().forEach(port -> found.add(host.group(1) + " " + port.group(1))));
  }

  private static long sent() throws IOException, InterruptedException {
    return Long.parseLong(output(words(NEAR + "cat /sys/class/net/lwb-n/statistics/tx_packets")).strip());
  }

  /** The jars that the sweep needs. */
  private static String ours(String more) throws IOException {
    try (Stream<Path> jars = Files.list(HERE.resolve("target/lenswacht"))) {
      return jars.map(Path::toString)
              .filter(name -> name.matches(".*/lenswacht-(probe|observation)-[0-9.]+\\.jar"))
              .sorted()
              .collect(Collectors.joining(File.pathSeparator))
          + more;
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static boolean isMissing(String program) {
    return Stream.of(("/usr/bin:/usr/sbin:/bin:/sbin:" + System.getenv("PATH")).split(":"))
        .noneMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
  }

  private static String[] words(String command) {
    return command.strip().split("\\s+");
  }

  private static void check(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(Arrays.toString(command) + ": " + said);
    }
  }

  private static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return said;
  }
}
