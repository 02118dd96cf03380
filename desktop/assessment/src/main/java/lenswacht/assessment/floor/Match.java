package lenswacht.assessment.floor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody said of the asset that a camera on paper or seen on site is.
///
/// @param state whether anything was said
/// @param asset the name of the asset; empty unless `state` is `IS`
public record Match(State state, String asset) {
  /// Nobody said anything; the rules decide.
  public static final Match OPEN = new Match(State.OPEN, "");

  /// It is none of the assets that were found.
  public static final Match NOT_FOUND = new Match(State.NOT_FOUND, "");

  public Match {
    if (asset.isEmpty() == (state == State.IS)) {
      throw new IllegalArgumentException("a match names an asset, and nothing else does");
    }
  }

  /// It is this asset.
  public static Match is(String asset) {
    return new Match(State.IS, asset);
  }

  /// Whether anything was said.
  public enum State {
    /// Nothing.
    OPEN,
    /// It is an asset that was found.
    IS,
    /// It was not found.
    NOT_FOUND;

    /// As files and commands write it.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The state with this word.
    public static Optional<State> of(String word) {
      return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
    }
  }
}
