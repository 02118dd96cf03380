package lenswacht.simulator;

/// A building file that cannot be used; the message says in one sentence where and why.
public final class BuildingException extends Exception {
  private static final long serialVersionUID = 1L;

  /// A refusal with a sentence for the person who wrote the file.
  public BuildingException(String message) {
    super(message);
  }
}
