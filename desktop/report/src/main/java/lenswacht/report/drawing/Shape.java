package lenswacht.report.drawing;

import java.util.List;
import lenswacht.assessment.floor.PlanPicture;

/// A piece of a picture. Lengths are in units of which a letter of ordinary size is 13 high.
public sealed interface Shape {
  /// A rectangle.
  ///
  /// @param hatched whether stripes say that nothing is known there
  record Box(double x, double y, double width, double height, Ink fill, Ink edge, boolean hatched)
      implements Shape {}

  /// A line through points.
  ///
  /// @param points x, y, x, y and so on
  /// @param weight how thick
  /// @param dashed whether broken
  /// @param fill what is within, `NONE` for an open line
  record Path(List<Double> points, Ink ink, double weight, boolean dashed, Ink fill)
      implements Shape {
    public Path {
      points = List.copyOf(points);
      if (points.size() < 4 || points.size() % 2 != 0) {
        throw new IllegalArgumentException("a line has at least two points");
      }
    }
  }

  /// A surface through which what lies below it is seen.
  ///
  /// @param points its corners: x, y, x, y and so on
  record Veil(List<Double> points, Ink ink) implements Shape {
    /// How much of what lies below it is covered, 0 to 1.
    public static final double COVERS = 0.28;

    public Veil {
      points = List.copyOf(points);
      if (points.size() < 6 || points.size() % 2 != 0) {
        throw new IllegalArgumentException("a surface has at least three corners");
      }
    }
  }

  /// A picture that was made elsewhere, stretched to a rectangle.
  record Picture(double x, double y, double width, double height, PlanPicture picture)
      implements Shape {}

  /// Words on one line.
  ///
  /// @param x where they begin, have their middle or end
  /// @param y the line on which they stand
  /// @param size height of the letters
  record Words(double x, double y, String words, double size, boolean bold, Align align, Ink ink)
      implements Shape {}

  /// A part of the picture that can be pressed, and is told when the keyboard reaches it.
  ///
  /// @param key what was pressed
  /// @param spoken what a screen reader says
  record Spot(double x, double y, double width, double height, String key, String spoken)
      implements Shape {}

  /// To which side of their place words stand.
  enum Align {
    /// They begin there.
    START,
    /// They have their middle there.
    MIDDLE,
    /// They end there.
    END
  }

  /// A straight line.
  static Path line(double fromX, double fromY, double toX, double toY, Ink ink, double weight) {
    return new Path(List.of(fromX, fromY, toX, toY), ink, weight, false, Ink.NONE);
  }

  /// Words of the ordinary size that begin at a place.
  static Words words(double x, double y, String words) {
    return new Words(x, y, words, 13, false, Align.START, Ink.TEXT);
  }

  /// Words around a middle.
  static Words middle(double x, double y, String words, double size, boolean bold) {
    return new Words(x, y, words, size, bold, Align.MIDDLE, Ink.TEXT);
  }
}
