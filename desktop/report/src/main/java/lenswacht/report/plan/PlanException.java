package lenswacht.report.plan;

/// A file is no plan that can be read here.
public final class PlanException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// Why not.
  public enum Reason {
    /// It is neither PDF nor PNG nor JPEG.
    OTHER_FORMAT,
    /// It goes beyond a limit.
    TOO_LARGE,
    /// It is locked with a password.
    LOCKED,
    /// It cannot be read to its end.
    DAMAGED,
    /// It takes too long to draw.
    TOO_SLOW
  }

  PlanException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  PlanException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /// Why not.
  public Reason reason() {
    return reason;
  }
}
