package lenswacht.probe.net;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A network namespace of this machine, and threads that stand in it. Needs root and `ip` from
/// iproute2; says so when they are not there.
public final class Namespace implements AutoCloseable {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final int CLONE_NEWNET = 0x4000_0000;
  private static final int CAPABILITY_VERSION = 0x2008_0522;

  private final String name;

  public Namespace(String name) throws Exception {
    this.name = name;
    run("ip", "netns", "add", name);
    run("ip", "-n", name, "link", "set", "lo", "up");
  }

  public String name() {
    return name;
  }

  /// Runs `ip` on this namespace.
  public void ip(String arguments) throws Exception {
    run(("ip -n " + name + " " + arguments).split(" "));
  }

  /// Does `task` on a thread that stands in this namespace.
  public <T> T call(Callable<T> task) throws Exception {
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

  private void enter() {
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle open =
          LINKER.downcallHandle(
              LINKER.defaultLookup().findOrThrow("open"),
              FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
      MethodHandle setns =
          LINKER.downcallHandle(
              LINKER.defaultLookup().findOrThrow("setns"),
              FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
      MethodHandle close =
          LINKER.downcallHandle(
              LINKER.defaultLookup().findOrThrow("close"),
              FunctionDescriptor.of(JAVA_INT, JAVA_INT));
      int file = (int) open.invokeExact(arena.allocateFrom("/run/netns/" + name), 0);
      int entered = (int) setns.invokeExact(file, CLONE_NEWNET);
      int closed = (int) close.invokeExact(file);
      if (entered != 0 || closed != 0) {
        throw new IOException("namespace " + name + " cannot be entered");
      }
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IOException(
          "this test makes network namespaces and needs root and iproute2: "
              + String.join(" ", command)
              + ": "
              + said);
    }
  }

  @Override
  public void close() throws Exception {
    run("ip", "netns", "del", name);
  }
}
