package lenswacht.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Coverage;
import lenswacht.observation.CoverageTally;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalLine;

/// The journal as a scan run writes it, with the notes by which the run can go on after an
/// interruption, and the coverage of all rounds under its mandate summed up on the way. Safe for
/// several threads.
final class RunJournal implements AutoCloseable {
  private final Journal journal;
  private final RunNotes notes;
  private final CoverageTally tally;
  private final InstantSource clock;

  /// @param notes have been recalled; closed with this
  /// @param tally has heard the earlier rounds
  RunJournal(Journal journal, RunNotes notes, CoverageTally tally, InstantSource clock) {
    this.journal = journal;
    this.notes = notes;
    this.tally = tally;
    this.clock = clock;
  }

  /// Appends one record.
  synchronized void append(JournalEvent event) {
    long sequence = journal.append(event);
    try {
      notes.note(
          journal.firstLine().orElseThrow(),
          new JournalLine(sequence, clock.instant(), ClockTrust.UNKNOWN, event));
    } catch (IOException full) {
      throw new UncheckedIOException("the notes beside the journal cannot be written", full);
    }
    tally.hear(event);
  }

  /// Forces everything appended so far to the storage: the notes first, so that they know of every
  /// question that the journal says was put.
  void sync() {
    try {
      notes.force();
    } catch (IOException broken) {
      throw new UncheckedIOException("the notes beside the journal cannot be written", broken);
    }
    journal.sync();
  }

  /// What was looked at so far, and what was not.
  synchronized Coverage coverage() {
    return tally.coverage();
  }

  @Override
  public void close() throws IOException {
    notes.close();
  }
}
