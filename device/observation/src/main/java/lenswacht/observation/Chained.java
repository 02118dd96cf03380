package lenswacht.observation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// A line and how it continues the one before, of which more than one hash may come into question:
/// the one that is written there, and the one that its text gives.
///
/// @param text behind the hash
/// @param holds whether the written hash fits the text and one of the hashes before
/// @param heads the hashes of the line before that come into question
/// @param next the hashes of this line that come into question
record Chained(byte[] text, boolean holds, Set<Bytes> heads, Set<Bytes> next) {
  private static final int DIGITS = 64;

  /// After so many broken lines on end only the latest hashes come into question.
  private static final int MOST_HEADS = 8;

  static Optional<Chained> of(byte[] raw, Set<Bytes> before) {
    if (raw.length < DIGITS + 1 || raw[DIGITS] != ' ') {
      return Optional.empty();
    }
    byte[] text = Arrays.copyOfRange(raw, DIGITS + 1, raw.length);
    String digits = new String(raw, 0, DIGITS, StandardCharsets.ISO_8859_1);
    Set<Bytes> heads = new LinkedHashSet<>();
    Set<Bytes> next = new LinkedHashSet<>();
    for (Bytes head : before) {
      if (next.size() == MOST_HEADS) {
        break;
      }
      Bytes hash = JournalChain.hash(head, text);
      if (hash.hex().equals(digits)) {
        return Optional.of(new Chained(text, true, Set.of(head), Set.of(hash)));
      }
      heads.add(head);
      next.add(hash);
    }
    try {
      next.add(Bytes.fromHex(digits));
    } catch (IllegalArgumentException noHex) {
      // then its text alone says what its hash is
    }
    return Optional.of(new Chained(text, false, heads, next));
  }
}
