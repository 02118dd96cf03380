package lenswacht.footage;

/// There is no picture to see. The message says why, without addresses.
final class UnreadableFootageException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableFootageException(String why) {
    super(why);
  }
}
