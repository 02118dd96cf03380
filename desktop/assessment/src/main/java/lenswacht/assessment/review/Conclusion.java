package lenswacht.assessment.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lenswacht.assessment.Level;

/// What a person can conclude. There is no other conclusion, and none says more than was seen.
public enum Conclusion {
  /// What is known does not suffice to say either.
  CANNOT_TELL,
  /// It was looked at, and was not seen there. Says nothing about elsewhere or another moment.
  NOT_OBSERVED,
  /// What was seen fits, and may have another cause.
  CONSISTENT_WITH,
  /// It was seen.
  OBSERVED,
  /// A requirement of the policy pack is not met.
  NOT_ALLOWED,
  /// The level, for ratings.
  VERY_LOW,
  /// The level, for ratings.
  LOW,
  /// The level, for ratings.
  MODERATE,
  /// The level, for ratings.
  HIGH,
  /// The level, for ratings.
  VERY_HIGH;

  /// The conclusion that a rating is of `level`.
  public static Conclusion of(Level level) {
    return valueOf(level.name());
  }

  /// Its level; empty where it is none.
  public Optional<Level> level() {
    return isLevel() ? Optional.of(Level.valueOf(name())) : Optional.empty();
  }

  /// Whether it is a level.
  public boolean isLevel() {
    return compareTo(VERY_LOW) >= 0;
  }

  /// As files write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The conclusion with this word.
  public static Optional<Conclusion> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /// The levels, the lowest first.
  static List<Conclusion> levels() {
    return Arrays.stream(values()).filter(Conclusion::isLevel).toList();
  }

  /// The claims, the one that says least first.
  static List<Conclusion> claims() {
    return Arrays.stream(values()).filter(one -> !one.isLevel()).toList();
  }
}
