import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Two pseudo-terminals and a relay between them. */
final class NoisyCable implements AutoCloseable {
  private static final int DELAY_NANOS = 1_000_000;
  private static final int STALL_NANOS = 5_000_000;
  private final Port left = new Port();
  private final Port right = new Port();
  private final Way there;
  private final Way back;

  NoisyCable(int baud, double ber, int seed) throws IOException {
    there = new Way(left, right, baud, ber, 2L * seed);
    back = new Way(right, left, baud, ber, 2L * seed + 1);
    there.start();
    back.start();
  }

  String left() {
    return left.name;
  }

  String right() {
    return right.name;
  }

  /** Nanoseconds in which the relay was kept from running. */
  long stalled() {
    return there.stalled;
  }

  /** Octets from left to right. */
  long carried() {
    return there.carried;
  }

  long flips() {
    return there.flips + back.flips;
  }

  @Override
  public void close() throws Exception {
    there.stopped = true;
    back.stopped = true;
    there.join();
    back.join();
    left.close();
    right.close();
  }

  /** One direction of the cable. */
  private static final class Way extends Thread {
    private final Port from;
    private final Port to;
    private final double nanosPerOctet;
    private final double ber;
    private final Random random;
    private long untilFlip;
    volatile long carried;
    volatile long stalled;
    volatile long flips;
    volatile boolean stopped;

    private record Late(long at, byte[] octets) {}

    Way(Port from, Port to, int baud, double ber, long seed) {
      this.from = from;
      this.to = to;
      this.nanosPerOctet = 10e9 / baud;
      this.ber = ber;
      this.random = new Random(seed);
      this.untilFlip = gap();
      setDaemon(true);
    }

    private long gap() {
      return ber == 0 ? Long.MAX_VALUE : (long) (Math.log(1 - random.nextDouble()) / Math.log1p(-ber));
    }

    @Override
    public void run() {
      Deque<Late> under = new ArrayDeque<>();
      long last = System.nanoTime();
      double free = last;
      while (!stopped) {
        long now = System.nanoTime();
        if (now - last > STALL_NANOS) {
          // kept from running: the line stood still, which is no contender's fault
          stalled += now - last;
          free += now - last;
        }
        last = now;
        int may = (int) ((now - free) / nanosPerOctet);
        byte[] octets = may > 0 ? from.read(Math.min(may, 4096)) : new byte[0];
        if (octets.length > 0) {
          free += octets.length * nanosPerOctet;
          spoil(octets);
          carried += octets.length;
          under.add(new Late(now + DELAY_NANOS, octets));
        } else if (may > 0) {
          free = now;
        }
        while (!under.isEmpty() && under.peek().at() <= now) {
          to.write(under.poll().octets());
        }
        LockSupport.parkNanos(300_000);
      }
    }

    private void spoil(byte[] octets) {
      long bits = 8L * octets.length;
      while (untilFlip < bits) {
        octets[(int) (untilFlip / 8)] ^= (byte) (1 << (untilFlip % 8));
        flips++;
        untilFlip += 1 + gap();
      }
      untilFlip -= untilFlip == Long.MAX_VALUE ? 0 : bits;
    }
  }

  /** A pseudo-terminal of Linux. */
  private static final class Port {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private final MethodHandle read = handle("read", FunctionDescriptor.of(LONG, INT, ValueLayout.ADDRESS, LONG));
    private final MethodHandle write = handle("write", FunctionDescriptor.of(LONG, INT, ValueLayout.ADDRESS, LONG));
    private final Arena arena = Arena.ofShared();
    private final MemorySegment in = arena.allocate(4096);
    private final MemorySegment out = arena.allocate(4096);
    private final int master;
    private final int slave;
    final String name;

    Port() throws IOException {
      try {
        // read and write (2), not the controlling terminal (0x100), do not wait (0x800)
        master = (int) handle("posix_openpt", FunctionDescriptor.of(INT, INT)).invokeExact(0x902);
        int granted = (int) handle("grantpt", FunctionDescriptor.of(INT, INT)).invokeExact(master);
        int unlocked = (int) handle("unlockpt", FunctionDescriptor.of(INT, INT)).invokeExact(master);
        if (master < 0 || granted < 0 || unlocked < 0) {
          throw new IOException("no pseudo-terminal to be had");
        }
        MemorySegment path =
            (MemorySegment) handle("ptsname", FunctionDescriptor.of(ValueLayout.ADDRESS, INT)).invokeExact(master);
        name = path.reinterpret(64).getString(0);
        slave =
            (int) handle("open", FunctionDescriptor.of(INT, ValueLayout.ADDRESS, INT), Linker.Option.firstVariadicArg(2))
                .invokeExact(arena.allocateFrom(name), 0x102);
        MemorySegment termios = arena.allocate(256);
        MethodHandle get = handle("tcgetattr", FunctionDescriptor.of(INT, INT, ValueLayout.ADDRESS));
        int read = (int) get.invokeExact(slave, termios);
        handle("cfmakeraw", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS)).invokeExact(termios);
        MethodHandle set = handle("tcsetattr", FunctionDescriptor.of(INT, INT, INT, ValueLayout.ADDRESS));
        int written = (int) set.invokeExact(slave, 0, termios);
        if (slave < 0 || read < 0 || written < 0) {
          throw new IOException("the pseudo-terminal cannot be set");
        }
      } catch (IOException failed) {
        throw failed;
      } catch (Throwable failed) {
        throw new IllegalStateException(failed);
      }
    }

    byte[] read(int most) {
      try {
        long count = (long) read.invokeExact(master, in, (long) most);
        return count <= 0 ? new byte[0] : in.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
      } catch (Throwable failed) {
        throw new IllegalStateException(failed);
      }
    }

    /** What the port does not take is lost, as on a wire. */
    void write(byte[] octets) {
      try {
        MemorySegment.copy(octets, 0, out, ValueLayout.JAVA_BYTE, 0, octets.length);
        long count = (long) write.invokeExact(master, out, (long) octets.length);
        if (count < octets.length) {
          System.err.println("the port lost " + (octets.length - Math.max(0, count)) + " octets");
        }
      } catch (Throwable failed) {
        throw new IllegalStateException(failed);
      }
    }

    void close() throws IOException {
      try {
        MethodHandle close = handle("close", FunctionDescriptor.of(INT, INT));
        int one = (int) close.invokeExact(slave);
        int two = (int) close.invokeExact(master);
        if (one < 0 || two < 0) {
          throw new IOException("the pseudo-terminal cannot be closed");
        }
      } catch (IOException failed) {
        throw failed;
      } catch (Throwable failed) {
        throw new IllegalStateException(failed);
      }
    }

    private static MethodHandle handle(String function, FunctionDescriptor shape, Linker.Option... options) {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(linker.defaultLookup().findOrThrow(function), shape, options);
    }
  }
}
