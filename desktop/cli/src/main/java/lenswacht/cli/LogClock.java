package lenswacht.cli;

import java.io.PrintWriter;
import java.nio.file.Path;

/// Tells once a second how much of a log was read, and between which times it will be done: as fast
/// as the fastest second so far, or as slow as the slowest.
final class LogClock {
  private static final long SECOND = 1_000_000_000L;
  private static final long MEGABYTE = 1_000_000;

  private final PrintWriter err;
  private final Path log;
  private final long size;
  private long toldAt;
  private long toldOctets;
  private long fastest;
  private long slowest = Long.MAX_VALUE;

  LogClock(PrintWriter err, Path log, long size, long began) {
    this.err = err;
    this.log = log;
    this.size = size;
    this.toldAt = began;
  }

  /// Takes in that `octets` were read; whether reading is to go on.
  boolean tell(long octets) {
    long now = System.nanoTime();
    if (now - toldAt >= SECOND) {
      long speed = Math.max(1, (octets - toldOctets) * 1000 / ((now - toldAt) / 1_000_000));
      fastest = Math.max(fastest, speed);
      slowest = Math.min(slowest, speed);
      long left = Math.max(0, size - octets);
      err.printf(
          "%s: %d of %d MB, %d to %d s left%n",
          log, octets / MEGABYTE, size / MEGABYTE, left / fastest, left / slowest + 1);
      err.flush();
      toldAt = now;
      toldOctets = octets;
    }
    return !Thread.currentThread().isInterrupted();
  }
}
