package lenswacht.assessment;

/// Whether a requirement is met, as far as was seen.
public enum Verdict {
  /// Evidence shows that it is met.
  SATISFIED,
  /// Evidence shows that it is not met.
  NOT_SATISFIED,
  /// Nothing shows either.
  NOT_DETERMINED,
  /// It does not apply here.
  NOT_APPLICABLE
}
