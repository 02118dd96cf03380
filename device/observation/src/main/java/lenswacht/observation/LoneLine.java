package lenswacht.observation;

import java.util.Arrays;
import java.util.Optional;

/// Reads single lines of a journal that was verified as a whole.
public final class LoneLine {
  private static final int BEHIND_HASH = 65;

  private LoneLine() {}

  /// The record in a line.
  ///
  /// @param raw the line without its line feed
  /// @param contentKey what opens it, where it is sealed
  /// @throws MalformedFactException if it is no record, or another key opens it
  public static JournalLine read(byte[] raw, Optional<Bytes> contentKey)
      throws MalformedFactException {
    byte[] text = text(raw);
    if (text[0] == '{') {
      return FactJson.read(text, JournalLine.class);
    }
    MarkedLine line = MarkedLine.of(text);
    if (line.kind() != LineKind.SEALED || contentKey.isEmpty()) {
      throw new MalformedFactException("the line holds no record that can be read here");
    }
    return FactJson.read(
        new RecordSeal(contentKey.get()).open(line.sequence(), line.body()), JournalLine.class);
  }

  /// The opening in a line.
  ///
  /// @param raw the line without its line feed
  /// @throws MalformedFactException if it is none
  public static JournalOpening opening(byte[] raw) throws MalformedFactException {
    MarkedLine line = MarkedLine.of(text(raw));
    if (line.kind() != LineKind.OPEN) {
      throw new MalformedFactException("the line is no opening");
    }
    return FactJson.read(line.body(), JournalOpening.class);
  }

  private static byte[] text(byte[] raw) throws MalformedFactException {
    if (raw.length <= BEHIND_HASH) {
      throw new MalformedFactException("a line is too short");
    }
    return Arrays.copyOfRange(raw, BEHIND_HASH, raw.length);
  }
}
