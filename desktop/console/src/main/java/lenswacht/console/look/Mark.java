package lenswacht.console.look;

import java.util.Locale;
import java.util.Optional;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Words;

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

  /// The word for an interval: its worst end, or "not determined".
  public static Phrase headline(Interval level) {
    return isDetermined(level) ? Words.of(level.worst()) : Phrase.of("level.not-determined");
  }

  /// The word where there may be no level at all.
  public static Phrase headline(Optional<Interval> level) {
    return level.map(Mark::headline).orElse(Phrase.of("level.not-rated"));
  }

  /// The other end of the interval in a few words; nothing where the level is known.
  public static Phrase otherEnd(Interval level) {
    if (!isDetermined(level)) {
      return Phrase.of("level.possibly", "level", Words.of(level.worst()));
    }
    return level.isExact()
        ? Phrase.NONE
        : Phrase.of("level.least", "level", Words.of(level.best()));
  }

  /// The whole of what is known of a level, as a sentence.
  public static Phrase spoken(Interval level) {
    if (!isDetermined(level)) {
      return Phrase.of("level.spoken.not-determined");
    }
    if (level.isExact()) {
      return Phrase.of("level.spoken.exact", "level", Words.of(level.worst()));
    }
    return Phrase.of(
        "level.spoken.between", "worst", Words.of(level.worst()), "best", Words.of(level.best()));
  }

  /// The style class that draws it.
  public String styleClass() {
    return "mark-" + name().toLowerCase(Locale.ROOT);
  }
}
