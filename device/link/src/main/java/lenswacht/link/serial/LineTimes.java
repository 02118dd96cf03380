package lenswacht.link.serial;

import java.time.Duration;

/// The clockwork of a line.
///
/// @param retry a packet that is not acknowledged after this long is sent again
/// @param beat an end that has nothing to say says so after this long
/// @param silence an end that was not heard for this long is gone
public record LineTimes(Duration retry, Duration beat, Duration silence) {
  /// What holds in earnest.
  public static final LineTimes USUAL =
      new LineTimes(Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(10));
}
