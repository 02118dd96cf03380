package lenswacht.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import lenswacht.observation.ClockTrust;

/// The clock of the device. One that nobody vouches for can be set by a console; the clock of the
/// computer itself is never touched.
final class DeviceClock implements InstantSource {
  private final InstantSource own;
  private ClockTrust trust;
  private Duration ahead = Duration.ZERO;

  /// @param own the computer's clock
  /// @param trust how far that can be trusted
  DeviceClock(InstantSource own, ClockTrust trust) {
    this.own = own;
    this.trust = trust;
  }

  @Override
  public synchronized Instant instant() {
    return own.instant().plus(ahead);
  }

  /// How far it can be trusted now.
  synchronized ClockTrust trust() {
    return trust;
  }

  /// What the computer's clock says.
  Instant own() {
    return own.instant();
  }

  /// Whether it has no better grounds for its time than a console's word.
  synchronized boolean takesAdvice() {
    return switch (trust) {
      case UNKNOWN, SET_BY_CONSOLE -> true;
      case REAL_TIME_CLOCK, COMPUTER -> false;
    };
  }

  /// Sets it, where it takes advice.
  ///
  /// @param then what the computer's clock said
  /// @param at what the time was
  synchronized void set(Instant then, Instant at) {
    if (takesAdvice()) {
      ahead = Duration.between(then, at);
      trust = ClockTrust.SET_BY_CONSOLE;
    }
  }
}
