package lenswacht.simulator;

import java.util.Locale;
import java.util.Optional;

/// How a simulated host treats those who speak to it.
public enum Behaviour {
  /// Answers at once.
  NORMAL,
  /// Answers in full after a pause.
  SLOW,
  /// Accepts connections and datagrams, reads them and says nothing.
  SILENT,
  /// Answers at once, with bytes that are partly wrong. The same bytes at every run.
  GARBLED,
  /// Answers over TCP one byte at a time.
  DRIP;

  /// The behaviour a building file names, in lower case; empty if there is no such behaviour.
  static Optional<Behaviour> of(String word) {
    for (Behaviour behaviour : values()) {
      if (behaviour.word().equals(word)) {
        return Optional.of(behaviour);
      }
    }
    return Optional.empty();
  }

  /// The word for it in a building file.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
