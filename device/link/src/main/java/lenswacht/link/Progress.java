package lenswacht.link;

import java.time.Duration;
import lenswacht.observation.JournalEvent;

/// How far a scan run is.
///
/// @param phase the phase that the run is in, or ended in
/// @param done steps of this phase that are done
/// @param total steps of this phase as far as known
/// @param cameras cameras found so far
/// @param recorders recorders found so far
/// @param unknown hosts of which it is not determined what they are
/// @param others hosts that are something else
/// @param remainingAtLeast the run takes at least this much longer
/// @param remainingAtMost the run takes at most this much longer, by what is known now
/// @param running whether a run is going on
public record Progress(
    JournalEvent.Phase phase,
    long done,
    long total,
    int cameras,
    int recorders,
    int unknown,
    int others,
    Duration remainingAtLeast,
    Duration remainingAtMost,
    boolean running) {
  public Progress {
    if (done < 0 || total < 0 || cameras < 0 || recorders < 0 || unknown < 0 || others < 0) {
      throw new IllegalArgumentException("progress counts from 0 upwards");
    }
  }
}
