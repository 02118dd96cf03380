package lenswacht.probe.net;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Optional;

/// The few calls of the C library that a packet socket needs, as 64-bit Linux has them. A call that
/// fails gives -1 and leaves its reason in the `errno` segment that it was given.
final class Libc {
  /// Not permitted: the program lacks CAP_NET_RAW.
  static final int EPERM = 1;

  /// Interrupted; to be tried again.
  static final int EINTR = 4;

  /// Nothing came in time.
  static final int EAGAIN = 11;

  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private final MethodHandle socket;
  private final MethodHandle bind;
  private final MethodHandle setOption;
  private final MethodHandle option;
  private final MethodHandle receive;
  private final MethodHandle close;

  private Libc(SymbolLookup symbols, Linker linker) {
    ValueLayout.OfInt i = ValueLayout.JAVA_INT;
    ValueLayout.OfLong l = ValueLayout.JAVA_LONG;
    MemoryLayout p = ValueLayout.ADDRESS;
    Linker.Option errno = Linker.Option.captureCallState("errno");
    socket = handle(linker, symbols, "socket", FunctionDescriptor.of(i, i, i, i), errno);
    bind = handle(linker, symbols, "bind", FunctionDescriptor.of(i, i, p, i), errno);
    setOption =
        handle(linker, symbols, "setsockopt", FunctionDescriptor.of(i, i, i, i, p, i), errno);
    option = handle(linker, symbols, "getsockopt", FunctionDescriptor.of(i, i, i, i, p, p), errno);
    receive = handle(linker, symbols, "recvmsg", FunctionDescriptor.of(l, i, p, i), errno);
    close = handle(linker, symbols, "close", FunctionDescriptor.of(i, i), errno);
  }

  /// The calls, where this is 64-bit Linux.
  static Optional<Libc> ofThisComputer() {
    boolean fits =
        System.getProperty("os.name", "").equals("Linux")
            && ValueLayout.ADDRESS.byteSize() == Long.BYTES;
    Linker linker = Linker.nativeLinker();
    SymbolLookup symbols = linker.defaultLookup();
    return fits && symbols.find("recvmsg").isPresent()
        ? Optional.of(new Libc(symbols, linker))
        : Optional.empty();
  }

  /// Room for the reason of a failure.
  static MemorySegment errnoIn(Arena arena) {
    return arena.allocate(STATE);
  }

  /// The reason that the last failed call left.
  static int reason(MemorySegment errno) {
    return (int) ERRNO.get(errno, 0L);
  }

  int socket(MemorySegment errno, int family, int type, int protocol) throws IOException {
    try {
      return (int) socket.invokeExact(errno, family, type, protocol);
    } catch (Throwable failed) {
      throw broken(failed);
    }
  }

  int bind(MemorySegment errno, int descriptor, MemorySegment address) throws IOException {
    try {
      return (int) bind.invokeExact(errno, descriptor, address, (int) address.byteSize());
    } catch (Throwable failed) {
      throw broken(failed);
    }
  }

  int setOption(MemorySegment errno, int descriptor, int level, int name, MemorySegment value)
      throws IOException {
    try {
      return (int)
          setOption.invokeExact(errno, descriptor, level, name, value, (int) value.byteSize());
    } catch (Throwable failed) {
      throw broken(failed);
    }
  }

  int option(
      MemorySegment errno,
      int descriptor,
      int level,
      int name,
      MemorySegment value,
      MemorySegment length)
      throws IOException {
    try {
      return (int) option.invokeExact(errno, descriptor, level, name, value, length);
    } catch (Throwable failed) {
      throw broken(failed);
    }
  }

  long receive(MemorySegment errno, int descriptor, MemorySegment message, int flags)
      throws IOException {
    try {
      return (long) receive.invokeExact(errno, descriptor, message, flags);
    } catch (Throwable failed) {
      throw broken(failed);
    }
  }

  int close(MemorySegment errno, int descriptor) throws IOException {
    try {
      return (int) close.invokeExact(errno, descriptor);
    } catch (Throwable failed) {
      throw broken(failed);
    }
  }

  private static MethodHandle handle(
      Linker linker,
      SymbolLookup symbols,
      String name,
      FunctionDescriptor shape,
      Linker.Option errno) {
    return linker.downcallHandle(symbols.findOrThrow(name), shape, errno);
  }

  /// A call handle declares every throwable; ours throw none but errors of the Java platform.
  private static IOException broken(Throwable failed) {
    return switch (failed) {
      case Error error -> throw error;
      case RuntimeException bug -> throw bug;
      default -> new IOException("a call of the C library failed", failed);
    };
  }
}
