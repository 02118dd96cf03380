package lenswacht.knowledge;

/// The three answers. Combined as in Kleene's logic: what is not determined stays so unless the
/// other side decides.
public enum Truth {
  /// It holds.
  YES,
  /// It does not hold.
  NO,
  /// Nobody looked, or nothing shows either.
  NOT_DETERMINED;

  /// YES or NO.
  public static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  /// Whether both hold.
  public Truth and(Truth other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES && other == YES ? YES : NOT_DETERMINED;
  }

  /// Whether at least one holds.
  public Truth or(Truth other) {
    if (this == YES || other == YES) {
      return YES;
    }
    return this == NO && other == NO ? NO : NOT_DETERMINED;
  }
}
