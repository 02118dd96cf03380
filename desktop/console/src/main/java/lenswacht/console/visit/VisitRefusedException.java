package lenswacht.console.visit;

import lenswacht.console.desk.Trouble;

/// The device, the cable or the mandate said no.
public final class VisitRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  /// @param trouble for a person
  /// @param cause what was said, in English
  public VisitRefusedException(Trouble trouble, String cause) {
    super(cause);
    this.trouble = trouble;
  }

  /// For a person.
  public Trouble trouble() {
    return trouble;
  }
}
