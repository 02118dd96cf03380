package lenswacht.probe.net;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Locale;

/// The system's socket calls that Java has no classes for: raw sockets, and many packets in one
/// call. Linux on 64 bits only.
final class SocketCalls {
  static final int EAGAIN = 11;
  static final int EINTR = 4;
  static final int ENOBUFS = 105;

  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private final Linker linker = Linker.nativeLinker();
  private final MethodHandle socket = handle("socket", JAVA_INT, JAVA_INT, JAVA_INT);
  private final MethodHandle close = handle("close", JAVA_INT);
  private final MethodHandle bind = handle("bind", JAVA_INT, ADDRESS, JAVA_INT);
  private final MethodHandle option =
      handle("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private final MethodHandle send = handle("sendmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
  private final MethodHandle receive =
      handle("recvmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);

  /// Whether this system has these calls.
  static boolean isSupported() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")
        && ADDRESS.byteSize() == 8;
  }

  /// Room for the number of an error, one per thread.
  static MemorySegment state(Arena arena) {
    return arena.allocate(STATE);
  }

  /// The number of the error of the call that failed last.
  static int error(MemorySegment state) {
    return (int) ERRNO.get(state, 0L);
  }

  /// Opens a socket.
  ///
  /// @return its number, or -1
  int socket(MemorySegment state, int family, int type, int protocol) {
    try {
      return (int) socket.invokeExact(state, family, type, protocol);
    } catch (Throwable broken) {
      throw broken(broken);
    }
  }

  int close(MemorySegment state, int number) {
    try {
      return (int) close.invokeExact(state, number);
    } catch (Throwable broken) {
      throw broken(broken);
    }
  }

  int bind(MemorySegment state, int number, MemorySegment address) {
    try {
      return (int) bind.invokeExact(state, number, address, (int) address.byteSize());
    } catch (Throwable broken) {
      throw broken(broken);
    }
  }

  int option(MemorySegment state, int number, int level, int name, MemorySegment value) {
    try {
      return (int) option.invokeExact(state, number, level, name, value, (int) value.byteSize());
    } catch (Throwable broken) {
      throw broken(broken);
    }
  }

  /// Sends `count` packets.
  ///
  /// @return how many were taken, or -1
  int send(MemorySegment state, int number, MemorySegment messages, int count) {
    try {
      return (int) send.invokeExact(state, number, messages, count, 0);
    } catch (Throwable broken) {
      throw broken(broken);
    }
  }

  /// Waits for a packet, as long as the socket's option says, and takes those that are there.
  ///
  /// @return how many, or -1
  int receive(MemorySegment state, int number, MemorySegment messages, int count) {
    try {
      int waitForOne = 0x10000;
      return (int)
          receive.invokeExact(state, number, messages, count, waitForOne, MemorySegment.NULL);
    } catch (Throwable broken) {
      throw broken(broken);
    }
  }

  private MethodHandle handle(String name, MemoryLayout... parameters) {
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(JAVA_INT, parameters),
        Linker.Option.captureCallState("errno"));
  }

  private static IllegalStateException broken(Throwable cause) {
    return new IllegalStateException("a system call has another shape than expected", cause);
  }
}
