package lenswacht.agent;

/// What is done when the system tells this program to end.
final class LastMoment {
  private LastMoment() {}

  /// Work that may be interrupted.
  interface Work {
    void run() throws InterruptedException;
  }

  /// Does `work` when this program ends; the program lives until it is done.
  static void run(Work work) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    work.run();
                  } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                  }
                },
                "last-moment"));
  }
}
