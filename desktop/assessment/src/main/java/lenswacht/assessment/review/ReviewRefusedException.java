package lenswacht.assessment.review;

import java.util.Locale;

/// Something cannot be done in a review.
public final class ReviewRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;
  private final String subject;

  /// @param subject whom or what it is about
  public ReviewRefusedException(Refusal refusal, String subject) {
    super(ReviewWords.in(Locale.ENGLISH).refusal(refusal, subject));
    this.refusal = refusal;
    this.subject = subject;
  }

  /// Why.
  public Refusal refusal() {
    return refusal;
  }

  /// Whom or what it is about.
  public String subject() {
    return subject;
  }
}
