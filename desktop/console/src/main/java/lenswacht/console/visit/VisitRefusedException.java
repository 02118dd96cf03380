package lenswacht.console.visit;

import lenswacht.console.desk.RefusedException;
import lenswacht.console.desk.Trouble;

/// The device, the cable or the mandate said no.
public final class VisitRefusedException extends RefusedException {
  private static final long serialVersionUID = 1L;

  /// @param trouble for a person
  /// @param cause what was said, in English
  public VisitRefusedException(Trouble trouble, String cause) {
    super(trouble, cause, null);
  }
}
