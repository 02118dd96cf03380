package lenswacht.console.desk;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Where long work is done, and where what it found is shown.
///
/// @param behind runs what may take long
/// @param onScreen runs what touches the screen
public record Work(Executor behind, Executor onScreen) {
  /// Does `job` behind the screen and hands what it gave, or why it failed, to the screen.
  public <T> void run(Callable<T> job, Consumer<T> then, Consumer<Exception> otherwise) {
    behind.execute(
        () -> {
          try {
            T done = job.call();
            onScreen.execute(() -> then.accept(done));
          } catch (Exception failed) { // the edge of the thread
            onScreen.execute(() -> otherwise.accept(failed));
          }
        });
  }
}
