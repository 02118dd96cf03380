package lenswacht.probe.net;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Lets packets through at a steady pace, never more than the mandate's number in any second: the
/// pace is slower by as much as a burst may catch up.
final class TokenBucket {
  private static final long SECOND = 1_000_000_000L;
  private static final long BURST = SECOND / 50;
  private static final long NAP = SECOND / 20;

  private final LongSupplier nanos;
  private final long interval;
  private long next;

  /// @param perSecond packets in a second, at least 1
  TokenBucket(int perSecond) {
    this(perSecond, System::nanoTime);
  }

  /// @param nanos the time in nanoseconds, from any beginning
  TokenBucket(int perSecond, LongSupplier nanos) {
    this.nanos = nanos;
    this.interval = (SECOND + BURST) / perSecond + 1;
    this.next = nanos.getAsLong();
  }

  /// Takes one packet's turn if it has come.
  boolean tryTake() {
    return tryTake(1) == 1;
  }

  /// Takes the turns that have come, at most `most`.
  ///
  /// @return how many
  synchronized int tryTake(int most) {
    long now = nanos.getAsLong();
    if (next - now > 0) {
      return 0;
    }
    long turn = Math.max(next, now - BURST);
    int taken = (int) Math.min(most, (now - turn) / interval + 1);
    next = turn + taken * interval;
    return taken;
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
    long now = nanos.getAsLong();
    long turn = Math.max(next, now - BURST);
    next = turn + interval;
    return turn - now;
  }
}
