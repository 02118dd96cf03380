package lenswacht.observation;

/// A document from outside does not have the shape it must have. The message says what and, where
/// known, where.
public final class MalformedFactException extends Exception {
  private static final long serialVersionUID = 1L;

  /// With a sentence for a person, in English.
  public MalformedFactException(String message) {
    super(message);
  }
}
