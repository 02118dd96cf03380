package lenswacht.report.sign;

import lenswacht.observation.CleanText;

/// Something cannot be signed, and why. People are told by the reason, in their language; the
/// message is for programmers.
public final class SigningException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  private final Reason reason;
  private final String about;
  private final String detail;

  /// Why.
  public enum Reason {
    /// The file or the token does not open with this passphrase; about the file or library.
    PASSPHRASE,
    /// The file is no PKCS#12 file; about the file.
    NOT_A_KEY_FILE,
    /// The file cannot be used; about the file, and what the platform said.
    UNUSABLE_KEY_FILE,
    /// There is no such library of a token, or it is none; about the library, and what was said.
    NO_LIBRARY,
    /// There is no token there; about the number of the slot, and what was said.
    NO_TOKEN,
    /// The token does not do as it is told; what it said.
    TOKEN,
    /// There is no key with a certificate.
    NO_KEY,
    /// There is none of that name; about the name.
    NO_SUCH_KEY,
    /// There are several keys and none was named; about their names.
    SEVERAL_KEYS,
    /// There is no certificate with the key; about the key's name.
    NO_CERTIFICATE,
    /// The key is of a kind, or of a length, that is not signed with.
    KIND_OF_KEY,
    /// The certificate is not valid yet; about the moment from which it is.
    NOT_YET,
    /// The certificate has expired; about the moment since which it has.
    EXPIRED,
    /// The file cannot be signed within itself; about the file, and what was said.
    NOT_SIGNABLE
  }

  SigningException(Reason reason, Object about) {
    this(reason, about, "");
  }

  SigningException(Reason reason, Object about, String detail) {
    super(reason + " " + about + " " + detail);
    this.reason = reason;
    this.about = CleanText.of(String.valueOf(about), LONGEST);
    this.detail = CleanText.of(detail, LONGEST);
  }

  SigningException(Reason reason, Object about, Throwable cause) {
    this(reason, about, said(cause));
    initCause(cause);
  }

  /// What the innermost cause said; its kind where it said nothing.
  private static String said(Throwable cause) {
    Throwable inner = cause;
    while (inner.getCause() != null && inner.getCause() != inner) {
      inner = inner.getCause();
    }
    String message = inner.getMessage();
    return message == null ? inner.getClass().getSimpleName() : message;
  }

  /// Why.
  public Reason reason() {
    return reason;
  }

  /// A file, a key or a moment: see the reason.
  public String about() {
    return about;
  }

  /// What a library or the platform said, in no language in particular; may be empty.
  public String detail() {
    return detail;
  }
}
