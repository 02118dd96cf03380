package lenswacht.assessment.review;

import java.time.LocalDate;

/// Another conclusion than the machine's, for a while. It never takes the machine's away.
///
/// @param instead what is concluded
/// @param reason why
/// @param source where that is written
/// @param owner who answers for it
/// @param until the last day on which it holds
public record Deviation(
    Conclusion instead, String reason, String source, String owner, LocalDate until) {
  /// Longest text, in characters.
  public static final int LONGEST = 2_000;

  public Deviation {
    reason = Opinion.text(reason, "a reason");
    source = Opinion.text(source, "a source");
    owner = Opinion.text(owner, "an owner");
  }

  /// Whether it holds on a day.
  public boolean isInForce(LocalDate onDay) {
    return !onDay.isAfter(until);
  }
}
