package lenswacht.observation;

/// How much a scan run asks. A run never goes beyond the intrusiveness of its mandate, whatever its
/// level.
public enum ScanLevel {
  /// Nothing is sent.
  LISTEN,
  /// The ordinary questions, and those that the answers point to.
  CAREFUL,
  /// Every question that applies, in every place, and silent addresses once more.
  THOROUGH
}
