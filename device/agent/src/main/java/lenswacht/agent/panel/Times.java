package lenswacht.agent.panel;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Moments and lengths of time, in few characters.
final class Times {
  private static final long MANY_SECONDS = 90;
  private static final long MANY_MINUTES = 100;

  private Times() {}

  /// `10:22:07`.
  static String second(LocalTime at) {
    return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).format(at);
  }

  /// The key of the unit in which `time` is told best.
  static String unit(Duration time) {
    if (time.toSeconds() < MANY_SECONDS) {
      return "seconds";
    }
    return time.toMinutes() < MANY_MINUTES ? "minutes" : "hours";
  }

  /// `time` in whole units.
  static long in(String unit, Duration time) {
    return switch (unit) {
      case "seconds" -> time.toSeconds();
      case "minutes" -> time.toMinutes();
      default -> time.toHours();
    };
  }
}
