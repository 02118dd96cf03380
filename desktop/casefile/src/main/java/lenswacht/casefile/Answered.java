package lenswacht.casefile;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What somebody answered to a question.
///
/// @param address the asset it is about, empty for the site as a whole
/// @param field the field of the policy pack that it fills
/// @param state whether there is an answer
/// @param value the answer; empty unless `state` is `ANSWERED`
/// @param by who said it; empty where that was not kept
/// @param note a remark or where the document lies; may be empty
/// @param at when, by the computer's clock
public record Answered(
    String address, String field, State state, String value, String by, String note, Instant at) {
  public Answered {
    if (value.isEmpty() == (state == State.ANSWERED)) {
      throw new IllegalArgumentException("an answer has a value, and nothing else has");
    }
  }

  /// Whether there is an answer. Only an answer counts; the other two leave the field without a
  /// value, which is never a "no".
  public enum State {
    /// There is one.
    ANSWERED,
    /// The person does not know.
    UNKNOWN,
    /// The person says that the question does not apply here.
    NOT_APPLICABLE;

    /// As files and commands write it.
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The state with this word.
    public static Optional<State> of(String word) {
      for (State state : values()) {
        if (state.word().equals(word)) {
          return Optional.of(state);
        }
      }
      return Optional.empty();
    }
  }
}
