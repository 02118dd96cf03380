package lenswacht.observation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/// The rule that ties the lines of a journal together.
///
/// A line is `HASH SPACE JSON LF` with HASH = SHA-256(hash of the line before, 32 octets, zeros for
/// the first || JSON bytes) as 64 lower-case hex digits. Whoever can compute SHA-256 can verify a
/// journal.
final class JournalChain {
  /// Longest line in octets, hash and line feed included.
  static final int LONGEST_LINE = 2 << 20;

  private static final int HASH_DIGITS = 64;

  private byte[] last = new byte[32];

  /// Hash of the last line, 32 octets.
  Bytes last() {
    return Bytes.of(last);
  }

  /// Goes on behind a line with this hash.
  void resumeAt(Bytes hash) {
    last = hash.toArray();
  }

  /// The whole line that `json` becomes as the next one.
  byte[] append(byte[] json) {
    last = hashOf(json, 0, json.length);
    byte[] line = new byte[HASH_DIGITS + 1 + json.length + 1];
    byte[] digits = HexFormat.of().formatHex(last).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, line, 0, HASH_DIGITS);
    line[HASH_DIGITS] = ' ';
    System.arraycopy(json, 0, line, HASH_DIGITS + 1, json.length);
    line[line.length - 1] = '\n';
    return line;
  }

  /// Takes `line`, without its line feed, as the next one and gives its JSON.
  ///
  /// @throws MalformedFactException if it does not continue the chain
  byte[] take(byte[] line) throws MalformedFactException {
    if (line.length < HASH_DIGITS + 3 || line[HASH_DIGITS] != ' ') {
      throw new MalformedFactException("the line has no hash");
    }
    byte[] claimed;
    try {
      String digits = new String(line, 0, HASH_DIGITS, StandardCharsets.ISO_8859_1);
      if (!digits.equals(digits.toLowerCase(Locale.ROOT))) {
        throw new MalformedFactException("the hash is not in lower case");
      }
      claimed = HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException noHex) {
      throw new MalformedFactException("the line's hash is not hexadecimal");
    }
    byte[] hash = hashOf(line, HASH_DIGITS + 1, line.length - HASH_DIGITS - 1);
    if (!MessageDigest.isEqual(claimed, hash)) {
      throw new MalformedFactException("the line's hash does not fit its text and the line before");
    }
    last = hash;
    return Arrays.copyOfRange(line, HASH_DIGITS + 1, line.length);
  }

  private byte[] hashOf(byte[] json, int from, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(last);
      digest.update(json, from, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
