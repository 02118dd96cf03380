package lenswacht.report;

import java.util.Locale;
import java.util.Optional;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;
import lenswacht.assessment.Severity;
import lenswacht.assessment.Verdict;
import lenswacht.report.content.Content;

/// How a level looks: a shape, a shade and always the word. A diamond is high, a triangle moderate,
/// a circle low, a hatch not determined.
final class LevelMark {
  private static final String HIGH = "♦";
  private static final String MIDDLE = "▲";
  private static final String LOW = "●";
  private static final String OPEN = "▒";

  private final Wording wording;

  LevelMark(Wording wording) {
    this.wording = wording;
  }

  /// One level.
  Content of(Level level) {
    return new Content.Mark(symbol(level) + " " + wording.say("level", level), level.number());
  }

  /// The headline, and beside it what is open.
  Content of(Interval interval) {
    if (interval.isExact()) {
      return of(interval.worst());
    }
    return Content.several(
        of(interval.worst()),
        Content.text(" "),
        open(wording.say("level.open", word(interval.best()))));
  }

  /// The headline, and below it in few words how low it could be.
  Content brief(Interval interval) {
    return interval.isExact()
        ? of(interval.worst())
        : Content.several(
            of(interval.worst()),
            Content.lineBreak(),
            open(wording.say("level.open.brief", word(interval.best()))));
  }

  /// The headline of a site, if anything was rated.
  Content of(Optional<Interval> interval) {
    return interval.map(this::of).orElseGet(() -> notDetermined("level.not-rated"));
  }

  /// A hatch with a text beside it.
  Content notDetermined(String key) {
    return open(wording.say(key));
  }

  Content of(Severity severity) {
    Level level =
        switch (severity) {
          case CRITICAL -> Level.VERY_HIGH;
          case HIGH -> Level.HIGH;
          case MEDIUM -> Level.MODERATE;
          case LOW -> Level.LOW;
          case INFO -> Level.VERY_LOW;
        };
    return new Content.Mark(
        symbol(level) + " " + wording.say("severity", severity), level.number());
  }

  Content of(Verdict verdict) {
    return switch (verdict) {
      case SATISFIED -> Content.text(LOW + " " + wording.say("verdict", verdict));
      case NOT_SATISFIED -> Content.strong(HIGH + " " + wording.say("verdict", verdict));
      case NOT_DETERMINED -> open(wording.say("verdict", verdict));
      case NOT_APPLICABLE -> Content.text("– " + wording.say("verdict", verdict));
    };
  }

  private static Content open(String words) {
    return Content.words(OPEN + " " + words, Content.Voice.OPEN);
  }

  private String word(Level level) {
    return wording.say("level", level).toLowerCase(Locale.ROOT);
  }

  private static String symbol(Level level) {
    return switch (level) {
      case VERY_HIGH, HIGH -> HIGH;
      case MODERATE -> MIDDLE;
      case LOW, VERY_LOW -> LOW;
    };
  }
}
