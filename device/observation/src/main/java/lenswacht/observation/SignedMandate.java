package lenswacht.observation;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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
    return new SignedMandate(
        SignedText.sign(HEADING + FactJson.writePretty(mandate) + "\n", DIVIDER, signer, key));
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
    if (!text.startsWith(HEADING) || !text.contains(DIVIDER)) {
      return new Check.Invalid("altered", "the heading or the dividing line is damaged");
    }
    Optional<SignedText> cut = SignedText.cut(text, DIVIDER);
    if (cut.isEmpty()) {
      return new Check.Invalid("altered", "the signature lines are damaged");
    }
    SignedText signed = cut.get();
    if (!trustedKeys.contains(signed.key())) {
      return new Check.Invalid(
          "signer-not-trusted",
          "signed by key "
              + signed.key().sha256().hex().substring(0, 16)
              + ", which this device does not trust");
    }
    if (!signed.verifies()) {
      return new Check.Invalid("altered", "the signature does not fit the text");
    }
    try {
      return new Check.Valid(
          FactJson.read(signed.body().substring(HEADING.length()), Mandate.class));
    } catch (MalformedFactException malformed) {
      return new Check.Invalid("malformed", String.valueOf(malformed.getMessage()));
    }
  }

  /// Verifies the signature against the key that the text itself names, whoever's that is: whether
  /// the text is whole, as for one that a journal carries. Whom to trust is another question.
  public Check checkWhole() {
    return SignedText.cut(text, DIVIDER)
        .map(signed -> check(List.of(signed.key())))
        .orElseGet(() -> new Check.Invalid("altered", "the signature lines are damaged"));
  }
}
