package lenswacht.link.serial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// Two lines joined in memory by a cable that treats what is written roughly: with a fixed seed it
/// flips bits, loses, doubles and swaps portions, lets a modem manager chat in between, and is
/// pulled out after so many octets.
public final class RoughCable {
  private static final byte[] CHATTER =
      "\r\nAT+CGMI\r\nATZ\r\n".getBytes(StandardCharsets.US_ASCII);

  private final BlockingQueue<byte[]> there = new ArrayBlockingQueue<>(8);
  private final BlockingQueue<byte[]> back = new ArrayBlockingQueue<>(8);
  private final AtomicLong left;
  private final AtomicInteger rough = new AtomicInteger();
  private final double bitErrors;
  private final int roughEvery;

  /// @param bitErrors share of the bits that are flipped
  /// @param roughEvery one in so many portions is lost, doubled, swapped, cut short or chatted at;
  ///     0 for none
  /// @param octets after so many, in both directions together, the cable is pulled out
  public RoughCable(double bitErrors, int roughEvery, long octets) {
    this.bitErrors = bitErrors;
    this.roughEvery = roughEvery;
    this.left = new AtomicLong(octets);
  }

  /// One end.
  public OctetLine left(int seed) {
    return new End("left", back, there, new Random(seed));
  }

  /// The other end.
  public OctetLine right(int seed) {
    return new End("right", there, back, new Random(-seed));
  }

  /// How many portions were treated roughly.
  int rough() {
    return rough.get();
  }

  private final class End implements OctetLine {
    private final String name;
    private final BlockingQueue<byte[]> in;
    private final BlockingQueue<byte[]> out;
    private final Random random;
    private volatile boolean closed;
    private byte[] held = new byte[0];

    End(String name, BlockingQueue<byte[]> in, BlockingQueue<byte[]> out, Random random) {
      this.name = name;
      this.in = in;
      this.out = out;
      this.random = random;
    }

    @Override
    public int read(byte[] octets) throws IOException {
      try {
        byte[] portion = in.poll(20, TimeUnit.MILLISECONDS);
        check();
        if (portion == null) {
          return 0;
        }
        System.arraycopy(portion, 0, octets, 0, portion.length);
        return portion.length;
      } catch (InterruptedException ended) {
        throw new IOException(ended);
      }
    }

    private void check() throws IOException {
      if (closed || left.get() <= 0) {
        throw new IOException("the line " + name + " is gone");
      }
    }

    @Override
    public void write(byte[] octets) throws IOException {
      byte[] portion = octets.clone();
      for (double bits = 8.0 * portion.length * bitErrors; random.nextDouble() < bits; bits--) {
        portion[random.nextInt(portion.length)] ^= (byte) (1 << random.nextInt(8));
      }
      if (roughEvery == 0 || random.nextInt(roughEvery) != 0) {
        put(held);
        held = new byte[0];
        put(portion);
        return;
      }
      rough.incrementAndGet();
      switch (random.nextInt(5)) {
        case 0 -> put(new byte[0]);
        case 1 -> {
          put(portion);
          put(portion);
        }
        case 2 -> held = portion;
        case 3 -> put(Arrays.copyOf(portion, random.nextInt(portion.length)));
        default -> {
          put(CHATTER);
          put(portion);
        }
      }
    }

    private void put(byte[] portion) throws IOException {
      left.addAndGet(-portion.length);
      try {
        do {
          check();
        } while (!out.offer(portion, 20, TimeUnit.MILLISECONDS));
      } catch (InterruptedException ended) {
        throw new IOException(ended);
      }
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
