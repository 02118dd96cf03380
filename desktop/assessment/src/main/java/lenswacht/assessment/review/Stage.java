package lenswacht.assessment.review;

/// How far a statement is, in order.
public enum Stage {
  /// Proposed by the machine.
  DRAFT,
  /// Prepared and passed on.
  HANDLED,
  /// One assessor has filed.
  FIRST_ASSESSMENT,
  /// Both have filed.
  SECOND_ASSESSMENT,
  /// Determined by name.
  DETERMINED
}
