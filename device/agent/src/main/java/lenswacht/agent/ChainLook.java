package lenswacht.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import lenswacht.agent.panel.Verdict;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.JournalReader;

/// Looks whether the journal holds before the device is switched off.
final class ChainLook {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private ChainLook() {}

  /// Whether every line of the journal in `folder` follows from the one before; not determined
  /// where there are more than can be read in the last moment.
  static Verdict at(Path folder) {
    long began = System.nanoTime();
    try (JournalReader reader = JournalReader.in(folder)) {
      while (reader.nextPart().isPresent()) {
        if (System.nanoTime() - began > PATIENCE.toNanos()) {
          return Verdict.NOT_DETERMINED;
        }
      }
      return Verdict.WORKS;
    } catch (BrokenJournalException broken) {
      return Verdict.FAILS;
    } catch (IOException unreadable) {
      return Verdict.NOT_DETERMINED;
    }
  }
}
