package lenswacht.knowledge;

/// What a rule does to one factor. Written `E_EXP>=3` or `E_MIT=0`.
///
/// @param factor id
/// @param kind how
/// @param level 0 to 4
public record Effect(String factor, Kind kind, int level) {
  /// How a rule touches a factor.
  public enum Kind {
    /// The factor is at least this level.
    RAISE,
    /// The factor starts from this level instead of its base; raises still count on top.
    START
  }
}
