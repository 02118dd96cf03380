package lenswacht.casefile.log;

/// A file that is no log that can be read.
public final class LogException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param why a clear sentence, in English
  LogException(String why) {
    super(why);
  }

  /// The sentence.
  public String why() {
    return String.valueOf(getMessage());
  }
}
