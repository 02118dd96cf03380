package lenswacht.agent.update;

import java.nio.file.Path;

/// Starts a program anew whenever it ends, as the service manager does.
final class Supervisor implements AutoCloseable {
  private final Launcher launcher;
  private final String[] arguments;
  private final Thread thread;
  private volatile boolean over;
  private volatile int trialSeconds = 30;
  private volatile Process process;

  Supervisor(Launcher launcher, String... arguments) throws Exception {
    this.launcher = launcher;
    this.arguments = arguments.clone();
    this.process = start();
    this.thread = Thread.ofPlatform().daemon().start(this::keepUp);
  }

  /// From the next start on a program on trial has so long to prove itself.
  void trialSeconds(int seconds) {
    trialSeconds = seconds;
  }

  /// Takes the power from whatever runs.
  void kill() {
    process.destroyForcibly();
  }

  private Process start() throws Exception {
    ProcessBuilder builder =
        launcher.command(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            trialSeconds,
            arguments);
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void keepUp() {
    try {
      while (!over) {
        process.waitFor();
        if (!over) {
          process = start();
        }
      }
    } catch (Exception ended) {
      throw new IllegalStateException(ended);
    }
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    process.destroyForcibly().waitFor();
    thread.join();
  }
}
