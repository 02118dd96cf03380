package lenswacht.agent.service;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The service manager's end: a Unix socket that takes datagrams.
public final class NoticeSocket implements AutoCloseable {
  private final int number;

  /// @param path where it lies
  public NoticeSocket(Path path) throws Throwable {
    number = (int) call("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT).invokeExact(1, 2, 0);
    byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = arena.allocate(3L + name.length);
      address.set(JAVA_SHORT, 0, (short) 1);
      MemorySegment.copy(name, 0, address, JAVA_BYTE, 2, name.length);
      int bound =
          (int)
              call("bind", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT)
                  .invokeExact(number, address, 3 + name.length);
      if (number < 0 || bound != 0) {
        throw new IllegalStateException("no socket at " + path);
      }
    }
  }

  /// The next notice; waits for it.
  public String next() throws Throwable {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment room = arena.allocate(4096);
      long length =
          (long)
              call("recv", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT)
                  .invokeExact(number, room, room.byteSize(), 0);
      return new String(room.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    try {
      int closed = (int) call("close", JAVA_INT, JAVA_INT).invokeExact(number);
      if (closed != 0) {
        throw new IllegalStateException("the socket does not close");
      }
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static MethodHandle call(String name, MemoryLayout answer, MemoryLayout... arguments) {
    return Linker.nativeLinker()
        .downcallHandle(
            Linker.nativeLinker().defaultLookup().findOrThrow(name),
            FunctionDescriptor.of(answer, arguments));
  }
}
