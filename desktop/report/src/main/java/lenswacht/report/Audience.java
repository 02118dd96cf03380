package lenswacht.report;

import java.util.Locale;
import java.util.Optional;

/// For whom a paper is written, from the least to the most that is told.
public enum Audience {
  /// Whoever asks: no addresses, names, numbers of single machines or ways to them.
  PUBLIC,
  /// The organisation: no serial numbers, names of people or octets.
  INTERNAL,
  /// Those who work on it: everything.
  CONFIDENTIAL;

  /// As commands write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The audience with this word.
  public static Optional<Audience> of(String word) {
    for (Audience audience : values()) {
      if (audience.word().equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(audience);
      }
    }
    return Optional.empty();
  }
}
