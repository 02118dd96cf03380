package lenswacht.assessment.remedy;

import java.util.Locale;
import java.util.Optional;

/// How far a remedy is.
public enum RemedyState {
  /// Somebody proposed it, or a plan does.
  PROPOSED,
  /// The owner agreed; for a remedy that touches what a camera is for this is the owner's yes.
  AGREED,
  /// The owner does not want it; plans go without.
  REFUSED,
  /// Somebody said that it was carried out. It does not count yet.
  DONE,
  /// A later visit, or a later answer, shows that what it silences is silent. Nobody can say this.
  PROVEN;

  /// As files and commands write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What a person may say: everything but proven.
  public static Optional<RemedyState> said(String word) {
    for (RemedyState state : values()) {
      if (state != PROVEN && state.word().equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
