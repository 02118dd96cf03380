package lenswacht.report.sign;

/// Something cannot be signed, and why. The message is a sentence for a person, in English; the
/// reason is for the program.
public final class SigningException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// Why.
  public enum Reason {
    /// The file or the token does not open with this passphrase.
    PASSPHRASE,
    /// There is no key, or no certificate with it.
    NO_KEY,
    /// There are several keys and none was named.
    SEVERAL_KEYS,
    /// The key is of a kind, or of a length, that is not signed with.
    KIND_OF_KEY,
    /// The certificate is not valid now.
    CERTIFICATE,
    /// The token, or its library, does not cooperate.
    TOKEN,
    /// The file of the key, or the file that is to be signed, is not what it should be.
    FILE
  }

  SigningException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  SigningException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /// Why.
  public Reason reason() {
    return reason;
  }
}
