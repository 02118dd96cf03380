package lenswacht.link.serial;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/// A serial cable of poor quality between two ports: flips bits, loses octets, can be cut and
/// mended. The faults are seeded.
public final class PoorCable implements AutoCloseable {
  private final PseudoTerminal left = new PseudoTerminal();
  private final PseudoTerminal right = new PseudoTerminal();
  private final double flipped;
  private final double lost;
  private volatile long cutAfter = Long.MAX_VALUE;
  private volatile boolean stopped;
  private final AtomicLong faults = new AtomicLong();
  private final Thread there;
  private final Thread back;

  /// @param flipped share of octets of which one bit is altered
  /// @param lost share of octets that do not arrive
  public PoorCable(double flipped, double lost) throws IOException {
    this.flipped = flipped;
    this.lost = lost;
    there = Thread.ofPlatform().daemon().start(() -> relay(left, right, new Random(1)));
    back = Thread.ofPlatform().daemon().start(() -> relay(right, left, new Random(2)));
  }

  public String left() {
    return left.name();
  }

  public String right() {
    return right.name();
  }

  /// How many octets were altered or lost so far.
  public long faults() {
    return faults.get();
  }

  /// Lets this many more octets through, counted over both directions, and then none.
  public void cutAfter(long octets) {
    cutAfter = octets;
  }

  /// Lets octets through again.
  public void mend() {
    cutAfter = Long.MAX_VALUE;
  }

  private void relay(PseudoTerminal from, PseudoTerminal to, Random random) {
    while (!stopped) {
      byte[] octets = from.read();
      if (octets == null) {
        return;
      }
      byte[] out = new byte[octets.length];
      int count = 0;
      for (byte octet : octets) {
        if (cutAfter <= 0 || random.nextDouble() < lost) {
          faults.incrementAndGet();
          continue;
        }
        if (cutAfter != Long.MAX_VALUE) {
          spend();
        }
        boolean flips = random.nextDouble() < flipped;
        if (flips) {
          faults.incrementAndGet();
        }
        out[count++] = (byte) (flips ? octet ^ (1 << random.nextInt(8)) : octet);
      }
      to.write(java.util.Arrays.copyOf(out, count));
    }
  }

  private synchronized void spend() {
    if (cutAfter != Long.MAX_VALUE) {
      cutAfter--;
    }
  }

  @Override
  public void close() {
    stopped = true;
    for (Thread relay : List.of(there, back)) {
      try {
        relay.join();
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
      }
    }
    left.close();
    right.close();
  }
}
