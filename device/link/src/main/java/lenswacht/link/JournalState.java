package lenswacht.link;

import java.time.Instant;
import java.util.Optional;

/// What the journal of a device holds.
///
/// @param octets its length
/// @param records how many; 0 also where an older device does not tell
/// @param first when its first record was written, by the device's clock of then
/// @param last when its last record was written, by the device's clock
public record JournalState(
    long octets, long records, Optional<Instant> first, Optional<Instant> last) {
  public JournalState {
    if (octets < 0 || records < 0) {
      throw new IllegalArgumentException("a journal is counted from 0 upwards");
    }
  }
}
