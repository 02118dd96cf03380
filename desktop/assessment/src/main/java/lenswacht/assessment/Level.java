package lenswacht.assessment;

/// The five steps of every factor, likelihood, impact and rating, in rising order.
public enum Level {
  /// 0
  VERY_LOW(0),
  /// 1
  LOW(1),
  /// 2
  MODERATE(2),
  /// 3
  HIGH(3),
  /// 4
  VERY_HIGH(4);

  private final int number;

  Level(int number) {
    this.number = number;
  }

  /// Its number, 0 to 4.
  public int number() {
    return number;
  }

  /// The level with this number, 0 to 4.
  public static Level of(int number) {
    return values()[number];
  }

  /// The higher of the two.
  public Level max(Level other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
