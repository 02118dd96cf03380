package lenswacht.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The command `lenswacht simulate`: opens a building and keeps it open.
@Command(
    name = "lenswacht simulate",
    mixinStandardHelpOptions = true,
    description = "Opens a practice building on loopback addresses until it is told to stop.")
public final class SimulatorMain implements Callable<Integer> {
  private static final Duration BETWEEN_STATS = Duration.ofSeconds(5);
  private static final int WRONG_USE = 2;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--building",
      paramLabel = "FILE",
      description = "building file, .json or .jsonl (default: the practice building)")
  private @Nullable Path building;

  @Option(
      names = "--base",
      paramLabel = "CIDR",
      defaultValue = "127.66.0.0/16",
      description =
          "range for the hosts, in 127.0.0.0/8 unless --on is given (default: ${DEFAULT-VALUE})")
  private String base = "127.66.0.0/16";

  @Option(
      names = "--on",
      paramLabel = "INTERFACE",
      description = "opens the hosts on addresses that this interface has; for namespaces")
  private @Nullable String wire;

  @Option(
      names = "--low-ports-at",
      paramLabel = "N",
      defaultValue = "0",
      description = "added to ports below 1024, or auto (default: ${DEFAULT-VALUE})")
  private String lowPortsAt = "0";

  @Option(
      names = "--stats",
      paramLabel = "FILE",
      description = "writes counters as JSON every 5 seconds and at the end")
  private @Nullable Path stats;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "writes addresses, ids and what can be known as CSV")
  private @Nullable Path map;

  @Option(names = "--only", paramLabel = "ID", split = ",", description = "opens these hosts alone")
  private @Nullable List<String> only;

  @Option(names = "--json", description = "says the ready line as JSON")
  private boolean json;

  @Option(names = "--until-stdin-closes", description = "also stops when its standard input ends")
  private boolean untilStdinCloses;

  /// The command with nothing asked yet; picocli fills it in.
  public SimulatorMain() {}

  /// Runs the command and ends the program: 0 after an ordinary stop, 1 if the building could not
  /// be opened, 2 after wrong use.
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SimulatorMain()).execute(arguments));
  }

  @Override
  public Integer call() {
    PrintWriter err = commandLine().getErr();
    try {
      Building chosen = building == null ? Building.practice() : Building.read(building);
      if (only != null) {
        chosen = chosen.only(Set.copyOf(only));
      }
      if (chosen.hosts().isEmpty()) {
        err.println("no host is left to open");
        return WRONG_USE;
      }
      if (wire == null) {
        int shift = shift(HomeRange.onLoopback(base));
        try (SimulatedBuilding opened = SimulatedBuilding.start(chosen, base, shift)) {
          keepOpen(opened, shift);
        }
      } else {
        try (SimulatedBuilding opened =
            SimulatedBuilding.startOn(interfaceNamed(wire), chosen, base)) {
          keepOpen(opened, 0);
        }
      }
      return 0;
    } catch (IllegalArgumentException | BuildingException unusable) {
      err.println(unusable.getMessage());
      return WRONG_USE;
    } catch (IOException refused) {
      err.println(refused.getMessage());
      return 1;
    }
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("the command is run by picocli");
    }
    return spec.commandLine();
  }

  private static NetworkInterface interfaceNamed(String name) throws IOException {
    NetworkInterface found = NetworkInterface.getByName(name);
    if (found == null) {
      throw new IllegalArgumentException("there is no network interface '" + name + "'");
    }
    return found;
  }

  private int shift(HomeRange range) {
    if (lowPortsAt.equals("auto")) {
      return SimulatedBuilding.usableShift(range.at(1));
    }
    if (!lowPortsAt.matches("\\d{1,5}")) {
      throw new IllegalArgumentException("--low-ports-at takes a number or auto");
    }
    return Integer.parseInt(lowPortsAt);
  }

  private void keepOpen(SimulatedBuilding opened, int shift) throws IOException {
    PrintWriter out = commandLine().getOut();
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch finished = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, finished)));
    if (untilStdinCloses) {
      Thread.ofPlatform().daemon().start(() -> waitForEnd(System.in, stop));
    }
    try {
      if (map != null) {
        BuildingDocuments.writeMap(map, opened);
      }
      for (String remark : opened.remarks()) {
        out.println(remark);
      }
      out.println(
          json
              ? BuildingDocuments.readyJson(opened, shift)
              : BuildingDocuments.readyLine(opened, shift));
      out.flush();
      boolean stopped = false;
      while (!stopped) {
        stopped = await(stop);
        if (stats != null) {
          BuildingDocuments.writeCounters(stats, opened);
        }
      }
    } finally {
      finished.countDown();
    }
  }

  private static boolean await(CountDownLatch stop) {
    try {
      return stop.await(BETWEEN_STATS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /// Runs when the program is told to end. Being told is the ordinary way to end, so the exit code
  /// is 0; an end that was already under way keeps its own.
  private static void stopAndWait(CountDownLatch stop, CountDownLatch finished) {
    if (finished.getCount() == 0) {
      return;
    }
    stop.countDown();
    try {
      boolean inTime = finished.await(BETWEEN_STATS.toMillis(), TimeUnit.MILLISECONDS);
      Runtime.getRuntime().halt(inTime ? 0 : 1);
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  private static void waitForEnd(InputStream in, CountDownLatch stop) {
    try {
      while (in.read() >= 0) {
        // Whatever is typed is of no interest; only the end is.
      }
    } catch (IOException broken) {
      // A broken input has ended, too.
    }
    stop.countDown();
  }
}
