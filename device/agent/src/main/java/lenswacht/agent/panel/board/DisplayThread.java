package lenswacht.agent.panel.board;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import lenswacht.agent.panel.PanelState;
import lenswacht.agent.panel.Shown;
import lenswacht.agent.panel.raster.Raster;
import lenswacht.agent.panel.raster.ScreenPainter;
import org.jspecify.annotations.Nullable;

/// Draws on the display on a thread of its own, since the bus is slow; what was superseded before
/// it was drawn is left out. A display that does not answer is tried again with the next picture.
final class DisplayThread implements AutoCloseable {
  /// How long one picture may take.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ScreenPainter painter = new ScreenPainter();
  private final Ssd1306 display;
  private final Thread thread = Thread.ofVirtual().name("panel-display").unstarted(this::draw);
  private @Nullable Shown next;
  private Optional<String> failure = Optional.empty();
  private boolean closed;
  private boolean stays;
  private boolean isDrawn = true;

  DisplayThread(Ssd1306 display) {
    this.display = display;
    thread.start();
  }

  /// Shows this, soon.
  synchronized void show(Shown shown) {
    next = shown;
    stays = shown.state() instanceof PanelState.SafeToUnplug;
    isDrawn = false;
    notifyAll();
  }

  /// Why the last picture did not reach the display, once it was tried; empty where it did, and
  /// where there was none.
  ///
  /// @throws InterruptedException if this thread is interrupted while the picture is on its way
  synchronized Optional<String> failure() throws InterruptedException {
    long began = System.nanoTime();
    while (!isDrawn && !closed) {
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        return Optional.of("it does not take a picture in time");
      }
      wait(PATIENCE.toMillis());
    }
    return failure;
  }

  private void draw() {
    try {
      for (Shown shown = await(); shown != null; shown = await()) {
        Optional<String> why = tried(painter.paint(shown.screen()), shown.isLit());
        synchronized (this) {
          failure = why;
          isDrawn = next == null;
          notifyAll();
        }
      }
    } catch (InterruptedException _) {
      // The panel is closing.
    }
    if (!stays()) {
      tried(Raster.dark(), false);
    }
  }

  /// That the device may be unplugged is to be read after the program has ended as well.
  private synchronized boolean stays() {
    return stays;
  }

  private synchronized @Nullable Shown await() throws InterruptedException {
    while (next == null && !closed) {
      wait();
    }
    Shown shown = next;
    next = null;
    return shown;
  }

  private Optional<String> tried(Raster raster, boolean lit) {
    try {
      display.show(raster, lit);
      return Optional.empty();
    } catch (IOException silent) {
      return Optional.of(String.valueOf(silent.getMessage()));
    }
  }

  /// Draws what is left to draw, and switches the display off unless it says that the device may be
  /// unplugged.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
