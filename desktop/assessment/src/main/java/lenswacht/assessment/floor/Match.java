package lenswacht.assessment.floor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody said of which one a camera on paper or seen on site is.
///
/// @param state whether anything was said
/// @param name of the asset, or of the row on paper as [Papers#key] has it; otherwise empty
public record Match(State state, String name) {
  /// Nobody said anything; the rules decide.
  public static final Match OPEN = new Match(State.OPEN, "");

  /// It is none of the assets that were found.
  public static final Match NOT_FOUND = new Match(State.NOT_FOUND, "");

  public Match {
    if (name.isEmpty() != (state == State.OPEN || state == State.NOT_FOUND)) {
      throw new IllegalArgumentException("a match names what it is, and nothing else does");
    }
  }

  /// It is this asset.
  public static Match is(String asset) {
    return new Match(State.IS, asset);
  }

  /// It is what this row on paper says, and it was not found on the network.
  public static Match onPaper(String row) {
    return new Match(State.ON_PAPER, row);
  }

  /// Whether anything was said.
  public enum State {
    /// Nothing.
    OPEN,
    /// It is an asset that was found.
    IS,
    /// It is a row on paper.
    ON_PAPER,
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
