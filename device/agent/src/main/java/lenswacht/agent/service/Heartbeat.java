package lenswacht.agent.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Beats as long as the program lives: looks how the box is, and tells the service manager that the
/// program lives. A program that hangs misses its beats and is started anew.
public final class Heartbeat implements AutoCloseable {
  private static final Duration USUAL = Duration.ofSeconds(10);
  private static final Path SYS = Path.of("/sys");

  private final Optional<ServiceNotice> notice;
  private final Duration pause;
  private final Thread thread;

  /// Begins to beat.
  ///
  /// @param notice where the service manager listens
  /// @param home where the journal lies
  /// @param touch touches whatever could hang; returns when it does not
  /// @param onNeed told what the box needs, whenever that changes
  public Heartbeat(
      Optional<ServiceNotice> notice, Path home, Runnable touch, Consumer<Vitals> onNeed) {
    this.notice = notice;
    Optional<Duration> limit = notice.flatMap(ServiceNotice::watchdog);
    Duration third = limit.map(time -> time.dividedBy(3)).orElse(USUAL);
    this.pause = third.compareTo(USUAL) < 0 ? third : USUAL;
    this.thread = Thread.ofVirtual().name("heartbeat").unstarted(() -> beat(home, touch, onNeed));
    thread.start();
  }

  private void beat(Path home, Runnable touch, Consumer<Vitals> onNeed) {
    Vitals.Need known = Vitals.Need.NONE;
    try {
      while (!Thread.currentThread().isInterrupted()) {
        touch.run();
        Vitals vitals = Vitals.read(SYS, home);
        if (vitals.need() != known) {
          known = vitals.need();
          onNeed.accept(vitals);
        }
        notice.filter(one -> one.watchdog().isPresent()).ifPresent(Heartbeat::tell);
        Thread.sleep(pause);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /// A beat that is lost is made up for by the next one.
  private static void tell(ServiceNotice notice) {
    try {
      notice.alive();
    } catch (IOException busy) {
      Thread.yield();
    }
  }

  /// Stops beating.
  @Override
  public void close() {
    thread.interrupt();
  }
}
