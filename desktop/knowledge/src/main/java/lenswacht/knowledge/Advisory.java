package lenswacht.knowledge;

import java.util.List;
import java.util.Optional;

/// One published weakness in one line of products, with the range of firmware it covers.
///
/// @param cve its public number
/// @param maker as the maker register spells it
/// @param models patterns of model numbers
/// @param bound how the range is bounded
/// @param from first covered, or `>` and the last before it; empty where every earlier one is
///     covered too
/// @param through last that is stated as covered, or `<` and the first that is not; empty where
///     nothing is stated
/// @param fixedFrom first that is stated as fixed, empty where none is
/// @param exact whether the models are exactly those of the advisory; otherwise the patterns are
///     wider and a match never confirms
/// @param severity `CRITICAL`, `HIGH`, `MEDIUM`, `LOW`, or `UNRATED` where no score was read
/// @param exploitedSince day it was listed as exploited, empty where it is not listed
/// @param source where this was read
/// @param date day the advisory was published
/// @param standing what is stated of the firmware in the range
/// @param provenance where it was imported from, empty where people wrote it into the edition
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
    String date,
    Standing standing,
    Optional<Provenance> provenance) {
  public Advisory {
    models = List.copyOf(models);
  }

  /// What is stated of the firmware in a range.
  public enum Standing {
    /// It has the weakness.
    AFFECTED,
    /// It does not have it.
    NOT_AFFECTED,
    /// It carries the fix, and so does every later one of its line where no end is stated.
    FIXED,
    /// Its maker is still looking into it.
    INVESTIGATED
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

  /// The same, listed as exploited since `day`.
  public Advisory exploitedSince(String day) {
    return new Advisory(
        cve,
        maker,
        models,
        bound,
        from,
        through,
        fixedFrom,
        exact,
        severity,
        Optional.of(day),
        source,
        date,
        standing,
        provenance);
  }

  /// Whether it is listed as exploited. That it is not listed never means that it is not exploited.
  public boolean isExploited() {
    return exploitedSince.isPresent();
  }

  /// Whether its severity is high or critical.
  public boolean isGrave() {
    return severity.equals("HIGH") || severity.equals("CRITICAL");
  }
}
