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

  /// In what a line does not hold.
  public enum Fault {
    /// It bears no hash.
    NO_HASH,
    /// Its hash does not fit its text and the line before.
    HASH,
    /// The lines up to a signature are not what the device signed.
    SIGNATURE,
    /// It is not there.
    MISSING,
    /// It ends in another octet than its line feed.
    LINE_FEED,
    /// It is not made as lines are, or stands at a place where it may not.
    SHAPE
  }

  /// A line that does not hold.
  ///
  /// @param why in full, in English
  public record Break(long line, Fault fault, String why) {}

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
