package lenswacht.knowledge;

import java.util.List;
import java.util.Optional;

/// One published weakness in one line of products, with the range of firmware it covers.
///
/// @param cve its public number
/// @param maker as the maker register spells it
/// @param models patterns of model numbers
/// @param bound how the range is bounded
/// @param from first covered, empty where every earlier one is covered too
/// @param through last that is stated as covered, or `<` and the first that is not; empty where
///     nothing is stated
/// @param fixedFrom first that is stated as fixed, empty where none is
/// @param exact whether the models are exactly those of the advisory; otherwise the patterns are
///     wider and a match never confirms
/// @param severity `CRITICAL`, `HIGH`, `MEDIUM`, `LOW`, or `UNRATED` where no score was read
/// @param exploitedSince day it was listed as exploited, empty where it is not listed
/// @param source where this was read
/// @param date day the advisory was published
public record Advisory(
    String cve,
    String maker,
    List<String> models,
    Bound bound,
    Optional<String> from,
    Optional<String> through,
    Optional<String> fixedFrom,
    boolean exact,
    String severity,
    Optional<String> exploitedSince,
    String source,
    String date) {
  public Advisory {
    models = List.copyOf(models);
  }

  /// What the makers bound a range by. A day and a version are never compared.
  public enum Bound {
    /// The day the firmware was built.
    BUILD,
    /// The version number, with the build day where the version is equal.
    VERSION,
    /// One version, in `from`, that the advisory names without a word on any other.
    ONLY,
    /// Every firmware of these models.
    ALL,
    /// No range is stated.
    UNSTATED
  }

  /// Whether it is listed as exploited.
  public boolean isExploited() {
    return exploitedSince.isPresent();
  }

  /// Whether its severity is high or critical.
  public boolean isGrave() {
    return severity.equals("HIGH") || severity.equals("CRITICAL");
  }
}
