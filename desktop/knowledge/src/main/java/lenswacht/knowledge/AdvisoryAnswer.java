package lenswacht.knowledge;

import java.util.List;

/// What one vulnerability means for one product, as far as is known.
///
/// @param cve its public number
/// @param advisories the rows that carry the answer; the first decides
/// @param outcome the answer
/// @param open what would decide it, empty where it is decided
public record AdvisoryAnswer(
    String cve, List<Advisory> advisories, Outcome outcome, List<Open> open) {
  public AdvisoryAnswer {
    advisories = List.copyOf(advisories);
    open = List.copyOf(open);
  }

  /// The answers. Never is a missing fact an answer of its own.
  public enum Outcome {
    /// Model and firmware are known and lie in the stated range.
    CONFIRMED,
    /// Model and firmware are known, but the advisory does not say enough to tell.
    POSSIBLE,
    /// Something is not known of the product that would tell.
    NOT_DETERMINED,
    /// The firmware lies outside every stated range of these models.
    NOT_AFFECTED
  }

  /// What would decide.
  public enum Open {
    /// The model of the asset.
    MODEL,
    /// The version of its firmware, in a shape that can be compared.
    FIRMWARE,
    /// The day its firmware was built.
    BUILD_DAY,
    /// A word of the maker on this model: the advisory covers some models of a wider series.
    SERIES,
    /// A word of the maker on this firmware: it lies in a gap that nobody states.
    GAP,
    /// A word of the maker on any range: none is published.
    BOUND,
    /// A word of the maker on this line of firmware: only other lines are stated.
    LINE
  }

  /// Whether a word of the maker would decide; otherwise it is a fact of the asset.
  public boolean isForTheMaker() {
    return outcome == Outcome.POSSIBLE;
  }
}
