package lenswacht.agent.panel;

/// What came of looking.
public enum Verdict {
  /// It works, or holds.
  WORKS,
  /// It does not.
  FAILS,
  /// It was not, or could not be, looked at.
  NOT_DETERMINED
}
