package lenswacht.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lenswacht.assessment.AssetLine;
import lenswacht.assessment.Interval;

/// The last assessment that was kept of a case, at a glance: what a list shows of each asset. It
/// is there at once, because nothing is read, verified or judged for it; whoever relies on it
/// judges the case first.
///
/// @param site its name
/// @param edition id of the knowledge edition it was judged with
/// @param onDay the day for which was judged
/// @param espionage of the site; empty where not rated
/// @param privacy of the site; empty where not rated
/// @param lines the assets that were rated, gravest first, and then the others
public record Glance(
    String site,
    String edition,
    LocalDate onDay,
    Optional<Interval> espionage,
    Optional<Interval> privacy,
    List<AssetLine> lines) {
  public Glance {
    lines = List.copyOf(lines);
  }
}
