package lenswacht.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalLine;
import lenswacht.observation.JournalReader;

/// Takes in a journal that came as a file: copied from a device's card, or handed over on a stick.
public final class JournalReceiver {
  private final CaseFile caseFile;

  /// Receives into `caseFile`.
  public JournalReceiver(CaseFile caseFile) {
    this.caseFile = caseFile;
  }

  /// Takes in the journal that lies in `folder`.
  ///
  /// @throws IOException if there is none or it cannot be read
  /// @throws BrokenJournalException if a line does not hold; nothing of the journal is kept then
  public Received receive(Path folder)
      throws IOException, BrokenJournalException, CaseFileException {
    try (InputStream journal = Files.newInputStream(Journal.fileIn(folder))) {
      return caseFile.receive(journal);
    }
  }

  /// Name of the site that the first mandate in the journal in `folder` is about; empty where the
  /// journal holds no run.
  ///
  /// @throws IOException if there is no journal or it cannot be read
  /// @throws BrokenJournalException if a line before the first run does not hold
  public static Optional<String> siteOf(Path folder) throws IOException, BrokenJournalException {
    try (JournalReader journal = JournalReader.in(folder)) {
      Optional<JournalLine> line = journal.next();
      while (line.isPresent()) {
        if (line.get().event() instanceof JournalEvent.RunStarted run) {
          return Optional.of(CarriedMandate.of(run.mandate(), line.get().sequence()).site());
        }
        line = journal.next();
      }
      return Optional.empty();
    }
  }
}
