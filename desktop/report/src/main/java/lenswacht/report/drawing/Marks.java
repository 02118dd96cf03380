package lenswacht.report.drawing;

import java.util.List;

/// The shapes of levels, as pictures show them.
public final class Marks {
  private Marks() {}

  /// The mark with its middle at a place, about 10 wide.
  public static List<Shape> at(double x, double y, Mark mark) {
    return switch (mark) {
      case DIAMOND -> List.of(filled(List.of(x, y - 6, x + 6, y, x, y + 6, x - 6, y), Ink.GRAVE));
      case TRIANGLE -> List.of(filled(List.of(x, y - 6, x + 6, y + 5, x - 6, y + 5), Ink.CARE));
      case CIRCLE -> List.of(ring(x, y));
      case HATCH -> List.of(new Shape.Box(x - 6, y - 6, 12, 12, Ink.GROUND, Ink.MUTED, true));
    };
  }

  /// The surface behind a level.
  public static Ink soft(Mark mark) {
    return switch (mark) {
      case DIAMOND -> Ink.GRAVE_SOFT;
      case TRIANGLE -> Ink.CARE_SOFT;
      case CIRCLE -> Ink.CALM_SOFT;
      case HATCH -> Ink.SOFT;
    };
  }

  private static Shape filled(List<Double> corners, Ink ink) {
    List<Double> closed = new java.util.ArrayList<>(corners);
    closed.addAll(corners.subList(0, 2));
    return new Shape.Path(closed, ink, 1, false, ink);
  }

  private static Shape ring(double x, double y) {
    List<Double> points = new java.util.ArrayList<>();
    for (int step = 0; step <= 24; step++) {
      double angle = Math.PI * 2 * step / 24;
      points.add(x + 5 * Math.cos(angle));
      points.add(y + 5 * Math.sin(angle));
    }
    return new Shape.Path(points, Ink.CALM, 2.5, false, Ink.NONE);
  }
}
