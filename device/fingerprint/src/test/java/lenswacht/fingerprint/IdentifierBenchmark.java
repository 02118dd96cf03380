package lenswacht.fingerprint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import lenswacht.observation.Observation;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// How many observations one thread identifies in a second, how long the catalogue takes to load,
/// and how much memory it holds on to. `lenswacht bench identify` runs it; options of JMH may
/// follow.
public class IdentifierBenchmark {
  private static final String SERIAL = "-XX:+UseSerialGC";
  private static final String AS_SHIPPED = "-XX:TieredStopAtLevel=1";

  /// An identifier, and hosts to identify one after the other.
  @State(Scope.Thread)
  public static class Visit {
    private final Identifier identifier = new Identifier(Catalogue.bundled());
    private final List<List<Observation>> hosts = Building.hosts();
    private int next;

    Identification identify() {
      next = (next + 1) % hosts.size();
      return identifier.identify(hosts.get(next));
    }
  }

  /// What is still alive after a full collection, in KiB.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Memory {
    /// What the catalogue and the identifier hold, with everything made ready that is made when it
    /// is first used.
    public long retainedKiB;
  }

  /// By the compiler with which the programs run.
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OperationsPerInvocation(Building.OBSERVATIONS_PER_HOST)
  @Fork(
      value = 1,
      jvmArgs = {SERIAL, AS_SHIPPED})
  @Warmup(iterations = 3, time = 3)
  @Measurement(iterations = 7, time = 3)
  public Identification observationsAsShipped(Visit visit) {
    return visit.identify();
  }

  /// By every compiler that Java has.
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OperationsPerInvocation(Building.OBSERVATIONS_PER_HOST)
  @Fork(value = 1, jvmArgs = SERIAL)
  @Warmup(iterations = 5, time = 3)
  @Measurement(iterations = 7, time = 3)
  public Identification observationsOptimised(Visit visit) {
    return visit.identify();
  }

  /// Once in each new program.
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  @Fork(
      value = 15,
      jvmArgs = {SERIAL, AS_SHIPPED})
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public Catalogue load() {
    return Catalogue.bundled();
  }

  /// The time of this one says nothing; its counter does.
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Fork(value = 3, jvmArgs = SERIAL)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  public void memory(Memory memory) {
    List<List<Observation>> hosts = Building.hosts();
    @Nullable Identifier[] kept = {new Identifier(Catalogue.bundled())};
    List<String> said = new ArrayList<>();
    for (List<Observation> host : hosts) {
      said.add(Objects.requireNonNull(kept[0]).identify(host).identity().toString());
    }
    long with = alive();
    kept[0] = null;
    memory.retainedKiB = (with - alive()) / 1024;
    if (said.size() != hosts.size()) {
      throw new AssertionError("a host was lost");
    }
  }

  private static long alive() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /// Runs the benchmarks that the options name, all of them where they name none, and then says how
  /// long the catalogue takes to load in a program that does nothing else.
  public static void main(String[] arguments)
      throws CommandLineOptionException, RunnerException, IOException, InterruptedException {
    CommandLineOptions given = new CommandLineOptions(arguments);
    OptionsBuilder options = new OptionsBuilder();
    options.parent(given);
    if (given.getIncludes().isEmpty()) {
      options.include(IdentifierBenchmark.class.getName());
    }
    new Runner(options.build()).run();
    ColdLoad.race();
  }
}
