package lenswacht.casefile;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lenswacht.observation.BoxNote;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.JournalEvent;

/// What befell the devices themselves during the visits of a case, and where the times of their
/// lines came from.
///
/// @param notes by time
/// @param clocks number of lines, by where their time came from
public record BoxDiary(List<Noted> notes, Map<ClockTrust, Long> clocks) {
  public BoxDiary {
    notes = List.copyOf(notes);
    clocks = Collections.unmodifiableMap(new EnumMap<>(clocks));
  }

  /// Something that befell a device.
  ///
  /// @param at when, by the device's clock
  /// @param clock where that time came from
  /// @param note what
  public record Noted(Instant at, ClockTrust clock, BoxNote note) {}

  static BoxDiary of(StoredJournals journals) throws SQLException, CaseFileException {
    List<Noted> notes = new ArrayList<>();
    Map<ClockTrust, Long> clocks = new EnumMap<>(ClockTrust.class);
    journals.read(
        (run, line) -> {
          clocks.merge(line.clock(), 1L, Long::sum);
          if (line.event() instanceof JournalEvent.BoxNoted(BoxNote note)) {
            notes.add(new Noted(line.at(), line.clock(), note));
          }
        });
    return new BoxDiary(notes, clocks);
  }
}
