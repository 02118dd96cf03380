package lenswacht.agent.panel.raster;

import lenswacht.agent.panel.Screen;

/// Paints screens.
public final class ScreenPainter {
  private final Letters letters = Letters.own();

  /// What `screen` looks like.
  public Raster paint(Screen screen) {
    Raster.Pen pen = new Raster.Pen();
    for (Screen.Line line : screen.lines()) {
      int top = line.row() * Letters.HEIGHT;
      for (int at = 0; at < line.text().length(); at++) {
        char character = line.text().charAt(at);
        if (line.isLarge()) {
          letters.drawLarge(pen, character, at * Letters.LARGE_STEP, top);
        } else {
          letters.draw(pen, character, at * Letters.STEP, top);
        }
      }
    }
    return pen.raster();
  }
}
