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
import lenswacht.observation.JournalPart;
import lenswacht.observation.JournalReader;

/// Takes in a journal that came as a file: copied from a device's card, or handed over on a stick.
public final class JournalReceiver {
  private final CaseFile caseFile;
  private final Recipient recipient;

  /// Receives into `caseFile`.
  public JournalReceiver(CaseFile caseFile, Recipient recipient) {
    this.caseFile = caseFile;
    this.recipient = recipient;
  }

  /// Takes in the journal that lies in `folder`.
  ///
  /// @throws IOException if there is none or it cannot be read
  /// @throws BrokenJournalException if a line does not hold; nothing of the journal is kept then
  public Received receive(Path folder)
      throws IOException, BrokenJournalException, CaseFileException {
    try (InputStream journal = Files.newInputStream(Journal.fileIn(folder))) {
      return caseFile.receive(journal, recipient);
    }
  }

  /// Name of the site that the first mandate in the journal in `folder` is about; empty where the
  /// journal holds no run.
  ///
  /// @throws IOException if there is no journal or it cannot be read
  /// @throws BrokenJournalException if a line before the first run does not hold
  public static Optional<String> siteOf(Path folder, Recipient recipient)
      throws IOException, BrokenJournalException, CaseFileException {
    try (InputStream journal = Files.newInputStream(Journal.fileIn(folder))) {
      return siteOf(journal, recipient);
    }
  }

  /// The same of a journal that is read from its first octet on; the caller closes it.
  public static Optional<String> siteOf(InputStream in, Recipient recipient)
      throws IOException, BrokenJournalException, CaseFileException {
    try (JournalReader journal = new JournalReader(in, recipient.opener())) {
      for (var part = journal.nextPart(); part.isPresent(); part = journal.nextPart()) {
        if (part.get() instanceof JournalPart.Sealed) {
          throw JournalIntake.sealedToOthers();
        }
        if (part.get() instanceof JournalPart.Told(JournalLine line)
            && line.event() instanceof JournalEvent.RunStarted run) {
          return Optional.of(CarriedMandate.of(run.mandate(), line.sequence()).site());
        }
      }
      return Optional.empty();
    }
  }
}
