package lenswacht.agent;

/// Holds a scan run: as long as it is held, nothing is sent. Safe for several threads.
final class RunHold {
  private boolean held;
  private boolean over;

  /// From now on whoever is about to send something waits, or no longer.
  synchronized void hold(boolean hold) {
    held = hold;
    notifyAll();
  }

  /// Nobody waits any more: the run ends.
  synchronized void end() {
    over = true;
    notifyAll();
  }

  /// Waits as long as the run is held.
  synchronized void await() throws InterruptedException {
    while (held && !over) {
      wait();
    }
  }
}
