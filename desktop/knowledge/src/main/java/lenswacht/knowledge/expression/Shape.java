package lenswacht.knowledge.expression;

/// What an expression takes a field for.
public enum Shape {
  /// `true` or `false`, from `yes` and `no`.
  YES_NO,
  /// A number.
  NUMBER,
  /// Text.
  WORD,
  /// The first moment of a day in UTC, as CEL's timestamp.
  DAY
}
