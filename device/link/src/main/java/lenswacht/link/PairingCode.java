package lenswacht.link;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import lenswacht.observation.Bytes;

/// The arithmetic of pairing (decision 0014): what the console commits to, and the eight digits
/// that both persons compare.
final class PairingCode {
  private static final String COMMITMENT = "LENSWACHT PAIRING 1 COMMITMENT\n";
  private static final String DIGITS = "LENSWACHT PAIRING 1 DIGITS\n";
  private static final BigInteger HUNDRED_MILLION = BigInteger.valueOf(100_000_000);

  private PairingCode() {}

  /// SHA-256 over a heading line, both keys and the console's nonce. The keys bind the commitment
  /// to this one pair of ends.
  static Bytes commitment(Bytes consoleKey, Bytes deviceKey, Bytes consoleNonce) {
    return hash(COMMITMENT, consoleKey, deviceKey, consoleNonce);
  }

  /// Eight decimal digits: the first eight octets of a SHA-256 over a heading line, both keys and
  /// both nonces, read as a number with the highest octet first, modulo 10^8.
  static String digits(Bytes consoleKey, Bytes deviceKey, Bytes consoleNonce, Bytes deviceNonce) {
    Bytes hash = hash(DIGITS, consoleKey, deviceKey, consoleNonce, deviceNonce);
    BigInteger number = new BigInteger(1, hash.head(8).toArray()).mod(HUNDRED_MILLION);
    String digits = number.toString();
    return "0".repeat(8 - digits.length()) + digits;
  }

  /// Each part is preceded by its length as four octets, so that no two lists of parts give the
  /// same octets.
  private static Bytes hash(String heading, Bytes... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(heading.getBytes(StandardCharsets.US_ASCII));
      for (Bytes part : parts) {
        digest.update(ByteBuffer.allocate(4).putInt(part.length()).array());
        digest.update(part.toArray());
      }
      return Bytes.of(digest.digest());
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
