package lenswacht.observation;

/// A journal is damaged, or was changed after it was written.
public final class BrokenJournalException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long sequence;

  /// The first line that does not hold, counted from 1, and what is wrong with it.
  public BrokenJournalException(long sequence, String why) {
    super("journal line " + sequence + ": " + why);
    this.sequence = sequence;
  }

  /// The first line that does not hold. Everything before it does.
  public long sequence() {
    return sequence;
  }
}
