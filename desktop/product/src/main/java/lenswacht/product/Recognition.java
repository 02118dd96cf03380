package lenswacht.product;

import java.util.List;
import java.util.Optional;

/// Whether a line names a product whose maker is known.
///
/// @param product the line
/// @param state how it was recognised
/// @param candidates what it may be, likeliest first; one where it is recognised
/// @param sameAs the row of the first line on the same product, counted from 0; empty for the first
/// @param confirmed whether a person confirmed the first candidate
public record Recognition(
    ListedProduct product,
    State state,
    List<Candidate> candidates,
    Optional<Integer> sameAs,
    boolean confirmed) {
  public Recognition {
    candidates = List.copyOf(candidates);
  }

  /// How sure it is what a line names.
  public enum State {
    /// The label and the maker behind it are known.
    RECOGNISED,
    /// It looks like something known; a person has to confirm it.
    LIKELY,
    /// Nothing is known of it.
    UNKNOWN
  }

  /// What a line may be.
  ///
  /// @param brand the name on the label, in the spelling of the catalogue
  /// @param maker who makes it; empty where the label is known and the maker behind it is not
  /// @param percent how sure, 0 to 100
  public record Candidate(String brand, Optional<String> maker, int percent) {}

  /// Whether an earlier line names the same product.
  public boolean isDouble() {
    return sameAs.isPresent();
  }

  /// What counts: the one candidate of a recognised line, or the one that a person confirmed.
  public Optional<Candidate> settled() {
    return state == State.RECOGNISED || confirmed
        ? candidates.stream().findFirst()
        : Optional.empty();
  }
}
