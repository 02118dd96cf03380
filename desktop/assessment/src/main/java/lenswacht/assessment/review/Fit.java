package lenswacht.assessment.review;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import lenswacht.knowledge.Truth;

/// Whether what people decided before still fits what is proposed now.
///
/// @param state how it is
/// @param differences what reads otherwise now
/// @param oldHash hash of the content that was decided on, where it is another
public record Fit(State state, List<Difference> differences, Optional<String> oldHash) {
  /// Nobody decided yet.
  static final Fit NEW = new Fit(State.NEW, List.of(), Optional.empty());

  public Fit {
    differences = List.copyOf(differences);
  }

  static Fit of(State state) {
    return new Fit(state, List.of(), Optional.empty());
  }

  /// How it is.
  public enum State {
    /// Nobody decided yet.
    NEW(Truth.NOT_DETERMINED),
    /// It says what it said.
    FITS(Truth.YES),
    /// It says something else.
    CHANGED(Truth.NO),
    /// It stood on a deviation that ended or was withdrawn.
    DEVIATION_ENDED(Truth.NO),
    /// An assessor turned out not to be independent.
    NOT_INDEPENDENT(Truth.NO),
    /// The last visit did not meet what it is about.
    NOT_MET(Truth.NOT_DETERMINED),
    /// Nothing of it is proposed any more.
    NOT_PROPOSED(Truth.NOT_DETERMINED);

    private final Truth fits;

    State(Truth fits) {
      this.fits = fits;
    }

    /// Whether it still fits.
    public Truth fits() {
      return fits;
    }

    /// As files write it.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// One thing that reads otherwise.
  ///
  /// @param what name in the content
  /// @param before empty where it was not there
  /// @param after empty where it is not there
  public record Difference(String what, String before, String after) {}

  /// It was decided on as `before`, and is `after` now.
  static Fit changed(Statement before, Statement after) {
    List<Difference> differences =
        new TreeSet<>(join(before.content(), after.content()))
            .stream()
                .map(
                    what ->
                        new Difference(
                            what,
                            before.content().getOrDefault(what, ""),
                            after.content().getOrDefault(what, "")))
                .filter(one -> !one.before().equals(one.after()))
                .toList();
    if (differences.isEmpty()) {
      differences =
          List.of(new Difference("conclusion", before.proposed().word(), after.proposed().word()));
    }
    return new Fit(State.CHANGED, differences, Optional.of(before.hash()));
  }

  private static TreeSet<String> join(Map<String, String> one, Map<String, String> other) {
    TreeSet<String> names = new TreeSet<>(one.keySet());
    names.addAll(other.keySet());
    return names;
  }
}
