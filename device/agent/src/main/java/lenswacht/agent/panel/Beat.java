package lenswacht.agent.panel;

import java.time.Duration;

/// One stretch of a rhythm.
///
/// @param on lit or sounding
/// @param length longer than nothing
public record Beat(boolean on, Duration length) {
  public Beat {
    if (!length.isPositive()) {
      throw new IllegalArgumentException("a beat cannot last " + length);
    }
  }

  /// On for so many milliseconds.
  static Beat on(int millis) {
    return new Beat(true, Duration.ofMillis(millis));
  }

  /// Off for so many milliseconds.
  static Beat off(int millis) {
    return new Beat(false, Duration.ofMillis(millis));
  }
}
