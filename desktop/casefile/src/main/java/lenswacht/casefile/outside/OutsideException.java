package lenswacht.casefile.outside;

/// A document that is none that can be read.
public final class OutsideException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param why a clear sentence, in English
  OutsideException(String why) {
    super(why);
  }

  /// The sentence.
  public String why() {
    return String.valueOf(getMessage());
  }
}
