package lenswacht.agent.panel.virtual;

import java.util.Optional;
import lenswacht.agent.panel.Lamp;
import lenswacht.agent.panel.LampRhythm;
import lenswacht.agent.panel.Screen;
import lenswacht.agent.panel.Shown;
import lenswacht.agent.panel.raster.Raster;
import lenswacht.agent.panel.raster.ScreenPainter;
import org.jspecify.annotations.Nullable;

/// What a stand-in draws at a moment: the points of the display and the lamps. Safe for several
/// threads.
final class PanelDrawing {
  private final ScreenPainter painter = new ScreenPainter();
  private @Nullable Shown shown;
  private long began = System.nanoTime();
  private String heard = "";

  /// From now on this is drawn.
  synchronized void show(Shown next) {
    if (shown == null || !shown.lamps().equals(next.lamps())) {
      began = System.nanoTime();
    }
    shown = next;
  }

  /// The last tone that would be heard, by name.
  synchronized void sound(String tone) {
    heard = tone;
  }

  /// The name of the last tone, once.
  synchronized String heard() {
    String tone = heard;
    heard = "";
    return tone;
  }

  /// The points of the display; dark while it is off.
  synchronized Raster raster() {
    return shown == null || !shown.isLit() ? Raster.dark() : painter.paint(shown.screen());
  }

  /// What stands on the display; empty while it is off.
  synchronized Optional<Screen> screen() {
    return Optional.ofNullable(shown).filter(Shown::isLit).map(Shown::screen);
  }

  /// Whether `lamp` is lit at this moment.
  synchronized boolean isLit(Lamp lamp) {
    Optional<LampRhythm> rhythm = shown == null ? Optional.empty() : shown.lamps();
    return rhythm
        .filter(one -> one.lamp() == lamp)
        .filter(one -> one.isLit(java.time.Duration.ofNanos(System.nanoTime() - began)))
        .isPresent();
  }
}
