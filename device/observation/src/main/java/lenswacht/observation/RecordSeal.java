package lenswacht.observation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals the records behind one opening: AES-256-GCM, the record's number as nonce, so that no
/// nonce serves twice under the opening's own key. For one thread at a time.
final class RecordSeal {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final Cipher cipher;

  RecordSeal(Bytes contentKey) {
    this.key = new SecretKeySpec(contentKey.toArray(), "AES");
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has AES-GCM", absent);
    }
  }

  /// `json`, padded and sealed, as Base64.
  byte[] seal(long sequence, byte[] json) {
    byte[] padded = Arrays.copyOf(json, padded(json.length));
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    try {
      start(Cipher.ENCRYPT_MODE, sequence);
      return Base64.getEncoder().encode(cipher.doFinal(padded));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a record cannot be sealed", impossible);
    }
  }

  /// What was sealed.
  ///
  /// @throws MalformedFactException if it was sealed otherwise, or altered since
  byte[] open(long sequence, byte[] base64) throws MalformedFactException {
    try {
      start(Cipher.DECRYPT_MODE, sequence);
      return cipher.doFinal(Base64.getDecoder().decode(base64));
    } catch (AEADBadTagException | IllegalArgumentException altered) {
      throw new MalformedFactException("what is sealed in the line was altered");
    } catch (GeneralSecurityException tooShort) {
      throw new MalformedFactException("what is sealed in the line is no sealed record");
    }
  }

  private void start(int mode, long sequence) throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(NONCE).putInt(0).putLong(sequence).array();
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((sequence + " " + LineKind.SEALED.word()).getBytes(StandardCharsets.US_ASCII));
  }

  /// The length is rounded up so that its low digits tell little of what was seen (Padmé): at most
  /// an eighth more.
  static int padded(int length) {
    if (length < 2) {
      return length;
    }
    int exponent = 31 - Integer.numberOfLeadingZeros(length);
    int digits = 32 - Integer.numberOfLeadingZeros(exponent);
    int mask = (1 << Math.max(0, exponent - digits)) - 1;
    return (length + mask) & ~mask;
  }
}
