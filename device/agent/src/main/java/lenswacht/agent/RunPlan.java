package lenswacht.agent;

import java.util.List;
import java.util.Optional;
import lenswacht.observation.AddressRange;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.ScanLevel;

/// What a scan run is to do.
///
/// @param level how much it asks
/// @param ranges what it keeps to, inside the mandate
/// @param spot the socket the device is plugged into, as the person there calls it
/// @param takeUp which earlier run it goes on with
record RunPlan(ScanLevel level, List<AddressRange> ranges, Optional<String> spot, TakeUp takeUp) {
  RunPlan {
    ranges = List.copyOf(ranges);
  }

  /// Which earlier run is gone on with, where the journal's last one had the same mandate, level
  /// and ranges.
  enum TakeUp {
    /// None: a new round begins.
    NONE,
    /// One that broke off less than a day ago.
    BROKEN_OFF,
    /// One that broke off, or that a person stopped, less than a day ago.
    STOPPED_TOO
  }

  /// The same as a line of the journal.
  JournalEvent.Planned planned() {
    return new JournalEvent.Planned(level, ranges, spot);
  }
}
