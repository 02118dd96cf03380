package lenswacht.observation;

/// Where the time of a journal line comes from.
public enum ClockTrust {
  /// A battery-backed clock that was set.
  REAL_TIME_CLOCK,
  /// The console set it when it was connected.
  SET_BY_CONSOLE,
  /// The clock of the computer the program runs on.
  COMPUTER,
  /// Nobody vouches for it.
  UNKNOWN
}
