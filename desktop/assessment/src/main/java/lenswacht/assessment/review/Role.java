package lenswacht.assessment.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody does for a review.
public enum Role {
  /// Ran the scan.
  OPERATOR,
  /// Collects and prepares, and passes on.
  HANDLER,
  /// Assesses.
  FIRST,
  /// Assesses without having had a hand in it before.
  SECOND;

  /// Whether it assesses.
  public boolean isAssessor() {
    return this == FIRST || this == SECOND;
  }

  /// As files write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role with this word.
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
