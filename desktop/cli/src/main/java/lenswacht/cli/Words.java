package lenswacht.cli;

import java.util.Locale;
import java.util.Optional;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;

/// Levels as words for a terminal.
final class Words {
  private Words() {}

  /// For example `low..high`, or `not determined`.
  static String of(Optional<Interval> interval) {
    return interval.map(Words::of).orElse("not determined");
  }

  /// For example `high`, or `low..high` where inputs are not determined.
  static String of(Interval interval) {
    return interval.isExact()
        ? of(interval.worst())
        : of(interval.best()) + ".." + of(interval.worst());
  }

  private static String of(Level level) {
    return level.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// A level in Dutch or English.
  static String of(Level level, Locale language) {
    if (!language.getLanguage().equals("nl")) {
      return of(level);
    }
    return switch (level) {
      case VERY_LOW -> "zeer laag";
      case LOW -> "laag";
      case MODERATE -> "matig";
      case HIGH -> "hoog";
      case VERY_HIGH -> "zeer hoog";
    };
  }
}
