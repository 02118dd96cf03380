package lenswacht.agent.panel.raster;

import java.util.Arrays;

/// Points of a display of 128 by 64, each lit or not. A value: it does not change.
public final class Raster {
  /// Points from left to right.
  public static final int WIDTH = 128;

  /// Points from top to bottom.
  public static final int HEIGHT = 64;

  /// Octets of all points.
  public static final int OCTETS = WIDTH * HEIGHT / Byte.SIZE;

  private final byte[] octets;

  private Raster(byte[] octets) {
    this.octets = octets;
  }

  /// No point is lit.
  public static Raster dark() {
    return new Raster(new byte[OCTETS]);
  }

  /// Whether the point is lit, `x` from the left and `y` from the top.
  public boolean isLit(int x, int y) {
    return (octets[y / Byte.SIZE * WIDTH + x] >> y % Byte.SIZE & 1) != 0;
  }

  /// All points, as the memory of an SSD1306 has them: eight pages from the top, in each an octet
  /// for every column, its lowest bit at the top.
  public byte[] pages() {
    return octets.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Raster raster && Arrays.equals(octets, raster.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  /// Lights points, one by one.
  static final class Pen {
    private final byte[] octets = new byte[OCTETS];

    /// Lights a point; one outside the display is left out.
    void light(int x, int y) {
      if (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT) {
        octets[y / Byte.SIZE * WIDTH + x] |= (byte) (1 << y % Byte.SIZE);
      }
    }

    /// What was lit so far.
    Raster raster() {
      return new Raster(octets.clone());
    }
  }
}
