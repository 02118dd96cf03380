package lenswacht.link;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Closes a cable unless this deadline is lifted in time, which frees whoever waits on the cable.
final class Deadline implements AutoCloseable {
  private final CountDownLatch lifted = new CountDownLatch(1);

  private Deadline() {}

  /// A deadline for `cable`, running from now.
  static Deadline on(Cable cable, Duration time) {
    Deadline deadline = new Deadline();
    Thread.ofVirtual().name("link-deadline").start(() -> deadline.watch(cable, time));
    return deadline;
  }

  private void watch(Cable cable, Duration time) {
    try {
      if (!lifted.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        cable.close();
      }
    } catch (IOException closed) {
      // the cable is gone, as intended
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lifts the deadline.
  @Override
  public void close() {
    lifted.countDown();
  }
}
