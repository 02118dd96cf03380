package lenswacht.agent.panel;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/// The battery, as far as its gauge tells. What it does not tell is empty, never fine.
///
/// @param percent what is left in it
/// @param left how long that lasts
/// @param isCharging whether it is being filled
public record Battery(OptionalInt percent, Optional<Duration> left, boolean isCharging) {
  /// Nothing is known of a battery.
  public static final Battery NOT_DETERMINED =
      new Battery(OptionalInt.empty(), Optional.empty(), false);

  /// From here on down the device ends its work by itself, in percent.
  public static final int END_PERCENT = 5;

  public Battery {
    if (percent.isPresent() && (percent.getAsInt() < 0 || percent.getAsInt() > 100)) {
      throw new IllegalArgumentException("a battery cannot be " + percent.getAsInt() + " % full");
    }
  }

  /// How urgently it must be charged: 0 not at all; 1, 2 and 3 below 20, 10 and 5 percent.
  int urgency() {
    if (isCharging || percent.isEmpty()) {
      return 0;
    }
    int now = percent.getAsInt();
    return now < END_PERCENT ? 3 : now < 10 ? 2 : now < 20 ? 1 : 0;
  }

  /// How long until the device ends its work by itself.
  Optional<Duration> untilEnd() {
    return left.filter(_ -> percent.isPresent() && percent.getAsInt() > 0)
        .map(
            time ->
                time.multipliedBy(Math.max(0, percent.getAsInt() - END_PERCENT))
                    .dividedBy(percent.getAsInt()));
  }
}
