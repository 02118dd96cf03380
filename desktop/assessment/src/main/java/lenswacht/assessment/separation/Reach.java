package lenswacht.assessment.separation;

/// Whether something is reached, as far as it was tried.
public enum Reach {
  /// It was reached, and nothing that was tried stayed closed.
  OPEN,
  /// Some of it was reached, and some that answers elsewhere did not.
  PARTLY,
  /// What answers elsewhere did not answer from here.
  CLOSED,
  /// It was tried and nothing answered, and nothing is known there that could have.
  NOT_DETERMINED,
  /// It was not tried.
  NOT_MEASURED;

  /// Whether anything was reached.
  public boolean isReached() {
    return this == OPEN || this == PARTLY;
  }
}
