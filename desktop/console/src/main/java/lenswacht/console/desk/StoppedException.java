package lenswacht.console.desk;

/// A person stopped the work.
public final class StoppedException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Nothing more to say.
  public StoppedException() {
    super("stopped");
  }
}
