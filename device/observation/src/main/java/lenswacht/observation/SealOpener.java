package lenswacht.observation;

import java.util.Optional;

/// Gets content keys out again.
public interface SealOpener {
  /// Opens nothing: for who verifies a journal without reading it.
  SealOpener NONE = opening -> Optional.empty();

  /// The content key of the lines behind `opening`; empty where they were sealed to others only.
  Optional<Bytes> contentKey(JournalOpening opening);
}
