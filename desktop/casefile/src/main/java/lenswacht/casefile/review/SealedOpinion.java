package lenswacht.casefile.review;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lenswacht.assessment.review.Opinion;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;

/// An opinion that nobody can read and nobody can change: AES-256-GCM under a key that serves once,
/// drawn from the assessor's secret, with the SHA-256 of what is inside. Whoever learns the key can
/// read this opinion and no other one.
///
/// @param salt by which the key is drawn from the secret
/// @param box what is sealed
/// @param commitment SHA-256 of what is inside, hex
public record SealedOpinion(Bytes salt, Bytes box, String commitment) {
  private static final int SALT = 16;
  private static final int TAG_BITS = 128;
  private static final int STEP = 512;
  private static final int LARGEST = 65_536;
  private static final byte[] HEADING = "LENSWACHT OPINION 1\n".getBytes(StandardCharsets.US_ASCII);

  public SealedOpinion {
    if (salt.length() != SALT || box.length() > LARGEST || commitment.length() != 64) {
      throw new IllegalArgumentException("that is no sealed opinion");
    }
  }

  /// What is inside: the opinion, what it is on, and a number that nobody can guess, so that the
  /// commitment cannot be found by trying all conclusions.
  private record Inside(String key, String hash, Bytes blind, Opinion opinion) {}

  /// Seals an opinion.
  ///
  /// @param secret of the assessor
  /// @param key of the statement
  /// @param hash of its content
  public static SealedOpinion seal(Bytes secret, String key, String hash, Opinion opinion) {
    SecureRandom random = new SecureRandom();
    byte[] salt = new byte[SALT];
    byte[] blind = new byte[SALT];
    random.nextBytes(salt);
    random.nextBytes(blind);
    byte[] json = FactJson.writeLine(new Inside(key, hash, Bytes.of(blind), opinion));
    byte[] inside = Arrays.copyOf(json, (json.length / STEP + 1) * STEP);
    Arrays.fill(inside, json.length, inside.length, (byte) ' ');
    try {
      Bytes box =
          Bytes.of(cipher(Cipher.ENCRYPT_MODE, opener(secret, Bytes.of(salt))).doFinal(inside));
      return new SealedOpinion(Bytes.of(salt), box, Bytes.of(inside).sha256().hex());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("an opinion cannot be sealed", impossible);
    }
  }

  /// The key that opens this one.
  ///
  /// @param secret of the assessor
  public Bytes opener(Bytes secret) {
    return opener(secret, salt);
  }

  private static Bytes opener(Bytes secret, Bytes salt) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.toArray(), "HmacSHA256"));
      mac.update(HEADING);
      return Bytes.of(mac.doFinal(salt.toArray()));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has HMAC with SHA-256", absent);
    }
  }

  /// What was sealed.
  ///
  /// @param opener the key that opens this one
  /// @param key of the statement that it must be on
  /// @param hash of the content that it must be on
  /// @throws MalformedFactException if it is another key, or it was altered or moved
  public Opinion open(Bytes opener, String key, String hash) throws MalformedFactException {
    byte[] octets;
    try {
      octets = cipher(Cipher.DECRYPT_MODE, opener).doFinal(box.toArray());
    } catch (GeneralSecurityException altered) {
      throw new MalformedFactException("a sealed opinion does not open with this key");
    }
    if (!Bytes.of(octets).sha256().hex().equals(commitment)) {
      throw new MalformedFactException("a sealed opinion is not what was committed to");
    }
    Inside inside = FactJson.read(octets, Inside.class);
    if (!inside.key().equals(key) || !inside.hash().equals(hash)) {
      throw new MalformedFactException("a sealed opinion is on another statement");
    }
    return inside.opinion();
  }

  private static Cipher cipher(int mode, Bytes opener) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(opener.toArray(), "AES"),
        new GCMParameterSpec(TAG_BITS, new byte[12]));
    cipher.updateAAD(HEADING);
    return cipher;
  }
}
