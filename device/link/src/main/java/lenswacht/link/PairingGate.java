package lenswacht.link;

import java.time.Duration;

/// Lets one pairing in at a time, and none for a while after one that failed. Without the pause a
/// man in the middle could try nonces until the digits fit.
final class PairingGate {
  private final Duration rest;
  private boolean busy;
  private boolean resting;
  private long restsFrom;

  PairingGate(Duration rest) {
    this.rest = rest;
  }

  /// Whether a pairing may begin now. If so, [#leave] must follow.
  synchronized boolean enter() {
    if (busy || (resting && System.nanoTime() - restsFrom < rest.toNanos())) {
      return false;
    }
    busy = true;
    return true;
  }

  /// The pairing is over.
  synchronized void leave(boolean paired) {
    busy = false;
    resting = !paired;
    restsFrom = System.nanoTime();
  }
}
