package lenswacht.report;

import java.util.Locale;
import java.util.Optional;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;
import lenswacht.assessment.Severity;
import lenswacht.assessment.Verdict;

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
  Html.Element of(Level level) {
    return Html.element("span", symbol(level) + " " + wording.say("level", level))
        .of("mark " + shade(level));
  }

  /// The headline, and beside it what is open.
  Html of(Interval interval) {
    if (interval.isExact()) {
      return of(interval.worst());
    }
    return Html.several(
        of(interval.worst()),
        Html.text(" "),
        Html.element("span", OPEN + " " + wording.say("level.open", word(interval.best())))
            .of("open"));
  }

  /// The headline of a site, if anything was rated.
  Html of(Optional<Interval> interval) {
    return interval.map(this::of).orElseGet(() -> notDetermined("level.not-rated"));
  }

  /// A hatch with a text beside it.
  Html notDetermined(String key) {
    return Html.element("span", OPEN + " " + wording.say(key)).of("open");
  }

  Html of(Severity severity) {
    Level level =
        switch (severity) {
          case CRITICAL -> Level.VERY_HIGH;
          case HIGH -> Level.HIGH;
          case MEDIUM -> Level.MODERATE;
          case LOW -> Level.LOW;
          case INFO -> Level.VERY_LOW;
        };
    return Html.element("span", symbol(level) + " " + wording.say("severity", severity))
        .of("mark " + shade(level));
  }

  Html of(Verdict verdict) {
    return switch (verdict) {
      case SATISFIED -> Html.text(LOW + " " + wording.say("verdict", verdict));
      case NOT_SATISFIED -> Html.element("strong", HIGH + " " + wording.say("verdict", verdict));
      case NOT_DETERMINED ->
          Html.element("span", OPEN + " " + wording.say("verdict", verdict)).of("open");
      case NOT_APPLICABLE -> Html.text("– " + wording.say("verdict", verdict));
    };
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

  /// The shades of the style sheet, from white to almost black.
  private static String shade(Level level) {
    return switch (level) {
      case VERY_HIGH -> "level4";
      case HIGH -> "level3";
      case MODERATE -> "level2";
      case LOW -> "level1";
      case VERY_LOW -> "level0";
    };
  }
}
