package lenswacht.observation;

/// One line of a journal, as far as the reader may know it.
public sealed interface JournalPart {
  /// Its number.
  long sequence();

  /// A record that could be read.
  record Told(JournalLine line) implements JournalPart {
    @Override
    public long sequence() {
      return line.sequence();
    }
  }

  /// A record that is sealed to others. It is whole and signed; what it says is not known here.
  record Sealed(long sequence) implements JournalPart {}

  /// The device opened its journal for writing.
  record Opened(long sequence, JournalOpening opening) implements JournalPart {}

  /// The device signed everything up to here.
  ///
  /// @param isClosed whether it closed the journal in order
  record Signed(long sequence, boolean isClosed) implements JournalPart {}
}
