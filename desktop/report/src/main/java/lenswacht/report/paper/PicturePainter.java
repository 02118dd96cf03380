package lenswacht.report.paper;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.PngPaint;
import org.w3c.dom.Element;

/// Draws the pictures of a document as lines and surfaces, sharp at every size.
final class PicturePainter implements FSObjectDrawer {
  /// Names what it draws.
  static final String TYPE = "application/x-lenswacht-drawing";

  /// Before the number of a picture.
  static final String PREFIX = "picture-";

  /// Widest picture, in points.
  static final double WIDEST = 490;

  /// Highest picture, in points.
  static final double HIGHEST = 620;

  private final List<Drawing> drawings;

  PicturePainter(List<Drawing> drawings) {
    this.drawings = List.copyOf(drawings);
  }

  @Override
  public Map<Shape, String> drawObject(
      Element element,
      double x,
      double y,
      double width,
      double height,
      OutputDevice device,
      RenderingContext context,
      int dotsPerPixel) {
    Drawing drawing =
        drawings.get(Integer.parseInt(element.getAttribute("id").substring(PREFIX.length())));
    device.drawWithGraphics(
        (float) x,
        (float) y,
        (float) (width / dotsPerPixel),
        (float) (height / dotsPerPixel),
        paper -> {
          paper.scale(
              width / dotsPerPixel / drawing.width(), height / dotsPerPixel / drawing.height());
          try {
            PngPaint.draw(drawing, paper);
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
        });
    return Map.of();
  }
}
