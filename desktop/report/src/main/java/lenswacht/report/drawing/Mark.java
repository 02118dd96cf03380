package lenswacht.report.drawing;

import java.util.Optional;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;

/// The shape that stands for a level, so that black and white paper and every eye can tell them
/// apart.
public enum Mark {
  /// High and very high: a filled diamond.
  DIAMOND,
  /// Moderate: a triangle.
  TRIANGLE,
  /// Low and very low: a circle.
  CIRCLE,
  /// Not determined: hatched.
  HATCH;

  /// The mark of a known level.
  public static Mark of(Level level) {
    return switch (level) {
      case VERY_LOW, LOW -> CIRCLE;
      case MODERATE -> TRIANGLE;
      case HIGH, VERY_HIGH -> DIAMOND;
    };
  }

  /// The mark of an interval: that of its worst end, and hatched where nothing is known.
  public static Mark of(Interval level) {
    return isDetermined(level) ? of(level.worst()) : HATCH;
  }

  /// The mark where there may be no level at all.
  public static Mark of(Optional<Interval> level) {
    return level.map(Mark::of).orElse(HATCH);
  }

  /// Whether anything is known: an interval from the lowest to the highest level says nothing.
  public static boolean isDetermined(Interval level) {
    return level.best() != Level.VERY_LOW || level.worst() != Level.VERY_HIGH;
  }
}
