package lenswacht.probe.net;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Lets packets through at a steady pace, never more than the mandate's number in a second.
final class TokenBucket {
  private static final long SECOND = 1_000_000_000L;
  private static final long BURST = SECOND / 50;
  private static final long NAP = SECOND / 20;

  private final long interval;
  private long next = System.nanoTime();

  /// @param perSecond packets in a second, at least 1
  TokenBucket(int perSecond) {
    this.interval = SECOND / perSecond;
  }

  /// Takes one packet's turn if it has come.
  synchronized boolean tryTake() {
    long now = System.nanoTime();
    if (next - now > 0) {
      return false;
    }
    next = Math.max(next, now - BURST) + interval;
    return true;
  }

  /// Books packets that follow by themselves, such as the acknowledgement of a connection.
  synchronized void book(int packets) {
    next += packets * interval;
  }

  /// Waits for one packet's turn, or until `stopped`.
  void take(BooleanSupplier stopped) throws InterruptedException {
    long wait = reserve();
    long until = System.nanoTime() + wait;
    while (until - System.nanoTime() > 0 && !stopped.getAsBoolean()) {
      LockSupport.parkNanos(Math.min(NAP, until - System.nanoTime()));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  private synchronized long reserve() {
    long now = System.nanoTime();
    long turn = Math.max(next, now - BURST);
    next = turn + interval;
    return turn - now;
  }
}
