package lenswacht.report.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import lenswacht.report.content.PrintableText;

/// Identifiers and texts as exchange files want them. An identifier follows from what it names
/// (RFC 9562, version 5), so that the same case gives the same file.
final class Names {
  private static final UUID SPACE = UUID.fromString("6f3c1b1e-6a0d-5f0e-9a53-3d0d3f9f1c57");
  private static final int LONGEST = 4_000;

  private final String of;

  /// @param of what tells one case from another
  Names(String of) {
    this.of = of;
  }

  /// The identifier of what these words name, within the case.
  String id(String... words) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(
          ByteBuffer.allocate(16)
              .putLong(SPACE.getMostSignificantBits())
              .putLong(SPACE.getLeastSignificantBits())
              .array());
      digest.update((of + "\n" + String.join("\n", words)).getBytes(StandardCharsets.UTF_8));
      ByteBuffer octets = ByteBuffer.wrap(digest.digest());
      long high = (octets.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
      long low = (octets.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
      return new UUID(high, low).toString();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// A text without line ends and blanks at its ends, and never empty.
  static String text(String text) {
    String bare = PrintableText.of(text, LONGEST).strip();
    return bare.isEmpty() ? "-" : bare;
  }

  /// A name of letters, digits, points, dashes and underscores that begins with a letter.
  static String token(String text) {
    String bare = text.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    return bare.isEmpty() || !Character.isLetter(bare.charAt(0)) ? "_" + bare : bare;
  }
}
