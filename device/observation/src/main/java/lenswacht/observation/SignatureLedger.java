package lenswacht.observation;

import java.util.ArrayList;
import java.util.List;

/// Checks signatures of one device. Each is over everything before it, so where the last one holds
/// all do; only where it does not, the first that fails is looked for.
final class SignatureLedger {
  private static final int MOST_WAITING = 4096;

  private final List<JournalSignature> waiting = new ArrayList<>();

  void add(JournalSignature signature) throws BrokenJournalException {
    waiting.add(signature);
    if (waiting.size() >= MOST_WAITING) {
      check();
    }
  }

  /// Checks what was added since the last time.
  ///
  /// @throws BrokenJournalException with the first line that the device did not sign
  void check() throws BrokenJournalException {
    if (!waiting.isEmpty() && !waiting.getLast().holds()) {
      for (JournalSignature one : waiting) {
        if (!one.holds()) {
          throw new BrokenJournalException(
              one.from(),
              "lines %d to %d are not what the device signed"
                  .formatted(one.from(), one.sequence()));
        }
      }
    }
    waiting.clear();
  }
}
