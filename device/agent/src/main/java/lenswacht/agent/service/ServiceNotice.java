package lenswacht.agent.service;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Notices to the service manager, as systemd's protocol has them: datagrams to a Unix socket that
/// the environment names. Java has no such socket, so the system's own calls are used; they reach
/// no network.
public final class ServiceNotice {
  private static final int AF_UNIX = 1;
  private static final int DATAGRAM_CLOSED_ON_EXEC = 2 | 0x80000;
  private static final int LONGEST_PATH = 107;
  private static final int DO_NOT_WAIT = 0x40;

  private final byte[] path;
  private final Optional<Duration> watchdog;
  private final MethodHandle socket = call("socket", JAVA_INT, JAVA_INT, JAVA_INT);
  private final MethodHandle close = call("close", JAVA_INT);
  private final MethodHandle send =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("sendto"),
              FunctionDescriptor.of(
                  JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));

  private ServiceNotice(String path, Optional<Duration> watchdog) {
    byte[] octets = path.getBytes(StandardCharsets.UTF_8);
    if (octets.length == 0 || octets.length > LONGEST_PATH) {
      throw new IllegalArgumentException("a socket's path has 1 to " + LONGEST_PATH + " octets");
    }
    if (octets[0] == '@') {
      octets[0] = 0;
    }
    this.path = octets;
    this.watchdog = watchdog;
  }

  /// The socket that `environment` names; empty where no service manager waits for notices.
  ///
  /// @param environment the variables of this process
  public static Optional<ServiceNotice> from(Map<String, String> environment) {
    String path = environment.getOrDefault("NOTIFY_SOCKET", "");
    if (!path.startsWith("/") && !path.startsWith("@")) {
      return Optional.empty();
    }
    String micros = environment.getOrDefault("WATCHDOG_USEC", "");
    Optional<Duration> watchdog =
        micros.matches("[1-9][0-9]{0,15}")
            ? Optional.of(Duration.ofNanos(Long.parseLong(micros) * 1000))
            : Optional.empty();
    return Optional.of(new ServiceNotice(path, watchdog));
  }

  /// Within which time the service manager wants to hear that this program lives, if at all.
  public Optional<Duration> watchdog() {
    return watchdog;
  }

  /// The program does its work from now on.
  public void ready() throws IOException {
    send("READY=1");
  }

  /// The program lives.
  public void alive() throws IOException {
    send("WATCHDOG=1");
  }

  /// The program is about to end.
  public void stopping() throws IOException {
    send("STOPPING=1");
  }

  private void send(String state) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = arena.allocate(2L + path.length + 1);
      address.set(JAVA_SHORT, 0, (short) AF_UNIX);
      MemorySegment.copy(path, 0, address, JAVA_BYTE, 2, path.length);
      // A name that begins with a zero octet is as long as it is said to be; a path ends at zero.
      int length = 2 + path.length + (path[0] == 0 ? 0 : 1);
      byte[] text = state.getBytes(StandardCharsets.UTF_8);
      MemorySegment message = arena.allocateFrom(JAVA_BYTE, text);
      int number = (int) socket.invokeExact(AF_UNIX, DATAGRAM_CLOSED_ON_EXEC, 0);
      long sent =
          (long)
              send.invokeExact(number, message, (long) text.length, DO_NOT_WAIT, address, length);
      int closed = (int) close.invokeExact(number);
      if (sent != text.length || closed != 0) {
        throw new IOException("the service manager takes no notices");
      }
    } catch (IOException | RuntimeException failed) {
      throw failed;
    } catch (Throwable broken) {
      throw new IllegalStateException("a system call has another shape than expected", broken);
    }
  }

  private static MethodHandle call(String name, java.lang.foreign.MemoryLayout... arguments) {
    SymbolLookup library = Linker.nativeLinker().defaultLookup();
    return Linker.nativeLinker()
        .downcallHandle(library.findOrThrow(name), FunctionDescriptor.of(JAVA_INT, arguments));
  }
}
