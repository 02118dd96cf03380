package lenswacht.knowledge;

/// An advisory covers a product, as far as is known.
///
/// @param advisory which
/// @param certainty how far
public record AdvisoryMatch(Advisory advisory, Certainty certainty) {
  /// How far a match goes.
  public enum Certainty {
    /// Model and firmware are known and lie in the stated range.
    VERSION_CONFIRMED,
    /// Model or firmware is not known, lies in a gap that nobody stated, or the pattern is wider
    /// than the advisory.
    VERSION_UNKNOWN
  }
}
