package lenswacht.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;
import lenswacht.console.camera.AssetRow;

/// Runs the console as it ships, without a display, and says when a person could go on: when the
/// first window can be used (`window`), when the assets of a case are listed (`listed`), when they
/// are judged (`judged`) and when one of them is explained (`explained`), each on a line of its own
/// at that moment; and how evenly the table scrolls. Who started it takes the times.
///
/// Arguments: `start`, or `case`, and behind it what the console is started with.
public final class ConsoleProbe {
  private static final int SCROLLED_SECONDS = 10;

  /// A page of fourteen rows in a fourteenth of a second: faster than anybody reads.
  private static final int ROWS_A_SECOND = 200;

  private ConsoleProbe() {}

  /// @param arguments see above
  public static void main(String[] arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of(arguments));
    boolean isCase = words.removeFirst().equals("case");
    new Thread(() -> ConsoleMain.main(words.toArray(String[]::new)), "console starter").start();
    Scene scene = firstWindow();
    System.out.println("window");
    if (isCase) {
      follow(scene);
    }
    Runtime.getRuntime().exit(0);
  }

  private static void follow(Scene scene) throws InterruptedException {
    TableView<?> table = until(() -> (TableView<?>) scene.lookup("#cameras-table"), 60);
    await(() -> !table.getItems().isEmpty(), 120);
    pulses(2);
    System.out.println("listed");
    await(() -> scene.lookup("#detail-evidence") != null, 300);
    System.out.println("judged");
    double[] gaps = scroll(table);
    System.out.println("explaining");
    explain(scene, table);
    System.out.println("explained");
    System.out.printf(
        Locale.ROOT,
        "{\"rows\":%d,\"frames_per_second\":%.1f,\"frame_median_ms\":%.2f,"
            + "\"frame_p99_ms\":%.2f,\"frame_longest_ms\":%.2f}%n",
        table.getItems().size(),
        1000 / mean(gaps),
        at(gaps, 0.5),
        at(gaps, 0.99),
        at(gaps, 1));
  }

  /// The first window that is shown and was painted.
  private static Scene firstWindow() throws Exception {
    while (true) {
      Thread.sleep(2);
      AtomicReference<Scene> found = new AtomicReference<>();
      try {
        onScreen(
            () ->
                Window.getWindows().stream()
                    .filter(window -> window instanceof Stage && window.isShowing())
                    .findFirst()
                    .ifPresent(window -> found.set(window.getScene())));
      } catch (IllegalStateException notYet) { // the toolkit has not begun
        continue;
      }
      if (found.get() != null) {
        pulses(1);
        return found.get();
      }
    }
  }

  private static void onScreen(Runnable task) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(
        () -> {
          task.run();
          done.countDown();
        });
    done.await();
  }

  private static void pulses(int count) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(count + 1);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            left.countDown();
          }
        };
    onScreen(timer::start);
    left.await();
    onScreen(timer::stop);
  }

  private interface Finding<T> {
    T find();
  }

  private static <T> T until(Finding<T> finding, int seconds) throws InterruptedException {
    AtomicReference<T> found = new AtomicReference<>();
    await(
        () -> {
          found.set(finding.find());
          return found.get() != null;
        },
        seconds);
    return found.get();
  }

  private static void await(BooleanSupplier what, int seconds) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(seconds);
    boolean[] is = {false};
    while (!is[0]) {
      onScreen(() -> is[0] = what.getAsBoolean());
      if (!is[0] && Instant.now().isAfter(end)) {
        throw new IllegalStateException("waited " + seconds + " s in vain");
      }
      Thread.sleep(is[0] ? 0 : 5);
    }
  }

  /// Scrolls down for some seconds, a step with each pulse.
  ///
  /// @return milliseconds between pulses
  private static double[] scroll(TableView<?> table) throws InterruptedException {
    List<Long> times = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    AtomicReference<ScrollBar> bar = new AtomicReference<>();
    onScreen(() -> bar.set(upright(table)));
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            times.add(now);
            double past = (now - times.getFirst()) / 1e9;
            bar.get().setValue(Math.min(1, past * ROWS_A_SECOND / table.getItems().size()));
            if (past >= SCROLLED_SECONDS) {
              stop();
              done.countDown();
            }
          }
        };
    onScreen(timer::start);
    done.await();
    double[] gaps = new double[times.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = (times.get(i + 1) - times.get(i)) / 1e6;
    }
    return gaps;
  }

  private static ScrollBar upright(TableView<?> table) {
    for (Node node : table.lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
        return bar;
      }
    }
    throw new IllegalStateException("the table does not scroll");
  }

  /// Selects an asset in the middle and waits until its evidence is shown.
  private static void explain(Scene scene, TableView<?> table) throws InterruptedException {
    int middle = table.getItems().size() / 2;
    String address = ((AssetRow) table.getItems().get(middle)).address();
    onScreen(() -> table.getSelectionModel().clearAndSelect(middle));
    await(
        () ->
            scene.lookup("#detail-title") instanceof Label title
                && title.getText().startsWith(address)
                && scene.lookup("#detail-evidence .claim") != null,
        60);
  }

  private static double mean(double... values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double at(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
  }
}
