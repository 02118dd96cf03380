package lenswacht.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A log that was read for this case.
///
/// @param name of its file
/// @param sha256 of its octets, unpacked, hex
/// @param format word for its form
/// @param lines number of lines
/// @param named number of lines that say what was asked for
/// @param broken number of lines that could not be read
/// @param first the earliest time in it
/// @param last the latest
/// @param segments the segments of the case that it holds lines of, as text
/// @param complete whether every contact in it could be kept
public record KeptLog(
    String name,
    String sha256,
    String format,
    long lines,
    long named,
    long broken,
    Optional<Instant> first,
    Optional<Instant> last,
    List<String> segments,
    boolean complete) {
  public KeptLog {
    segments = List.copyOf(segments);
  }
}
