package lenswacht.console.look;

import java.util.Optional;
import lenswacht.assessment.Interval;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Words;
import lenswacht.report.drawing.Mark;

/// What is said of a level that is known in part.
public final class LevelWords {
  private LevelWords() {}

  /// The word for an interval: its worst end, or "not determined".
  public static Phrase headline(Interval level) {
    return Mark.isDetermined(level) ? Words.of(level.worst()) : Phrase.of("level.not-determined");
  }

  /// The word where there may be no level at all.
  public static Phrase headline(Optional<Interval> level) {
    return level.map(LevelWords::headline).orElse(Phrase.of("level.not-rated"));
  }

  /// The other end of the interval in a few words; nothing where the level is known.
  public static Phrase otherEnd(Interval level) {
    if (!Mark.isDetermined(level)) {
      return Phrase.of("level.possibly", "level", Words.of(level.worst()));
    }
    return level.isExact()
        ? Phrase.NONE
        : Phrase.of("level.least", "level", Words.of(level.best()));
  }

  /// The whole of what is known of a level, as a sentence.
  public static Phrase spoken(Interval level) {
    if (!Mark.isDetermined(level)) {
      return Phrase.of("level.spoken.not-determined");
    }
    if (level.isExact()) {
      return Phrase.of("level.spoken.exact", "level", Words.of(level.worst()));
    }
    return Phrase.of(
        "level.spoken.between", "worst", Words.of(level.worst()), "best", Words.of(level.best()));
  }
}
