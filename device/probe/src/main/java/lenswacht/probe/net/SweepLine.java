package lenswacht.probe.net;

import java.util.concurrent.locks.LockSupport;

/// The way out for the packets of a sweep. Before each batch it asks the door whether the sweep may
/// go on, and waits for the packets' turn.
final class SweepLine {
  private static final long NAP = 500_000;

  private final NetworkDoor door;
  private final SweepPace pace;
  private long packets;
  private long lastSent = System.nanoTime();

  SweepLine(NetworkDoor door) {
    this.door = door;
    this.pace = new SweepPace(door.packets(), door.mandate().packetsPerSecond());
  }

  SweepPace pace() {
    return pace;
  }

  /// Packets that left so far.
  long packets() {
    return packets;
  }

  long lastSent() {
    return lastSent;
  }

  boolean isOpen() {
    return door.refusal().isEmpty();
  }

  /// Sends the first `count` packets of `batch`.
  ///
  /// @return whether all left; false when the sweep may not go on
  boolean send(PacketBatch batch, int count) throws InterruptedException {
    batch.load(count);
    int sent = 0;
    int turns = 0;
    while (sent < count) {
      if (!isOpen()) {
        return false;
      }
      turns += pace.take(count - turns);
      int taken = turns > sent ? batch.send(sent, turns) : 0;
      if (taken == 0) {
        nap(NAP);
      }
      sent += taken;
      packets += taken;
      door.traffic().add(Traffic.SWEEP_PACKETS, taken);
    }
    lastSent = System.nanoTime();
    return true;
  }

  /// Books packets that the system sends by itself: it takes back what was accepted.
  void followedBy(int more) {
    door.packets().book(more);
  }

  /// Waits `nanos`, or until the sweep may not go on.
  ///
  /// @return whether it may go on
  boolean rest(long nanos) throws InterruptedException {
    long until = System.nanoTime() + nanos;
    while (isOpen()) {
      long left = until - System.nanoTime();
      if (left <= 0) {
        return true;
      }
      nap(Math.min(left, 10 * NAP));
    }
    return false;
  }

  private static void nap(long nanos) throws InterruptedException {
    LockSupport.parkNanos(nanos);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
