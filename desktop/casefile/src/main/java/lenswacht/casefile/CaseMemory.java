package lenswacht.casefile;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lenswacht.assessment.SeenAsset;
import lenswacht.fingerprint.Identifier;
import lenswacht.fingerprint.asset.SerialMask;

/// What was read from the journals of the case that was opened last, to be used again as long as
/// they are the same: who answers a question need not read and verify a whole visit once more. Safe
/// for several threads.
public final class CaseMemory {
  private Optional<Read> read = Optional.empty();

  /// What was read, and of what.
  ///
  /// @param file the case file
  /// @param until nothing later was read
  /// @param journals as they were then
  /// @param runs what they said
  /// @param identified who that was, by the identifier that said so
  record Read(
      Path file,
      Instant until,
      List<JournalRow> journals,
      HeardRuns runs,
      Optional<Identified> identified) {
    Read with(Identified now) {
      return new Read(file, until, journals, runs, Optional.of(now));
    }
  }

  /// The assets as one identifier tells them apart.
  record Identified(Identifier by, List<SeenAsset> assets, SerialMask mask) {}

  /// What is known of a case whose journals are `journals`.
  synchronized Optional<Read> of(Path file, Instant until, List<JournalRow> journals) {
    return read.filter(
        known ->
            known.file().equals(file)
                && known.until().equals(until)
                && known.journals().equals(journals));
  }

  synchronized void keep(Read now) {
    read = Optional.of(now);
  }
}
