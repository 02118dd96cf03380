package lenswacht.console.desk;

/// A case file cannot be opened, or a report of it cannot be made.
public final class CaseRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;
  private final boolean damaged;

  /// @param trouble for a person
  /// @param damaged whether the file is there but does not hold what it should
  /// @param cause what the case file said
  public CaseRefusedException(Trouble trouble, boolean damaged, Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
    this.trouble = trouble;
    this.damaged = damaged;
  }

  /// For a person.
  public Trouble trouble() {
    return trouble;
  }

  /// Whether the file is there but does not hold what it should.
  public boolean isDamaged() {
    return damaged;
  }
}
