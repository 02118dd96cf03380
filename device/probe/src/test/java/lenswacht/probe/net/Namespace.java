package lenswacht.probe.net;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A network namespace of this machine, and threads that stand in it. Needs root and `ip` from
/// iproute2; says so when they are not there.
final class Namespace implements AutoCloseable {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final int CLONE_NEWNET = 0x4000_0000;
  private static final int CLONE_NEWNS = 0x0002_0000;
  private static final int CLONE_FS = 0x0000_0200;
  private static final int MS_BIND = 4096;
  private static final int MS_REC = 16_384;
  private static final int MS_PRIVATE = 1 << 18;
  private static final int CAPABILITY_VERSION = 0x2008_0522;

  private final String name;

  Namespace(String name) throws Exception {
    this.name = name;
    run("ip", "netns", "add", name);
    run("ip", "-n", name, "link", "set", "lo", "up");
  }

  String name() {
    return name;
  }

  /// Runs `ip` on this namespace.
  ///
  /// @return what it says
  String ip(String arguments) throws Exception {
    return run(("ip -n " + name + " " + arguments).split(" "));
  }

  /// Sets a knob of this namespace's network, for example `ipv6/conf/all/forwarding`.
  void set(String knob, int value) throws Exception {
    call(() -> Files.writeString(Path.of("/proc/sys/net").resolve(knob), Integer.toString(value)));
  }

  /// Does `task` on a thread that stands in this namespace.
  <T> T call(Callable<T> task) throws Exception {
    FutureTask<T> future =
        new FutureTask<>(
            () -> {
              enter();
              return task.call();
            });
    Thread.ofPlatform().start(future);
    try {
      return future.get();
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }

  /// Takes every capability from the calling thread.
  static void dropPrivileges() throws Exception {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment header = arena.allocate(8, 8);
      header.set(JAVA_INT, 0, CAPABILITY_VERSION);
      MethodHandle capset =
          LINKER.downcallHandle(
              LINKER.defaultLookup().findOrThrow("capset"),
              FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
      if ((int) capset.invokeExact(header, arena.allocate(24, 8)) != 0) {
        throw new IOException("capset failed");
      }
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// The thread sees this namespace in `/proc/net` too, which otherwise shows the network of the
  /// process.
  private void enter() {
    try (Arena arena = Arena.ofConfined()) {
      int file = (int) call("open", arena.allocateFrom("/run/netns/" + name), 0);
      boolean entered = call("setns", file, CLONE_NEWNET) == 0;
      call("close", file);
      MemorySegment root = arena.allocateFrom("/");
      MemorySegment network = arena.allocateFrom("/proc/self/net");
      MemorySegment ours = arena.allocateFrom("/proc/thread-self/net");
      MemorySegment kind = arena.allocateFrom("none");
      if (!entered
          || call("unshare", CLONE_FS | CLONE_NEWNS) != 0
          || call("mount", kind, root, kind, MS_REC | MS_PRIVATE, MemorySegment.NULL) != 0
          || call("mount", ours, network, kind, MS_BIND, MemorySegment.NULL) != 0) {
        throw new IOException("namespace " + name + " cannot be entered");
      }
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static long call(String function, Object... arguments) {
    MemoryLayout[] kinds =
        Arrays.stream(arguments)
            .map(one -> one instanceof MemorySegment ? ADDRESS : JAVA_INT)
            .toArray(MemoryLayout[]::new);
    try {
      return ((Number)
              LINKER
                  .downcallHandle(
                      LINKER.defaultLookup().findOrThrow(function),
                      FunctionDescriptor.of(JAVA_INT, kinds))
                  .invokeWithArguments(arguments))
          .longValue();
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static String run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(
          "this test makes network namespaces and needs root and iproute2: "
              + String.join(" ", command)
              + ": "
              + said);
    }
    return said;
  }

  @Override
  public void close() throws Exception {
    run("ip", "netns", "del", name);
  }
}
