package lenswacht.casefile.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;

/// What came of reading one log.
///
/// @param format its form
/// @param sha256 of its octets, unpacked
/// @param octets how many there are, unpacked
/// @param lines number of lines
/// @param named number of lines that say what was asked for or reached
/// @param broken number of lines that could not be read
/// @param faults the first of these
/// @param first the earliest time met at the log's ends and at every block in between
/// @param last the latest
/// @param segments the segments that matter to the case of which lines were met; of long logs only
///     some lines are looked at for it
/// @param contacts what was found
/// @param beyond number of contacts beyond those that could be kept
public record LogReading(
    LogFormat format,
    Bytes sha256,
    long octets,
    long lines,
    long named,
    long broken,
    List<LogFault> faults,
    Optional<Instant> first,
    Optional<Instant> last,
    Set<AddressRange> segments,
    List<Contact> contacts,
    long beyond) {
  public LogReading {
    faults = List.copyOf(faults);
    segments = Set.copyOf(segments);
    contacts = List.copyOf(contacts);
  }
}
