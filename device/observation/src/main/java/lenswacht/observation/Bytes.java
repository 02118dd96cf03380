package lenswacht.observation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// An immutable run of bytes with value equality. Unit: octets; any length including zero.
public final class Bytes {
  /// No bytes at all.
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] octets;

  private Bytes(byte[] octets) {
    this.octets = octets;
  }

  /// A copy of `octets`.
  public static Bytes of(byte... octets) {
    return octets.length == 0 ? EMPTY : new Bytes(octets.clone());
  }

  /// The UTF-8 bytes of `text`.
  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The bytes that `hex` spells; blanks are ignored.
  ///
  /// @throws IllegalArgumentException if `hex` is no even run of hexadecimal digits
  public static Bytes fromHex(String hex) {
    return new Bytes(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  /// The bytes that `base64` (RFC 4648, standard alphabet) spells.
  ///
  /// @throws IllegalArgumentException if `base64` is malformed
  public static Bytes fromBase64(String base64) {
    return new Bytes(Base64.getDecoder().decode(base64));
  }

  /// Number of octets.
  public int length() {
    return octets.length;
  }

  /// The octet at `index`, 0 to 255.
  public int at(int index) {
    return octets[index] & 0xff;
  }

  /// A copy as an array.
  public byte[] toArray() {
    return octets.clone();
  }

  /// The octets from `from` (inclusive) to `to` (exclusive).
  public Bytes slice(int from, int to) {
    return new Bytes(Arrays.copyOfRange(octets, from, to));
  }

  /// The first `limit` octets, or all of them where there are fewer.
  public Bytes head(int limit) {
    return octets.length <= limit ? this : slice(0, limit);
  }

  /// Lower-case hexadecimal digits.
  public String hex() {
    return HexFormat.of().formatHex(octets);
  }

  /// RFC 4648 standard Base64 with padding.
  public String base64() {
    return Base64.getEncoder().encodeToString(octets);
  }

  /// Text with one character per octet (ISO 8859-1); never fails and loses nothing.
  public String latin1() {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  /// Text read as UTF-8; malformed parts become U+FFFD.
  public String utf8() {
    return new String(octets, StandardCharsets.UTF_8);
  }

  /// SHA-256 of these bytes, 32 octets.
  public Bytes sha256() {
    try {
      return new Bytes(MessageDigest.getInstance("SHA-256").digest(octets));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && MessageDigest.isEqual(octets, that.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  @Override
  public String toString() {
    return octets.length <= 32 ? hex() : slice(0, 32).hex() + "... (" + octets.length + " bytes)";
  }
}
