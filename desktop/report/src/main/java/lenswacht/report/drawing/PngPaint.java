package lenswacht.report.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// A picture as PNG, for documents: on a white ground, twice as large as on the screen.
public final class PngPaint {
  private static final double SCALE = 2;
  private static final double MOST_PIXELS = 8_000;

  private final Graphics2D paper;
  private final Font plain;
  private final Font bold;
  private final Map<String, BufferedImage> pictures;

  private PngPaint(Graphics2D paper, Map<String, BufferedImage> pictures) throws IOException {
    this.paper = paper;
    this.pictures = pictures;
    this.plain = letters("LiberationSans-Regular.ttf");
    this.bold = letters("LiberationSans-Bold.ttf");
  }

  /// Writes the picture.
  ///
  /// @throws IOException if it cannot be written
  public static void write(Drawing drawing, OutputStream out) throws IOException {
    double scale = Math.min(SCALE, MOST_PIXELS / Math.max(drawing.width(), drawing.height()));
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(drawing.width() * scale),
            (int) Math.ceil(drawing.height() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = image.createGraphics();
    try {
      paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      paper.setColor(Color.WHITE);
      paper.fillRect(0, 0, image.getWidth(), image.getHeight());
      paper.scale(scale, scale);
      draw(drawing, paper);
    } finally {
      paper.dispose();
    }
    if (!ImageIO.write(image, "png", out)) {
      throw new IOException("this Java cannot write PNG");
    }
  }

  /// Draws the picture on any paper, in its own units.
  ///
  /// @throws IOException if the letters or a plan within cannot be read
  public static void draw(Drawing drawing, Graphics2D paper) throws IOException {
    PngPaint paint = new PngPaint(paper, pictures(drawing));
    drawing.shapes().forEach(paint::draw);
  }

  private static Map<String, BufferedImage> pictures(Drawing drawing) throws IOException {
    Map<String, BufferedImage> pictures = new HashMap<>();
    for (Shape shape : drawing.shapes()) {
      if (shape instanceof Shape.Picture shown && !pictures.containsKey(shown.picture().sha256())) {
        pictures.put(shown.picture().sha256(), PlanPixels.of(shown.picture()));
      }
    }
    return pictures;
  }

  private static Font letters(String file) throws IOException {
    try (InputStream in = PngPaint.class.getResourceAsStream("/liberation/" + file)) {
      if (in == null) {
        throw new IOException("the font " + file + " is missing");
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (FontFormatException damaged) {
      throw new IOException("the font " + file + " is damaged", damaged);
    }
  }

  private void draw(Shape shape) {
    switch (shape) {
      case Shape.Box box -> draw(box);
      case Shape.Path path -> draw(path);
      case Shape.Veil veil -> draw(veil);
      case Shape.Picture picture -> draw(picture);
      case Shape.Words words -> draw(words);
      case Shape.Spot spot -> {
        // Nothing to see.
      }
    }
  }

  private void draw(Shape.Box box) {
    Rectangle2D place = new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    if (box.fill() != Ink.NONE) {
      paper.setColor(Color.decode(box.fill().paper()));
      paper.fill(place);
    }
    if (box.hatched()) {
      var before = paper.getClip();
      paper.clip(place);
      paper.setColor(Color.decode(Ink.MUTED.paper()));
      paper.setStroke(new BasicStroke(1.5f));
      for (double at = 6; at < box.width() + box.height(); at += 6) {
        paper.draw(
            new java.awt.geom.Line2D.Double(
                box.x() + at, box.y(), box.x() + at - box.height(), box.y() + box.height()));
      }
      paper.setClip(before);
    }
    if (box.edge() != Ink.NONE) {
      paper.setColor(Color.decode(box.edge().paper()));
      paper.setStroke(new BasicStroke(1));
      paper.draw(place);
    }
  }

  private void draw(Shape.Veil veil) {
    Color ink = Color.decode(veil.ink().paper());
    int covers = (int) Math.round(Shape.Veil.COVERS * 255);
    paper.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), covers));
    paper.fill(line(veil.points()));
  }

  private void draw(Shape.Picture shown) {
    paper.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    BufferedImage picture = pictures.get(shown.picture().sha256());
    AffineTransform place = AffineTransform.getTranslateInstance(shown.x(), shown.y());
    place.scale(shown.width() / shown.picture().width(), shown.height() / shown.picture().height());
    paper.drawImage(picture, place, null);
  }

  private static Path2D line(List<Double> points) {
    Path2D line = new Path2D.Double();
    line.moveTo(points.get(0), points.get(1));
    for (int i = 2; i < points.size(); i += 2) {
      line.lineTo(points.get(i), points.get(i + 1));
    }
    return line;
  }

  private void draw(Shape.Path path) {
    Path2D line = line(path.points());
    if (path.fill() != Ink.NONE) {
      paper.setColor(Color.decode(path.fill().paper()));
      paper.fill(line);
    }
    if (path.ink() != Ink.NONE) {
      paper.setColor(Color.decode(path.ink().paper()));
      float weight = (float) path.weight();
      paper.setStroke(
          path.dashed()
              ? new BasicStroke(
                  weight, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 4}, 0)
              : new BasicStroke(weight, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      paper.draw(line);
    }
  }

  private void draw(Shape.Words words) {
    paper.setFont((words.bold() ? bold : plain).deriveFont((float) words.size()));
    double width =
        paper.getFont().getStringBounds(words.words(), paper.getFontRenderContext()).getWidth();
    double before =
        switch (words.align()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    paper.setColor(Color.decode(words.ink().paper()));
    paper.drawString(words.words(), (float) (words.x() - before), (float) words.y());
  }
}
