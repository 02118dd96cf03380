package lenswacht.agent.panel.raster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Our own letters: small ones in cells of 6 by 8 points, and large ones of 8 by 16 that are made
/// of them. A large letter is twice as high. Its outer columns are twice as wide, or, where it
/// stands on a stroke in the middle, that one.
final class Letters {
  /// Points of a small letter, from left to right.
  static final int WIDTH = 5;

  /// Points of a small letter, from top to bottom.
  static final int HEIGHT = 8;

  /// Points from one small letter to the next.
  static final int STEP = 6;

  /// Points from one large letter to the next.
  static final int LARGE_STEP = 8;

  private static final char UNKNOWN = '□';
  private static final int[] BROAD = {0, 0, 1, 2, 3, 4, 4};
  private static final int[] NARROW = {0, 1, 2, 2, 3, 4};
  private static final int ROWS_OF_STROKE = 3;

  private final Map<Character, boolean[][]> shapes;

  private Letters(Map<Character, boolean[][]> shapes) {
    this.shapes = Map.copyOf(shapes);
  }

  /// The letters of the program.
  static Letters own() {
    try (InputStream in = Letters.class.getResourceAsStream("letters.txt")) {
      if (in == null) {
        throw new IllegalStateException("letters.txt is missing from the program");
      }
      return read(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Letters read(List<String> lines) {
    Map<Character, boolean[][]> shapes = new HashMap<>();
    shapes.put(' ', new boolean[HEIGHT][WIDTH]);
    for (String line : lines.subList(1, lines.size())) {
      String[] parts = line.split(" ");
      boolean[][] shape = new boolean[HEIGHT][WIDTH];
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          shape[y][x] = parts[y + 1].charAt(x) == '#';
        }
      }
      shapes.put(parts[0].charAt(0), shape);
    }
    return new Letters(shapes);
  }

  /// Whether there is a letter of its own for this character.
  boolean has(char character) {
    return shapes.containsKey(character);
  }

  /// Draws a small letter with its upper left corner there.
  void draw(Raster.Pen pen, char character, int left, int top) {
    boolean[][] shape = shape(character);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        if (shape[y][x]) {
          pen.light(left + x, top + y);
        }
      }
    }
  }

  /// Draws a large letter with its upper left corner there.
  void drawLarge(Raster.Pen pen, char character, int left, int top) {
    boolean[][] shape = shape(character);
    int[] columns = standsOnMiddle(shape) ? NARROW : BROAD;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < columns.length; x++) {
        if (shape[y][columns[x]]) {
          pen.light(left + x, top + 2 * y);
          pen.light(left + x, top + 2 * y + 1);
        }
      }
    }
  }

  private static boolean standsOnMiddle(boolean[][] shape) {
    int rows = 0;
    for (boolean[] row : shape) {
      rows += !row[0] && !row[1] && row[2] && !row[3] && !row[4] ? 1 : 0;
    }
    return rows >= ROWS_OF_STROKE;
  }

  private boolean[][] shape(char character) {
    boolean[][] shape = shapes.get(character);
    return shape != null ? shape : shapes.getOrDefault(UNKNOWN, new boolean[HEIGHT][WIDTH]);
  }
}
