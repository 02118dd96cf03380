package lenswacht.knowledge.feed;

/// A range of versions of one product as a feed states it.
///
/// @param subject the product and what is said of it
/// @param shape how far the range can be compared
/// @param from first, or `>` and the last before it; empty where open
/// @param through last, empty where open
/// @param below first that is no longer in the range, empty where not stated
/// @param text the range as stated
public record StatedRange(
    Subject subject, Shape shape, String from, String through, String below, String text) {

  /// The product of a range and what is said of it.
  ///
  /// @param vendor as stated
  /// @param product as stated
  /// @param status what the feed says of the range
  public record Subject(String vendor, String product, Status status) {}

  /// What a feed says of a range.
  public enum Status {
    /// It is affected.
    AFFECTED,
    /// It is not affected.
    NOT_AFFECTED,
    /// It carries the fix.
    FIXED,
    /// Its maker is looking into it.
    INVESTIGATED,
    /// Nothing is said.
    NOT_DETERMINED
  }

  /// How far a range can be compared.
  public enum Shape {
    /// All ends are versions.
    VERSION,
    /// All ends are days of a build, written as ISO 8601. Never compared with a version.
    BUILD_DAY,
    /// It says of all versions that they are meant.
    ALL,
    /// No end is stated: every version, or none in particular.
    ANY,
    /// Words that are not understood. The product is kept, the range is not used.
    PROSE
  }
}
