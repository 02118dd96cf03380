package lenswacht.agent.panel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plays beats on one output, on a virtual thread; new beats end the old ones.
public final class BeatPlayer implements AutoCloseable {
  /// What is switched.
  public interface Output {
    /// On or off.
    void set(boolean on);
  }

  private @Nullable Thread thread;

  /// Plays `opening` once and then `cycle` again and again; an empty cycle ends it. The output is
  /// off afterwards.
  public synchronized void play(Output output, List<Beat> opening, List<Beat> cycle) {
    close();
    thread = Thread.ofVirtual().name("panel-beats").start(() -> run(output, opening, cycle));
  }

  /// Ends what is playing and waits until its output is off.
  @Override
  public synchronized void close() {
    Thread playing = thread;
    thread = null;
    if (playing == null) {
      return;
    }
    playing.interrupt();
    boolean interrupted = false;
    while (playing.isAlive()) {
      try {
        playing.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void run(Output output, List<Beat> opening, List<Beat> cycle) {
    try {
      once(output, opening);
      while (!cycle.isEmpty()) {
        once(output, cycle);
      }
    } catch (InterruptedException _) {
      // The next rhythm, or the end, is waiting.
    } finally {
      output.set(false);
    }
  }

  private static void once(Output output, List<Beat> beats) throws InterruptedException {
    for (Beat beat : beats) {
      output.set(beat.on());
      Thread.sleep(beat.length());
    }
  }
}
