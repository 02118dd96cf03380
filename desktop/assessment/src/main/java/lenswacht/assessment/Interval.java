package lenswacht.assessment;

/// A level as far as it is known: the level if every unknown turns out well, and the level if every
/// unknown turns out badly. The headline is always the worst.
///
/// @param best not above `worst`
/// @param worst the headline
public record Interval(Level best, Level worst) {
  public Interval {
    if (best.compareTo(worst) > 0) {
      throw new IllegalArgumentException("best " + best + " is above worst " + worst);
    }
  }

  /// A level that is known.
  public static Interval exactly(Level level) {
    return new Interval(level, level);
  }

  /// Whether nothing is open.
  public boolean isExact() {
    return best == worst;
  }
}
