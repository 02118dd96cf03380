package lenswacht.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.link.SealingIdentity;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalLine;
import lenswacht.observation.JournalReader;

/// A journal as the console of the same computer reads it.
final class KeptJournal {
  private KeptJournal() {}

  /// Every record, verified.
  ///
  /// @param home folder that holds the console's
  static List<JournalLine> lines(Path journal, Path home)
      throws IOException, BrokenJournalException {
    List<JournalLine> lines = new ArrayList<>();
    try (JournalReader reader =
        JournalReader.in(journal, SealingIdentity.openOrCreate(home.resolve("console")))) {
      for (Optional<JournalLine> line = reader.next(); line.isPresent(); line = reader.next()) {
        lines.add(line.get());
      }
    }
    return lines;
  }

  /// What they tell.
  static List<JournalEvent> events(Path journal, Path home)
      throws IOException, BrokenJournalException {
    return lines(journal, home).stream().map(JournalLine::event).toList();
  }
}
