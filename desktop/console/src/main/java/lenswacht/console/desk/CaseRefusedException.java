package lenswacht.console.desk;

/// A case file cannot be opened, or a report of it cannot be made.
public final class CaseRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  private final boolean damaged;

  /// @param trouble for a person
  /// @param damaged whether the file is there but does not hold what it should
  /// @param cause what the case file said
  public CaseRefusedException(Trouble trouble, boolean damaged, Throwable cause) {
    super(trouble, String.valueOf(cause.getMessage()), cause);
    this.damaged = damaged;
  }

  /// Whether the file is there but does not hold what it should.
  public boolean isDamaged() {
    return damaged;
  }
}
