package lenswacht.agent.service;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Beats as long as the program lives: looks how the box is, and tells the service manager that the
/// program lives. A program that hangs misses its beats and is started anew.
public final class Heartbeat implements AutoCloseable {
  private static final Duration USUAL = Duration.ofSeconds(10);

  private final Optional<ServiceNotice> notice;
  private final Duration pause;
  private final Thread thread;

  /// Begins to beat.
  ///
  /// @param notice where the service manager listens
  /// @param look looks how the box is
  /// @param touch touches whatever could hang; returns when it does not
  /// @param onLook told how the box is, at each beat
  public Heartbeat(
      Optional<ServiceNotice> notice,
      Supplier<Vitals> look,
      Runnable touch,
      Consumer<Vitals> onLook) {
    this.notice = notice;
    Optional<Duration> limit = notice.flatMap(ServiceNotice::watchdog);
    Duration third = limit.map(time -> time.dividedBy(3)).orElse(USUAL);
    this.pause = third.compareTo(USUAL) < 0 ? third : USUAL;
    this.thread = Thread.ofVirtual().name("heartbeat").unstarted(() -> beat(look, touch, onLook));
    thread.start();
  }

  private void beat(Supplier<Vitals> look, Runnable touch, Consumer<Vitals> onLook) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        touch.run();
        onLook.accept(look.get());
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
