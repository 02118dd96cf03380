package lenswacht.casefile.review;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import lenswacht.assessment.review.Extract;
import lenswacht.assessment.review.Opinion;
import lenswacht.assessment.review.Role;
import lenswacht.link.Identity;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.SignedText;

/// What an assessor concluded on another computer, on what was passed on and nothing else. Signed
/// by the console of that computer.
///
/// @param version of this shape, 1
/// @param extract SHA-256 of what was passed on, hex
/// @param caseMark of the case that it came from
/// @param role which assessor
/// @param assessor name of the assessor
/// @param given one opinion for each statement that was assessed
public record FilledIn(
    int version, String extract, String caseMark, Role role, String assessor, List<Given> given) {
  private static final String HEADING = "LENSWACHT ASSESSMENT 1\n";
  private static final String DIVIDER = "-----ASSESSED-----\n";

  public FilledIn {
    given = List.copyOf(given);
    if (version != Extract.VERSION || !role.isAssessor() || given.size() > Extract.MOST) {
      throw new IllegalArgumentException("that is no assessment of version 1");
    }
  }

  /// An opinion on a statement.
  ///
  /// @param key of the statement
  /// @param hash of its content
  public record Given(String key, String hash, Opinion opinion) {}

  /// What was concluded on `extract`.
  public static FilledIn of(Extract extract, List<Given> given) {
    return new FilledIn(
        Extract.VERSION,
        extract.hash(),
        extract.caseMark(),
        extract.role(),
        extract.assessor(),
        given);
  }

  /// The same as signed text.
  public String signed(Identity console) {
    try {
      return SignedText.sign(
          HEADING + FactJson.writePretty(this) + "\n",
          DIVIDER,
          console.privateKey(),
          console.publicKey());
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("this Java platform has no Ed25519", absent);
    }
  }

  /// What was signed, and by which key.
  ///
  /// @param key of the console, X.509 form
  public record Verified(FilledIn filledIn, Bytes key) {
    /// The first digits of the hash of the key, as the assessor reads them out.
    public String mark() {
      return Identity.mark(key);
    }
  }

  /// Reads signed text.
  ///
  /// @throws MalformedFactException if it is none of these, or was altered
  public static Verified verified(String text) throws MalformedFactException {
    Optional<SignedText> signed =
        text.startsWith(HEADING) ? SignedText.cut(text, DIVIDER) : Optional.empty();
    if (signed.filter(SignedText::verifies).isEmpty()) {
      throw new MalformedFactException("the assessment is not signed, or was altered");
    }
    String json = signed.get().body().substring(HEADING.length());
    return new Verified(FactJson.read(json, FilledIn.class), signed.get().key());
  }
}
