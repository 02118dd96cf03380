package lenswacht.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A program of the kit that runs beside this one, whose lines on standard output are read and to
/// whose standard input lines are written. It ends with this one.
final class Child implements AutoCloseable {
  private static final int MOST_LINES = 10_000;

  private final String name;
  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(MOST_LINES);

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
    Thread.ofVirtual().name(name + "-lines").start(this::read);
  }

  /// Starts `program`; its standard error is ours.
  static Child start(
      String name, Program program, Map<String, String> environment, List<String> arguments)
      throws IOException {
    ProcessBuilder builder = program.with(arguments);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new Child(name, builder.start());
  }

  /// The next line that begins with `start`; lines before it are dropped.
  ///
  /// @throws CommandException if it does not come in time or the program ended
  String await(String start, Duration patience) throws CommandException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      String line = lines.poll(100, TimeUnit.MILLISECONDS);
      if (line != null && line.startsWith(start)) {
        return line;
      }
      if (line == null && !process.isAlive() && lines.isEmpty()) {
        throw new CommandException(
            ExitCode.INTERNAL,
            "the " + name + " ended with code " + process.exitValue() + "; why stands above");
      }
      if (System.nanoTime() > end) {
        throw new CommandException(
            ExitCode.INTERNAL, "the " + name + " did not say '" + start + "' in time");
      }
    }
  }

  /// The next line that begins with `start`, if one is there already.
  Optional<String> poll(String start) {
    String line;
    while ((line = lines.poll()) != null) {
      if (line.startsWith(start)) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /// Writes a line to its standard input.
  void say(String line) throws IOException {
    OutputStream in = process.getOutputStream();
    in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = reader.readLine()) != null) {
        lines.offer(line);
      }
    } catch (IOException ended) {
      // Its output ends with it.
    }
  }

  /// Asks the program to end, and ends it after three seconds.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(3, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
