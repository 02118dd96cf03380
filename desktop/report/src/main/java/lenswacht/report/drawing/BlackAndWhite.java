package lenswacht.report.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lenswacht.assessment.floor.PlanPicture;

/// A picture for paper without colour: black lines and words on white, plans in pale grey, no
/// see-through surfaces.
public final class BlackAndWhite {
  /// How much white is put over a plan, so that what is drawn on it stands out, 0 to 1.
  private static final float PALE = 0.35f;

  private BlackAndWhite() {}

  /// The same picture without colour.
  ///
  /// @throws IOException if a plan within cannot be decoded
  public static Drawing of(Drawing drawing) throws IOException {
    List<Shape> shapes = new ArrayList<>();
    for (Shape shape : drawing.shapes()) {
      switch (shape) {
        case Shape.Box box ->
            shapes.add(
                new Shape.Box(
                    box.x(),
                    box.y(),
                    box.width(),
                    box.height(),
                    line(box.fill()),
                    line(box.edge()),
                    box.hatched()));
        case Shape.Path path ->
            shapes.add(
                new Shape.Path(
                    path.points(),
                    line(path.ink()),
                    path.weight(),
                    path.dashed(),
                    line(path.fill())));
        case Shape.Words words ->
            shapes.add(
                new Shape.Words(
                    words.x(),
                    words.y(),
                    words.words(),
                    words.size(),
                    words.bold(),
                    words.align(),
                    line(words.ink())));
        case Shape.Picture plan ->
            shapes.add(
                new Shape.Picture(
                    plan.x(), plan.y(), plan.width(), plan.height(), grey(plan.picture())));
        case Shape.Spot spot -> shapes.add(spot);
        case Shape.Veil veil -> {
          // Its edge is drawn apart.
        }
      }
    }
    return new Drawing(drawing.title(), drawing.width(), drawing.height(), shapes, drawing.told());
  }

  /// What an ink becomes, as a line and as a surface.
  private static Ink line(Ink ink) {
    return switch (ink) {
      case TEXT, CALM, CARE, GRAVE -> Ink.TEXT;
      case MUTED, LINE -> Ink.MUTED;
      case GROUND, SOFT, CALM_SOFT, CARE_SOFT, GRAVE_SOFT -> Ink.GROUND;
      case NONE -> Ink.NONE;
    };
  }

  private static PlanPicture grey(PlanPicture plan) throws IOException {
    BufferedImage pixels = PlanPixels.of(plan);
    BufferedImage grey =
        new BufferedImage(plan.width(), plan.height(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D paper = grey.createGraphics();
    try {
      paper.setColor(Color.WHITE);
      paper.fillRect(0, 0, plan.width(), plan.height());
      paper.drawImage(pixels, 0, 0, null);
      paper.setColor(new Color(1f, 1f, 1f, PALE));
      paper.fillRect(0, 0, plan.width(), plan.height());
    } finally {
      paper.dispose();
    }
    return PlanPixels.written(grey);
  }
}
