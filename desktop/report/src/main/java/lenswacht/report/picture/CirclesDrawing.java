package lenswacht.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import lenswacht.assessment.floor.Circle;
import lenswacht.assessment.floor.Reconciliation;
import lenswacht.assessment.floor.Region;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Shape;

/// On paper, on the network, seen: three circles, and how many things lie in each of the seven
/// parts. A circle at which nobody looked is drawn with a broken line and counts nothing. The keys
/// of the spots are the words of the parts.
public final class CirclesDrawing {
  private static final double RADIUS = 118;
  private static final double WIDTH = 560;
  private static final double HEIGHT = 410;
  private static final double NUMBER = 20;

  private final Reconciliation known;
  private final PictureWords words;
  private final CirclesTale tale;

  /// A picture of `known`.
  public CirclesDrawing(Reconciliation known, PictureWords words) {
    this.known = known;
    this.words = words;
    this.tale = new CirclesTale(known, words);
  }

  /// A place in the picture.
  private record Point(double x, double y) {}

  /// The picture.
  public Drawing drawing() {
    List<Shape> shapes = new ArrayList<>();
    for (Circle circle : Circle.values()) {
      if (known.looked().contains(circle)) {
        shapes.add(new Shape.Veil(ring(middle(circle)), ink(circle)));
      }
    }
    for (Circle circle : Circle.values()) {
      shapes.add(
          new Shape.Path(
              closed(ring(middle(circle))),
              Ink.TEXT,
              2,
              !known.looked().contains(circle),
              Ink.NONE));
      heading(circle, shapes);
    }
    for (Region region : Region.values()) {
      count(region, shapes);
    }
    return new Drawing(words.say("circles.title"), WIDTH, HEIGHT, shapes, tale.told());
  }

  private void heading(Circle circle, List<Shape> shapes) {
    OptionalInt count = known.count(circle);
    String says = words.word("circles.circle", circle);
    String how =
        count.isPresent() ? Integer.toString(count.getAsInt()) : words.say("circles.not-looked-at");
    Point at = label(circle);
    Shape.Align align =
        switch (circle) {
          case PAPER -> Shape.Align.START;
          case NETWORK -> Shape.Align.END;
          case SEEN -> Shape.Align.MIDDLE;
        };
    shapes.add(new Shape.Words(at.x(), at.y(), says + ": " + how, 14, true, align, Ink.TEXT));
  }

  private void count(Region region, List<Shape> shapes) {
    OptionalInt count = known.count(region);
    if (count.isEmpty()) {
      return;
    }
    Point at = middle(region);
    shapes.add(
        new Shape.Words(
            at.x(),
            at.y() + NUMBER / 3,
            Integer.toString(count.getAsInt()),
            NUMBER,
            true,
            Shape.Align.MIDDLE,
            Ink.TEXT));
    shapes.add(
        new Shape.Spot(at.x() - 24, at.y() - 18, 48, 36, region.word(), tale.sentence(region)));
  }

  /// The ink does not tell the circles apart: their headings do.
  private static Ink ink(Circle circle) {
    return switch (circle) {
      case PAPER -> Ink.CARE;
      case NETWORK -> Ink.CALM;
      case SEEN -> Ink.MUTED;
    };
  }

  private static Point middle(Circle circle) {
    return switch (circle) {
      case PAPER -> new Point(205, 148);
      case NETWORK -> new Point(355, 148);
      case SEEN -> new Point(280, 264);
    };
  }

  private static Point label(Circle circle) {
    return switch (circle) {
      case PAPER -> new Point(16, 20);
      case NETWORK -> new Point(WIDTH - 16, 20);
      case SEEN -> new Point(280, HEIGHT - 8);
    };
  }

  private static Point middle(Region region) {
    return switch (region) {
      case ALL -> new Point(280, 186);
      case PAPER_NETWORK -> new Point(280, 100);
      case PAPER_SEEN -> new Point(204, 226);
      case NETWORK_SEEN -> new Point(356, 226);
      case PAPER -> new Point(140, 128);
      case NETWORK -> new Point(420, 128);
      case SEEN -> new Point(280, 324);
    };
  }

  private static List<Double> ring(Point middle) {
    List<Double> points = new ArrayList<>();
    for (int step = 0; step < 72; step++) {
      double angle = Math.PI * 2 * step / 72;
      points.add(middle.x() + RADIUS * Math.cos(angle));
      points.add(middle.y() + RADIUS * Math.sin(angle));
    }
    return points;
  }

  private static List<Double> closed(List<Double> points) {
    List<Double> closed = new ArrayList<>(points);
    closed.addAll(points.subList(0, 2));
    return closed;
  }
}
