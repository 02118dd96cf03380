package lenswacht.link.update;

/// Why a package is not used.
public final class PackageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Why why;

  /// The reasons.
  public enum Why {
    /// It is no package.
    MALFORMED,
    /// Something in it is not as its publisher signed it.
    ALTERED
  }

  /// @param why the reason
  /// @param detail for a person, in English
  public PackageException(Why why, String detail) {
    super(detail);
    this.why = why;
  }

  /// The reason.
  public Why why() {
    return why;
  }
}
