package lenswacht.observation;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a line of a journal is, by the word that stands in it. Lines of version 1 have none.
enum LineKind {
  /// Who signs and who may read from here on.
  OPEN,
  /// A sealed record.
  SEALED,
  /// A signature over everything before.
  SIGNED,
  /// The same, as the last line before the journal was closed.
  CLOSED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<LineKind> of(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
