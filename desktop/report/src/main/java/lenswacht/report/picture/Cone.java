package lenswacht.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import lenswacht.assessment.floor.View;
import lenswacht.report.drawing.Ink;
import lenswacht.report.drawing.Shape;

/// The field of view of a camera on a plan. It is drawn with a broken line where the lens is not
/// known, and open at its far end where nobody said how far it sees.
final class Cone {
  /// The angle that stands for one that is not known.
  private static final double ANY_ANGLE = 70;

  /// The length that stands for one that is not known, in units of the picture.
  private static final double ANY_RANGE = 70;

  private static final double STEP = 6;
  private static final double LONGEST = 6_000;

  private Cone() {}

  /// The shapes; none where nobody said where the camera looks to.
  ///
  /// @param unitsPerMetre empty where the plan has no scale
  static List<Shape> at(double x, double y, View view, OptionalDouble unitsPerMetre) {
    if (view.direction().isEmpty()) {
      return List.of();
    }
    boolean isBounded = view.range().isPresent() && unitsPerMetre.isPresent();
    double length =
        isBounded
            ? Math.min(LONGEST, view.range().getAsDouble() * unitsPerMetre.getAsDouble())
            : ANY_RANGE;
    double angle = view.angle().orElse(ANY_ANGLE);
    double from = view.direction().getAsDouble() - angle / 2;
    List<Double> arc = arc(x, y, length, from, angle);
    List<Shape> shapes = new ArrayList<>();
    List<Double> whole = new ArrayList<>(List.of(x, y));
    whole.addAll(arc);
    if (view.hasKnownLens()) {
      shapes.add(new Shape.Veil(whole, Ink.CALM));
    }
    boolean isDashed = !view.hasKnownLens();
    if (isBounded) {
      whole.addAll(List.of(x, y));
      shapes.add(new Shape.Path(whole, Ink.TEXT, 1, isDashed, Ink.NONE));
    } else {
      shapes.add(edge(x, y, arc.get(0), arc.get(1), isDashed));
      shapes.add(edge(x, y, arc.get(arc.size() - 2), arc.getLast(), isDashed));
    }
    return shapes;
  }

  private static Shape edge(double x, double y, double toX, double toY, boolean dashed) {
    return new Shape.Path(List.of(x, y, toX, toY), Ink.TEXT, 1, dashed, Ink.NONE);
  }

  private static List<Double> arc(double x, double y, double length, double from, double angle) {
    List<Double> arc = new ArrayList<>();
    int steps = (int) Math.max(2, Math.ceil(angle / STEP));
    for (int step = 0; step <= steps; step++) {
      double at = Math.toRadians(from + angle * step / steps);
      arc.add(x + length * Math.sin(at));
      arc.add(y - length * Math.cos(at));
    }
    return arc;
  }
}
