package lenswacht.observation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// The rule that ties the lines of a journal together.
///
/// A line is `HASH SPACE TEXT LF` with HASH = SHA-256(hash of the line before, 32 octets, zeros for
/// the first || TEXT) as 64 lower-case hex digits. In version 1 TEXT is the JSON of a record, in
/// version 2 it is `NUMBER SPACE KIND SPACE BODY`. Whoever can compute SHA-256 can verify the
/// chain.
final class JournalChain {
  /// Longest line in octets, hash and line feed included.
  static final int LONGEST_LINE = 2 << 20;

  /// Longest record in octets: sealed and in Base64 it still fits a line.
  static final int LONGEST_JSON = LONGEST_LINE / 4 * 3 - 1024;

  /// What is said of a line that [#hasLostItsFeed].
  static final String LOST_FEED = "the line ends in another octet than its line feed";

  private static final int HASH_DIGITS = 64;
  private static final HexFormat HEX = HexFormat.of();

  private final MessageDigest digest = sha256();
  private byte[] last = new byte[32];

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }

  /// Hash of the last line, 32 octets.
  Bytes last() {
    return Bytes.of(last);
  }

  /// Goes on behind a line with this hash.
  void resumeAt(Bytes hash) {
    last = hash.toArray();
  }

  /// The whole line that `text` becomes as the next one.
  byte[] append(byte[] text) {
    last = hashOf(text, 0, text.length);
    byte[] line = new byte[HASH_DIGITS + 1 + text.length + 1];
    byte[] digits = HEX.formatHex(last).getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(digits, 0, line, 0, HASH_DIGITS);
    line[HASH_DIGITS] = ' ';
    System.arraycopy(text, 0, line, HASH_DIGITS + 1, text.length);
    line[line.length - 1] = '\n';
    return line;
  }

  /// Takes `line`, without its line feed, as the next one and gives its text.
  ///
  /// @throws MalformedFactException if it does not continue the chain
  byte[] take(byte[] line) throws MalformedFactException {
    if (line.length < HASH_DIGITS + 3 || line[HASH_DIGITS] != ' ') {
      throw new MalformedFactException("the line has no hash");
    }
    byte[] claimed;
    try {
      String digits = new String(line, 0, HASH_DIGITS, StandardCharsets.ISO_8859_1);
      if (digits.chars().anyMatch(digit -> digit >= 'A' && digit <= 'F')) {
        throw new MalformedFactException("the hash is not in lower case");
      }
      claimed = HEX.parseHex(digits);
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

  /// Whether `rest`, what stands at the end of a journal without a line feed, is a whole line with
  /// another octet where its line feed was. A line that was cut off never is.
  static boolean hasLostItsFeed(Bytes before, byte[] rest) {
    JournalChain chain = new JournalChain();
    chain.resumeAt(before);
    try {
      chain.take(Arrays.copyOf(rest, Math.max(0, rest.length - 1)));
      return true;
    } catch (MalformedFactException cutOff) {
      return false;
    }
  }

  /// The hash of a line with this text behind a line with this hash.
  static Bytes hash(Bytes before, byte[] text) {
    JournalChain chain = new JournalChain();
    chain.resumeAt(before);
    return Bytes.of(chain.hashOf(text, 0, text.length));
  }

  private byte[] hashOf(byte[] text, int from, int length) {
    digest.update(last);
    digest.update(text, from, length);
    return digest.digest();
  }
}
