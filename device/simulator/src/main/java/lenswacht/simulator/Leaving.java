package lenswacht.simulator;

import java.time.Duration;

/// Waits for a thread whose socket was closed: only when it has left is the port free.
final class Leaving {
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private Leaving() {}

  /// Waits until `thread` has ended, two seconds at most.
  static void await(Thread thread) {
    try {
      boolean ended = thread.join(LONGEST);
      if (!ended) {
        thread.interrupt();
      }
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }
}
