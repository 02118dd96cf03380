package lenswacht.probe.net;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Locale;

/// The system's socket calls that Java has no classes for: packet sockets, raw sockets, and many
/// packets in one call. A call that fails gives -1 and leaves its reason in the state it was given.
///
/// 64-bit Linux only. There every argument of these calls travels in a register of its own, a whole
/// word wide, and a function does not look at registers it has no argument for (System V ABI for
/// x86-64, AAPCS64). So one shape fits all calls; the Java platform links it once, which is most of
/// what a short program would spend on them.
final class SocketCalls {
  /// Not permitted: the program lacks CAP_NET_RAW.
  static final int EPERM = 1;

  /// Interrupted; to be tried again.
  static final int EINTR = 4;

  /// Nothing there, or no room, for the moment.
  static final int EAGAIN = 11;

  /// Not permitted, as some systems say it.
  static final int EACCES = 13;

  /// No room in the queue for the moment.
  static final int ENOBUFS = 105;

  private static final int AT_ONCE = 0x40;
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final FunctionDescriptor SHAPE =
      FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG, JAVA_LONG);

  private final SymbolLookup library = Linker.nativeLinker().defaultLookup();
  private final MethodHandle call =
      Linker.nativeLinker().downcallHandle(SHAPE, Linker.Option.captureCallState("errno"));
  private final MemorySegment socket = library.findOrThrow("socket");
  private final MemorySegment close = library.findOrThrow("close");
  private final MemorySegment bind = library.findOrThrow("bind");
  private final MemorySegment setOption = library.findOrThrow("setsockopt");
  private final MemorySegment option = library.findOrThrow("getsockopt");
  private final MemorySegment receiveOne = library.findOrThrow("recvmsg");
  private final MemorySegment receive = library.findOrThrow("recvmmsg");
  private final MemorySegment send = library.findOrThrow("sendmmsg");

  /// Whether this system has these calls.
  static boolean isSupported() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")
        && ADDRESS.byteSize() == Long.BYTES;
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
    return (int) call(socket, state, family, MemorySegment.ofAddress(type), protocol, 0, 0);
  }

  int close(MemorySegment state, int number) {
    return (int) call(close, state, number, MemorySegment.NULL, 0, 0, 0);
  }

  int bind(MemorySegment state, int number, MemorySegment address) {
    return (int) call(bind, state, number, address, address.byteSize(), 0, 0);
  }

  /// Sets an option. `value` must stay alive until the call returns.
  int setOption(MemorySegment state, int number, int level, int name, MemorySegment value) {
    MemorySegment at = MemorySegment.ofAddress(level);
    return (int) call(setOption, state, number, at, name, value.address(), value.byteSize());
  }

  /// Reads an option. `value` and `length` must stay alive until the call returns.
  int option(
      MemorySegment state,
      int number,
      int level,
      int name,
      MemorySegment value,
      MemorySegment length) {
    MemorySegment at = MemorySegment.ofAddress(level);
    return (int) call(option, state, number, at, name, value.address(), length.address());
  }

  /// Sends `count` packets.
  ///
  /// @return how many were taken, or -1
  int send(MemorySegment state, int number, MemorySegment messages, int count) {
    return (int) call(send, state, number, messages, count, 0, 0);
  }

  /// Takes the packets that are there and waits for none.
  ///
  /// @return how many, or -1
  int receive(MemorySegment state, int number, MemorySegment messages, int count) {
    return (int) call(receive, state, number, messages, count, AT_ONCE, 0);
  }

  /// Waits for one packet, as long as the socket's option says.
  ///
  /// @return its length, or -1
  long receiveOne(MemorySegment state, int number, MemorySegment message, int flags) {
    return call(receiveOne, state, number, message, flags, 0, 0);
  }

  private long call(
      MemorySegment function,
      MemorySegment state,
      long first,
      MemorySegment second,
      long third,
      long fourth,
      long fifth) {
    try {
      return (long) call.invokeExact(function, state, first, second, third, fourth, fifth);
    } catch (Throwable broken) {
      throw new IllegalStateException("a system call has another shape than expected", broken);
    }
  }
}
