package lenswacht.observation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mandate as it travels: readable text, signed with Ed25519 by the console that issued it.
///
/// The text is a heading line, the mandate as JSON, a dividing line, and the signer's key (X.509
/// form) and signature in lower-case hex. What is signed is every byte before the dividing line,
/// heading included, so that the signature means nothing in any other protocol. Every byte of the
/// file counts: none can be changed unnoticed.
///
/// @param text the whole file
public record SignedMandate(String text) {
  /// First line of every mandate file.
  public static final String HEADING = "LENSWACHT MANDATE 1\n";

  /// Largest mandate file, in characters.
  public static final int LONGEST = 65_536;

  private static final String DIVIDER = "-----SIGNATURE-----\n";
  private static final Pattern SEAL =
      Pattern.compile("key ((?:[0-9a-f]{2}){32,128})\nsignature ([0-9a-f]{128})\n");

  public SignedMandate {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("a mandate has at most " + LONGEST + " characters");
    }
  }

  /// What became of a check.
  public sealed interface Check {
    /// The text is whole and signed by a trusted key.
    record Valid(Mandate mandate) implements Check {}

    /// The text cannot be relied on.
    ///
    /// @param why key of the reason: `not-a-mandate`, `altered`, `signer-not-trusted` or
    ///     `malformed`
    /// @param detail for a person, in English
    record Invalid(String why, String detail) implements Check {}
  }

  /// Signs `mandate` with an Ed25519 key pair.
  ///
  /// @throws GeneralSecurityException if the keys are not Ed25519 keys
  public static SignedMandate sign(Mandate mandate, PrivateKey signer, PublicKey key)
      throws GeneralSecurityException {
    String signed = HEADING + FactJson.writePretty(mandate) + "\n";
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(signer);
    signature.update(signed.getBytes(StandardCharsets.UTF_8));
    return new SignedMandate(
        signed
            + DIVIDER
            + "key "
            + Bytes.of(key.getEncoded()).hex()
            + "\nsignature "
            + Bytes.of(signature.sign()).hex()
            + "\n");
  }

  /// Whether this text claims to be a mandate at all, whole or not.
  public boolean looksLikeMandate() {
    return text.startsWith(HEADING) || text.contains(DIVIDER);
  }

  /// Verifies the signature against keys that are trusted, in X.509 form, and reads the mandate.
  /// Looks at no clock.
  public Check check(Collection<Bytes> trustedKeys) {
    if (!looksLikeMandate()) {
      return new Check.Invalid("not-a-mandate", "the file is not a Lenswacht mandate");
    }
    int divider = text.indexOf(DIVIDER);
    if (!text.startsWith(HEADING) || divider < 0) {
      return new Check.Invalid("altered", "the heading or the dividing line is damaged");
    }
    Matcher seal = SEAL.matcher(text.substring(divider + DIVIDER.length()));
    if (!seal.matches()) {
      return new Check.Invalid("altered", "the signature lines are damaged");
    }
    Bytes key = Bytes.fromHex(seal.group(1));
    if (!trustedKeys.contains(key)) {
      return new Check.Invalid(
          "signer-not-trusted",
          "signed by key "
              + key.sha256().hex().substring(0, 16)
              + ", which this device does not trust");
    }
    String signed = text.substring(0, divider);
    if (!verifies(key, signed, Bytes.fromHex(seal.group(2)))) {
      return new Check.Invalid("altered", "the signature does not fit the text");
    }
    try {
      return new Check.Valid(FactJson.read(signed.substring(HEADING.length()), Mandate.class));
    } catch (MalformedFactException malformed) {
      return new Check.Invalid("malformed", String.valueOf(malformed.getMessage()));
    }
  }

  /// Verifies the signature against the key that the text itself names, whoever's that is: whether
  /// the text is whole, as for one that a journal carries. Whom to trust is another question.
  public Check checkWhole() {
    int divider = text.lastIndexOf(DIVIDER);
    Matcher seal = SEAL.matcher(divider < 0 ? "" : text.substring(divider + DIVIDER.length()));
    return seal.matches()
        ? check(List.of(Bytes.fromHex(seal.group(1))))
        : new Check.Invalid("altered", "the signature lines are damaged");
  }

  private static boolean verifies(Bytes key, String signed, Bytes signature) {
    try {
      PublicKey publicKey =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key.toArray()));
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(publicKey);
      verifier.update(signed.getBytes(StandardCharsets.UTF_8));
      return verifier.verify(signature.toArray());
    } catch (GeneralSecurityException damaged) {
      return false;
    }
  }
}
