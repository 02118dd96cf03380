package lenswacht.observation;

import java.util.List;
import java.util.Optional;

/// What came of verifying a whole journal.
///
/// @param lines number of lines that were read
/// @param devices the keys that sign, X.509 form, in the order in which they first do
/// @param broken the first line that does not hold
/// @param lost every line that does not hold, or that no signature reaches, by number
/// @param clear number of lines of version 1: chained, and signed by nobody
/// @param unread number of sealed records that could not be opened here
/// @param isClosed whether the last line closed the journal in order
/// @param tornTail octets behind the last signature
public record JournalAudit(
    long lines,
    List<Bytes> devices,
    Optional<Break> broken,
    List<Lost> lost,
    long clear,
    long unread,
    boolean isClosed,
    long tornTail) {
  public JournalAudit {
    devices = List.copyOf(devices);
    lost = List.copyOf(lost);
  }

  /// A line that does not hold.
  public record Break(long line, String why) {}

  /// A line that falls away.
  ///
  /// @param line its number
  /// @param event what it told, where that can still be read: it may have been altered
  public record Lost(long line, Optional<JournalEvent> event) {}

  /// Whether every line holds.
  public boolean isWhole() {
    return broken.isEmpty();
  }
}
