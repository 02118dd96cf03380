package lenswacht.assessment.advisory;

import java.util.List;
import java.util.Optional;
import lenswacht.knowledge.Advisory;
import lenswacht.knowledge.Mark;

/// What one vulnerability means for one product, as far as is known.
///
/// @param cve its public number
/// @param advisories the rows that carry the answer; the first decides
/// @param outcome the answer
/// @param open what would decide it, empty where it is decided
/// @param held what of the firmware was held against the rows: its version, or the day it was
///     built; empty where neither was known
/// @param mark what public lists say of the vulnerability besides; empty where nothing was imported
public record AdvisoryAnswer(
    String cve,
    List<Advisory> advisories,
    Outcome outcome,
    List<Open> open,
    Optional<String> held,
    Optional<Mark> mark) {
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
    /// The hardware line or revision of the asset.
    HARDWARE,
    /// The version of its firmware.
    FIRMWARE,
    /// Its version in a form that its maker's grammar reads; the one that was seen is none.
    FORM,
    /// The day its firmware was built.
    BUILD_DAY,
    /// A word of the maker on this model: the advisory covers some models of a wider series.
    SERIES,
    /// A word of the maker on this firmware: it lies in a gap that nobody states.
    GAP,
    /// A word of the maker on any range: none is published.
    BOUND,
    /// A word of the maker on this line of firmware: only other lines are stated.
    LINE,
    /// A word of the firm on the label: it sells the maker's product under its own name.
    LABEL,
    /// A word of the maker: it says that it is looking into it.
    INVESTIGATED,
    /// A word of the maker: sources contradict each other on this firmware.
    SOURCES,
    /// A word of the register: it withdrew the number.
    WITHDRAWN;

    /// Whether it is a fact of the asset, which its owner can look up; otherwise a word of a firm.
    public boolean isOfTheAsset() {
      return switch (this) {
        case MODEL, HARDWARE, FIRMWARE, FORM, BUILD_DAY -> true;
        case SERIES, GAP, BOUND, LINE, LABEL -> false;
        case INVESTIGATED, SOURCES, WITHDRAWN -> false;
      };
    }
  }

  /// Whether the product is covered or could be.
  public boolean mayCover() {
    return outcome != Outcome.NOT_AFFECTED;
  }

  /// Whether model and firmware lie in the stated range.
  public boolean isConfirmed() {
    return outcome == Outcome.CONFIRMED;
  }

  /// The row that decides.
  public Advisory first() {
    return advisories.getFirst();
  }
}
