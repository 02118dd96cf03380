package lenswacht.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import lenswacht.fingerprint.AssetKind;
import lenswacht.link.Progress;
import lenswacht.observation.Forecast;
import lenswacht.observation.JournalEvent.Phase;

/// How far a scan run is, told to a listener at most every 200 milliseconds and at each phase. The
/// time that remains of the whole run is given as a range, from the first moment on. Safe for
/// several threads.
final class ProgressMeter implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Sightings sightings;
  private final InstantSource clock;
  private final Consumer<Progress> listener;
  private final Forecast forecast;
  private Phase phase = Phase.LISTEN;
  private Instant phaseBegan;
  private Instant lastTold = Instant.EPOCH;
  private long done;
  private long total = 1;
  private long hosts = -1;
  private boolean running = true;

  ProgressMeter(
      Sightings sightings, InstantSource clock, Consumer<Progress> listener, Forecast forecast) {
    this.sightings = sightings;
    this.clock = clock;
    this.listener = listener;
    this.forecast = forecast;
    this.phaseBegan = clock.instant();
  }

  /// A phase of `steps` steps begins.
  synchronized void begin(Phase next, long steps) {
    phase = next;
    phaseBegan = clock.instant();
    done = 0;
    total = Math.max(1, steps);
    tell(true);
  }

  /// So many hosts are to be asked.
  synchronized void hosts(long number) {
    hosts = number;
  }

  /// The phase turns out to have `steps` steps.
  synchronized void expect(long steps) {
    total = Math.max(1, steps);
  }

  /// One step more is done.
  synchronized void step() {
    reach(done + 1);
  }

  /// This many steps are done.
  synchronized void reach(long steps) {
    done = Math.min(steps, total);
    tell(done == total);
  }

  /// Something was seen.
  synchronized void refresh() {
    tell(false);
  }

  /// The run is over.
  @Override
  public synchronized void close() {
    running = false;
    tell(true);
  }

  /// The state now.
  synchronized Progress progress() {
    Duration passed = Duration.between(phaseBegan, clock.instant());
    Forecast.Range left =
        running
            ? forecast.remaining(phase, (double) done / total, passed, hosts)
            : Forecast.Range.NONE;
    return new Progress(
        phase,
        done,
        total,
        sightings.count(AssetKind.CAMERA)
            + sightings.count(AssetKind.ENCODER)
            + sightings.count(AssetKind.DOORBELL),
        sightings.count(AssetKind.RECORDER),
        sightings.count(AssetKind.UNKNOWN),
        sightings.count(AssetKind.OTHER),
        left.atLeast(),
        left.atMost(),
        running);
  }

  private void tell(boolean atOnce) {
    Instant now = clock.instant();
    if (atOnce || Duration.between(lastTold, now).compareTo(PAUSE) >= 0) {
      lastTold = now;
      listener.accept(progress());
    }
  }
}
