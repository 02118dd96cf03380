package lenswacht.agent;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lenswacht.observation.Bytes;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.SignedMandate;

/// The key of one stretch of notes: AES-256-GCM, the records counted from 0 as nonces. For reading
/// or for writing one stretch once, in order.
final class NoteKey {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY = 32;

  private final SecretKey key;
  private final Cipher cipher;
  private long count;

  private NoteKey(SecretKey key) throws GeneralSecurityException {
    this.key = key;
    this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
  }

  byte[] seal(byte[] octets) {
    try {
      return next(Cipher.ENCRYPT_MODE).doFinal(octets);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a note cannot be sealed", impossible);
    }
  }

  byte[] open(byte[] octets) throws MalformedFactException {
    try {
      return next(Cipher.DECRYPT_MODE).doFinal(octets);
    } catch (GeneralSecurityException altered) {
      throw new MalformedFactException("a note was altered");
    }
  }

  private Cipher next(int mode) throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(NONCE).putInt(0).putLong(count++).array();
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  /// Derives keys from a mandate by HKDF-SHA256 (RFC 5869). Whoever has the mandate with its
  /// signature can derive them; nobody can compute the signature from what it signs.
  static final class Source {
    private final byte[] mandate;

    Source(SignedMandate mandate) {
      this.mandate = mandate.text().getBytes(StandardCharsets.UTF_8);
    }

    /// A name that tells nothing of the mandate.
    String name() {
      return HexFormat.of().formatHex(derive(Bytes.EMPTY, "name", 8).getEncoded());
    }

    /// The key of the stretch with this salt.
    NoteKey stretch(Bytes salt) {
      try {
        return new NoteKey(derive(salt, "key", KEY));
      } catch (GeneralSecurityException absent) {
        throw new IllegalStateException("every Java platform has AES-GCM", absent);
      }
    }

    private SecretKey derive(Bytes salt, String what, int octets) {
      try {
        byte[] context = ("LENSWACHT NOTES 1 " + what).getBytes(StandardCharsets.US_ASCII);
        return KDF.getInstance("HKDF-SHA256")
            .deriveKey(
                "AES",
                HKDFParameterSpec.ofExtract()
                    .addIKM(new SecretKeySpec(mandate, "Generic"))
                    .addSalt(salt.toArray())
                    .thenExpand(context, octets));
      } catch (GeneralSecurityException absent) {
        throw new IllegalStateException("every Java platform has HKDF", absent);
      }
    }
  }
}
