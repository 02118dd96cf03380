package lenswacht.link.serial;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// A pseudo-terminal of Linux: a serial port (`name`) whose wires end in this program.
public final class PseudoTerminal implements AutoCloseable {
  private static final int READ_WRITE = 2;
  private static final int NO_CONTROLLING = 0x100;
  private static final short READABLE = 1;

  private final int master;
  private final int slave;
  private final String name;

  public PseudoTerminal() throws IOException {
    master = call("posix_openpt", READ_WRITE | NO_CONTROLLING);
    check(call("grantpt", master), "grantpt");
    check(call("unlockpt", master), "unlockpt");
    name = nameOf(master);
    try (Arena arena = Arena.ofConfined()) {
      // one open slave keeps the master readable while nobody else has the port open
      slave =
          (int)
              handle(
                      "open",
                      FunctionDescriptor.of(
                          ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                      Linker.Option.firstVariadicArg(2))
                  .invokeExact(arena.allocateFrom(name), READ_WRITE | NO_CONTROLLING);
      check(slave, "open");
      MemorySegment termios = arena.allocate(256);
      check(settings("tcgetattr", termios), "tcgetattr");
      handle("cfmakeraw", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS)).invokeExact(termios);
      check(
          (int)
              handle(
                      "tcsetattr",
                      FunctionDescriptor.of(
                          ValueLayout.JAVA_INT,
                          ValueLayout.JAVA_INT,
                          ValueLayout.JAVA_INT,
                          ValueLayout.ADDRESS))
                  .invokeExact(slave, 0, termios),
          "tcsetattr");
    } catch (IOException failed) {
      throw failed;
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  private int settings(String function, MemorySegment termios) throws Throwable {
    return (int)
        handle(
                function,
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
            .invokeExact(slave, termios);
  }

  /// Path of the port, such as `/dev/pts/3`.
  public String name() {
    return name;
  }

  /// What came out of the wires within 50 ms; empty if nothing did, null if the port is gone.
  byte[] read() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment poll = arena.allocate(8);
      poll.set(ValueLayout.JAVA_INT, 0, master);
      poll.set(ValueLayout.JAVA_SHORT, 4, READABLE);
      int ready =
          (int)
              handle(
                      "poll",
                      FunctionDescriptor.of(
                          ValueLayout.JAVA_INT,
                          ValueLayout.ADDRESS,
                          ValueLayout.JAVA_LONG,
                          ValueLayout.JAVA_INT))
                  .invokeExact(poll, 1L, 50);
      if (ready == 0) {
        return new byte[0];
      }
      MemorySegment octets = arena.allocate(4096);
      long count = transfer("read", octets, 4096);
      return count < 0 ? null : octets.asSlice(0, count).toArray(ValueLayout.JAVA_BYTE);
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// Puts octets on the wires; waits while the port is full.
  void write(byte[] octets) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment all = arena.allocateFrom(ValueLayout.JAVA_BYTE, octets);
      long done = 0;
      while (done < octets.length) {
        long count = transfer("write", all.asSlice(done), octets.length - done);
        if (count < 0) {
          return;
        }
        done += count;
      }
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  private long transfer(String function, MemorySegment octets, long length) throws Throwable {
    return (long)
        handle(
                function,
                FunctionDescriptor.of(
                    ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_LONG))
            .invokeExact(master, octets, length);
  }

  @Override
  public void close() {
    call("close", slave);
    call("close", master);
  }

  private static void check(int outcome, String function) throws IOException {
    if (outcome < 0) {
      throw new IOException(function + " failed");
    }
  }

  private static String nameOf(int master) {
    try {
      MemorySegment name =
          (MemorySegment)
              handle("ptsname", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT))
                  .invokeExact(master);
      return name.reinterpret(64).getString(0);
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static int call(String function, int argument) {
    try {
      return (int)
          handle(function, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
              .invokeExact(argument);
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static MethodHandle handle(
      String function, FunctionDescriptor shape, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(function), shape, options);
  }
}
