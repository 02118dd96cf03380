package lenswacht.knowledge.feed;

/// A range of versions of one product as a feed states it.
///
/// @param vendor as stated
/// @param product as stated
/// @param status what the feed says of this range
/// @param shape how far the range can be compared
/// @param from first, empty where open
/// @param through last, empty where open
/// @param below first that is no longer in the range, empty where not stated
/// @param text the range as stated
public record StatedRange(
    String vendor,
    String product,
    Status status,
    Shape shape,
    String from,
    String through,
    String below,
    String text) {

  /// What a feed says of a range.
  public enum Status {
    /// It is affected.
    AFFECTED,
    /// It is not affected.
    NOT_AFFECTED,
    /// It carries the fix.
    FIXED,
    /// Somebody looks into it, or nothing is said.
    NOT_DETERMINED
  }

  /// How far a range can be compared.
  public enum Shape {
    /// All ends are versions.
    VERSION,
    /// All ends are days of a build. Never compared with a version.
    BUILD_DAY,
    /// No end is stated: every version, or none in particular.
    ANY,
    /// Words that are not understood. The product is kept, the range is not used.
    PROSE
  }
}
