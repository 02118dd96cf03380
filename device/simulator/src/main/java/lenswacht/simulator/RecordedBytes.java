package lenswacht.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// Bytes as they were recorded. They never change.
public final class RecordedBytes {
  /// No bytes.
  public static final RecordedBytes NONE = new RecordedBytes(new byte[0]);

  private final byte[] bytes;

  private RecordedBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A copy of `bytes`.
  public static RecordedBytes of(byte[] bytes) {
    return new RecordedBytes(bytes.clone());
  }

  /// The bytes that Base64 `text` stands for.
  ///
  /// @throws IllegalArgumentException if `text` is not Base64
  static RecordedBytes fromBase64(String text) {
    return new RecordedBytes(Base64.getDecoder().decode(text));
  }

  /// One byte for each character of `text`, which has none above U+00FF.
  ///
  /// @throws IllegalArgumentException if a character does not fit in a byte
  static RecordedBytes fromLatin1(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xff) {
        throw new IllegalArgumentException("the character at " + i + " does not fit in a byte");
      }
    }
    return new RecordedBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// A copy of the bytes.
  public byte[] toArray() {
    return bytes.clone();
  }

  /// One character for each byte.
  public String latin1() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /// How many there are.
  public int length() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordedBytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
