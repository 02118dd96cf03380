package lenswacht.footage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/// Pictures drawn for the tests; nobody is in them.
final class Drawings {
  private Drawings() {}

  /// Small bright rectangles on grey, always the same.
  static BufferedImage scene(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = pen(picture);
    pen.setColor(new Color(120, 120, 120));
    pen.fillRect(0, 0, width, height);
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      pen.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
      pen.fillRect(random.nextInt(width), random.nextInt(height), 30, 12);
    }
    pen.dispose();
    return picture;
  }

  /// One uniform colour.
  static BufferedImage uniform(int width, int height, Color color) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = pen(picture);
    pen.setColor(color);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    return picture;
  }

  /// The same picture, each pixel the mean of `side` times `side`.
  static BufferedImage blurred(BufferedImage picture, int side) {
    float[] mean = new float[side * side];
    Arrays.fill(mean, 1f / mean.length);
    return new ConvolveOp(new Kernel(side, side, mean), ConvolveOp.EDGE_NO_OP, null)
        .filter(picture, null);
  }

  /// Draws a schematic face `width` pixels wide around this middle.
  static void face(BufferedImage picture, int middleX, int middleY, int width) {
    Graphics2D pen = pen(picture);
    pen.translate(middleX, middleY);
    pen.scale(width / 100.0, width / 100.0);
    Color skin = new Color(215, 180, 155);
    Color light = new Color(235, 205, 180);
    oval(pen, new Color(60, 45, 35), -52, -78, 104, 120);
    oval(pen, skin, -45, -62, 90, 124);
    pen.setColor(new Color(170, 135, 115));
    pen.fill(new RoundRectangle2D.Double(-38, -26, 76, 22, 16, 16));
    pen.setColor(skin);
    pen.fill(new Rectangle2D.Double(-6, -30, 12, 30));
    oval(pen, light, -5, -16, 10, 34);
    for (int side = -1; side <= 1; side += 2) {
      pen.setColor(new Color(70, 50, 40));
      pen.fill(new RoundRectangle2D.Double(side * 22 - 14, -30, 28, 7, 6, 6));
      oval(pen, new Color(235, 230, 225), side * 21 - 12, -19, 24, 11);
      oval(pen, new Color(40, 28, 22), side * 20.5 - 6.5, -20, 13, 12);
      oval(pen, light, side * 25 - 11, 0, 22, 18);
    }
    oval(pen, new Color(150, 110, 95), -11, 14, 22, 7);
    oval(pen, new Color(140, 70, 70), -20, 32, 40, 10);
    oval(pen, new Color(180, 145, 125), -12, 46, 24, 4);
    pen.dispose();
  }

  private static void oval(
      Graphics2D pen, Color color, double x, double y, double width, double height) {
    pen.setColor(color);
    pen.fill(new Ellipse2D.Double(x, y, width, height));
  }

  /// Writes a PNG.
  static Path png(BufferedImage picture, Path to) throws IOException {
    ImageIO.write(picture, "png", to.toFile());
    return to;
  }

  private static Graphics2D pen(BufferedImage picture) {
    Graphics2D pen = picture.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return pen;
  }
}
