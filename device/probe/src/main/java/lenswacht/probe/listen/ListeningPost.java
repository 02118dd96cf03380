package lenswacht.probe.listen;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import lenswacht.observation.JournalEvent.Heard;
import lenswacht.observation.JournalEvent.Listened;
import lenswacht.observation.JournalEvent.SegmentCalled;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Whereabouts;
import lenswacht.probe.net.Ear;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.Overheard;
import lenswacht.probe.net.Wire;

/// Listens on this computer's interfaces before anything is sent: on those whose addresses the
/// mandate covers, or, where there is none, on all but loopback. What is heard of others is counted
/// and not kept.
public final class ListeningPost {
  private static final int MOST_INTERFACES = 32;

  private final NetworkDoor door;
  private final NameWatch watch;
  private final ScanScope scope;

  /// A post that hears through `door`.
  ///
  /// @param watch which names of services outside are noted
  public ListeningPost(NetworkDoor door, NameWatch watch) {
    this.door = door;
    this.watch = watch;
    this.scope = door.mandate().scope();
  }

  /// What came of listening.
  ///
  /// @param listened one per interface; one of means `none` where nothing could be heard
  /// @param whereabouts where we stand, one per interface
  /// @param calls calls of segments of which it is not kept who called
  public record Outcome(
      List<Listened> listened, List<Whereabouts> whereabouts, List<SegmentCalled> calls) {
    public Outcome {
      calls = List.copyOf(calls);
      listened = List.copyOf(listened);
      whereabouts = List.copyOf(whereabouts);
    }
  }

  /// Listens.
  ///
  /// @param time for how long; zero to look at this computer's own settings only
  /// @param mayGoOn asked again and again; listening ends within half a second of its first no
  /// @param heard told of each new fact, on any thread, one at a time
  /// @param secondsPassed told of whole seconds, by one thread
  public Outcome listen(
      Duration time, BooleanSupplier mayGoOn, Consumer<Heard> heard, LongConsumer secondsPassed)
      throws InterruptedException {
    Hearing hearing = new Hearing(scope::covers, heard);
    List<Watch> watches = new ArrayList<>();
    List<Calls> calls = new ArrayList<>();
    for (Wire wire : wires()) {
      Surroundings surroundings = new Surroundings(OwnSettings.of(wire));
      Calls called = new Calls(watch, scope::covers, hearing);
      calls.add(called);
      FrameListener listener = new FrameListener(hearing, surroundings, new CallListener(called));
      LongConsumer told = watches.isEmpty() ? secondsPassed : second -> {};
      watches.add(new Watch(wire, surroundings, listener, time, mayGoOn, told));
    }
    List<Listened> listened = new ArrayList<>(all(watches));
    List<SegmentCalled> segments = new ArrayList<>();
    calls.forEach(one -> one.finish(segments::add));
    addTotals(listened, hearing, calls.stream().mapToLong(Calls::beyond).sum());
    if (listened.isEmpty()) {
      listened.add(nothing("no network interface is up"));
    }
    return new Outcome(
        listened, watches.stream().map(w -> w.surroundings.under(scope)).toList(), segments);
  }

  private List<Listened> all(List<Watch> watches) throws InterruptedException {
    try (ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("ear-", 0).factory())) {
      List<Listened> listened = new ArrayList<>();
      for (Future<Listened> one : threads.invokeAll(watches)) {
        listened.add(one.get());
      }
      return listened;
    } catch (ExecutionException bug) {
      throw new IllegalStateException("listening broke down", bug.getCause());
    }
  }

  /// Facts of strangers and lost ones are counted for all interfaces together, with the first.
  private static void addTotals(List<Listened> listened, Hearing hearing, long callsBeyond) {
    if (!listened.isEmpty()) {
      listened.set(0, withTotals(listened.getFirst(), hearing, callsBeyond));
    }
  }

  static Listened withTotals(Listened one, Hearing hearing, long callsBeyond) {
    List<String> lost = new ArrayList<>(one.lost());
    lost.addAll(hearing.lost());
    if (callsBeyond > 0) {
      lost.add(callsBeyond + " calls beyond the number that is added up");
    }
    return new Listened(
        one.network(),
        one.means(),
        one.time(),
        one.frames(),
        one.dropped(),
        hearing.strangers(),
        one.kinds(),
        lost);
  }

  private static Listened nothing(String why) {
    return new Listened("", "none", Duration.ZERO, 0, 0, 0, Map.of(), List.of(why));
  }

  private List<Wire> wires() {
    List<Wire> up = Wire.up();
    List<Wire> inside =
        up.stream().filter(wire -> wire.addresses().anyMatch(scope::covers)).toList();
    List<Wire> others =
        up.stream().filter(wire -> wire.isLoopback() == scope.isLoopback()).toList();
    return (inside.isEmpty() ? others : inside).stream().limit(MOST_INTERFACES).toList();
  }

  /// Listening on one interface.
  private final class Watch implements Callable<Listened> {
    private final Wire wire;
    private final Surroundings surroundings;
    private final FrameListener listener;
    private final Duration time;
    private final BooleanSupplier mayGoOn;
    private final LongConsumer secondsPassed;

    Watch(
        Wire wire,
        Surroundings surroundings,
        FrameListener listener,
        Duration time,
        BooleanSupplier mayGoOn,
        LongConsumer secondsPassed) {
      this.wire = wire;
      this.surroundings = surroundings;
      this.listener = listener;
      this.time = time;
      this.mayGoOn = mayGoOn;
      this.secondsPassed = secondsPassed;
    }

    @Override
    public Listened call() {
      if (time.isZero()) {
        return listened("none", Duration.ZERO, 0, List.of("no time was given to listen"));
      }
      long began = System.nanoTime();
      Ear ear = door.listenOn(wire);
      Optional<String> broken = hear(ear, began);
      Duration passed = Duration.ofNanos(System.nanoTime() - began);
      List<String> lost = new ArrayList<>(ear.lost());
      broken.ifPresent(lost::add);
      long dropped = ear.dropped();
      door.release(ear);
      return listened(ear.means(), passed, dropped, lost);
    }

    private Optional<String> hear(Ear ear, long began) {
      long second = 0;
      try {
        while (mayGoOn.getAsBoolean()
            && !Thread.currentThread().isInterrupted()
            && System.nanoTime() - began < time.toNanos()) {
          Optional<Overheard> overheard = ear.next();
          overheard.ifPresent(listener::take);
          long passed = (System.nanoTime() - began) / 1_000_000_000L;
          if (passed > second) {
            second = passed;
            secondsPassed.accept(second);
          }
        }
        return Optional.empty();
      } catch (IOException failed) {
        return Optional.of("what came after the interface failed: " + failed.getMessage());
      }
    }

    private Listened listened(String means, Duration passed, long dropped, List<String> lost) {
      return new Listened(
          wire.name(),
          means,
          Duration.ofMillis(passed.toMillis()),
          listener.frames(),
          dropped,
          0,
          listener.kinds(),
          lost);
    }
  }
}
