package lenswacht.probe.capture;

/// A capture file that is not what it says. What was read before counts.
public final class MalformedCaptureException extends Exception {
  private static final long serialVersionUID = 1L;

  /// @param why a clear sentence, in English
  MalformedCaptureException(String why) {
    super(why);
  }

  /// The sentence.
  public String why() {
    return String.valueOf(getMessage());
  }
}
