package lenswacht.casefile;

/// A case file cannot be used, and why. The message is a sentence for a person, in English; the
/// reason is for the program.
public final class CaseFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// Why a case file cannot be used.
  public enum Reason {
    /// The file is something else, or is cut off before it says what it is.
    NOT_A_CASE_FILE,
    /// A newer version of the program wrote it.
    NEWER_VERSION,
    /// It is a case file, and its contents do not hold together.
    DAMAGED,
    /// Another program is writing to it.
    IN_USE,
    /// The journal speaks of other sites only.
    OTHER_SITE,
    /// The journal is sealed to other consoles.
    SEALED_TO_OTHERS,
    /// The journal is signed by a device that this console does not know.
    UNKNOWN_DEVICE,
    /// The disk or the file system does not cooperate.
    STORAGE
  }

  CaseFileException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  CaseFileException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /// Why.
  public Reason reason() {
    return reason;
  }
}
