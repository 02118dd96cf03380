package lenswacht.probe.net;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// What one subnet, a /24 or for IPv6 a /64, has of us at a time: few conversations, and more
/// connections that a sweep has begun and nobody has accepted. A connection that a sweep is given
// is
/// closed at the same moment, so it takes no place among the conversations.
final class SubnetGate {
  private static final long NAP_MILLIS = 50;

  private final Semaphore conversations;
  private final Semaphore begun;

  SubnetGate(DoorLimits limits) {
    this.conversations = new Semaphore(limits.connectionsPerSubnet());
    this.begun = new Semaphore(limits.sweepSocketsPerSubnet());
  }

  /// Waits for a place among the conversations.
  ///
  /// @return whether there is one; false only when `stopped`
  boolean enter(BooleanSupplier stopped) throws InterruptedException {
    while (!stopped.getAsBoolean()) {
      if (conversations.tryAcquire(NAP_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  void leave() {
    conversations.release();
  }

  boolean tryEnterForSweep() {
    return begun.tryAcquire();
  }

  void leaveAfterSweep() {
    begun.release();
  }
}
