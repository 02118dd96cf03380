package lenswacht.observation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Readable text with an Ed25519 signature under it: a body, a dividing line, and the signer's key
/// (X.509 form) and signature in lower-case hex. What is signed is every byte before the dividing
/// line; a body begins with a heading line of its kind, so that its signature means nothing in any
/// other protocol.
///
/// @param body what is signed
/// @param key of the signer
/// @param signature over `body`; not verified yet
public record SignedText(String body, Bytes key, Bytes signature) {
  private static final Pattern SEAL =
      Pattern.compile("key ((?:[0-9a-f]{2}){32,128})\nsignature ([0-9a-f]{128})\n");

  /// `body` with the divider and a signature under it.
  ///
  /// @throws GeneralSecurityException if the keys are not Ed25519 keys
  public static String sign(String body, String divider, PrivateKey signer, PublicKey key)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(signer);
    signature.update(body.getBytes(StandardCharsets.UTF_8));
    return body
        + divider
        + "key "
        + Bytes.of(key.getEncoded()).hex()
        + "\nsignature "
        + Bytes.of(signature.sign()).hex()
        + "\n";
  }

  /// Cuts `text` at its last dividing line; empty where there is none, or no whole seal under it.
  public static Optional<SignedText> cut(String text, String divider) {
    int at = text.lastIndexOf(divider);
    Matcher seal = SEAL.matcher(at < 0 ? "" : text.substring(at + divider.length()));
    return seal.matches()
        ? Optional.of(
            new SignedText(
                text.substring(0, at), Bytes.fromHex(seal.group(1)), Bytes.fromHex(seal.group(2))))
        : Optional.empty();
  }

  /// Whether the signature is that of `key` over `body`.
  public boolean verifies() {
    try {
      PublicKey publicKey =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key.toArray()));
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(publicKey);
      verifier.update(body.getBytes(StandardCharsets.UTF_8));
      return verifier.verify(signature.toArray());
    } catch (GeneralSecurityException damaged) {
      return false;
    }
  }
}
