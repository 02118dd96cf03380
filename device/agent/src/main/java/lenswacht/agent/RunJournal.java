package lenswacht.agent;

import lenswacht.observation.Coverage;
import lenswacht.observation.CoverageTally;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;

/// The journal as a scan run writes it, with the coverage of all rounds under its mandate summed up
/// on the way. Safe for several threads.
final class RunJournal {
  private final Journal journal;
  private final CoverageTally tally;

  /// @param tally has heard the earlier rounds
  RunJournal(Journal journal, CoverageTally tally) {
    this.journal = journal;
    this.tally = tally;
  }

  /// Appends one line.
  synchronized void append(JournalEvent event) {
    journal.append(event);
    tally.hear(event);
  }

  /// Forces everything appended so far to the storage.
  void sync() {
    journal.sync();
  }

  /// What was looked at so far, and what was not.
  synchronized Coverage coverage() {
    return tally.coverage();
  }
}
