package lenswacht.assessment;

/// The five steps of every factor, likelihood, impact and rating, in rising order.
public enum Level {
  /// 0
  VERY_LOW,
  /// 1
  LOW,
  /// 2
  MODERATE,
  /// 3
  HIGH,
  /// 4
  VERY_HIGH;

  /// The level with this number, 0 to 4.
  public static Level of(int number) {
    return values()[number];
  }

  /// The higher of the two.
  public Level max(Level other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
