package lenswacht.agent.panel.board;

import java.io.IOException;
import java.util.Arrays;
import lenswacht.agent.panel.raster.Raster;

/// A display of 128 by 64 points behind an SSD1306. Only what has changed is sent. For one thread.
final class Ssd1306 {
  /// Its usual address on the bus.
  static final int ADDRESS = 0x3c;

  private static final int COMMAND = 0x00;
  private static final int DATA = 0x40;
  private static final int ON = 0xaf;
  private static final int OFF = 0xae;

  /// Timing, 64 rows, no offset, charge pump on, rows one after the other, picture the right way
  /// up, half brightness, which spares the points.
  private static final int[] BEGIN = {
    OFF, 0xd5, 0x80, 0xa8, 0x3f, 0xd3, 0x00, 0x40, 0x8d, 0x14, 0x20, 0x00, 0xa1, 0xc8, 0xda, 0x12,
    0x81, 0x7f, 0xd9, 0xf1, 0xdb, 0x40, 0xa4, 0xa6
  };

  private static final int SET_COLUMNS = 0x21;
  private static final int SET_PAGES = 0x22;
  private static final int PAGES = Raster.HEIGHT / Byte.SIZE;

  private final Chip chip;
  private byte[] shown = new byte[0];
  private boolean isLit;

  /// A display behind `chip`, which is set up at the first picture.
  Ssd1306(Chip chip) {
    this.chip = chip;
  }

  /// Shows `raster`, or switches the display off.
  ///
  /// @throws IOException if it does not answer; the next picture sets it up anew
  void show(Raster raster, boolean lit) throws IOException {
    try {
      if (shown.length == 0) {
        command(BEGIN);
      }
      draw(raster.pages());
      if (lit != isLit) {
        command(lit ? ON : OFF);
        isLit = lit;
      }
    } catch (IOException silent) {
      shown = new byte[0];
      isLit = false;
      throw silent;
    }
  }

  private void draw(byte[] pages) throws IOException {
    for (int page = 0; page < PAGES; page++) {
      int from = page * Raster.WIDTH;
      int to = from + Raster.WIDTH;
      if (shown.length == 0 || !Arrays.equals(shown, from, to, pages, from, to)) {
        command(SET_COLUMNS, 0, Raster.WIDTH - 1, SET_PAGES, page, page);
        chip.write(DATA, Arrays.copyOfRange(pages, from, to));
      }
    }
    shown = pages;
  }

  private void command(int... octets) throws IOException {
    byte[] command = new byte[octets.length];
    for (int at = 0; at < octets.length; at++) {
      command[at] = (byte) octets[at];
    }
    chip.write(COMMAND, command);
  }
}
