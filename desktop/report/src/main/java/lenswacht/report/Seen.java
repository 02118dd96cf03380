package lenswacht.report;

import java.util.List;
import java.util.Optional;
import lenswacht.assessment.Visit;
import lenswacht.assessment.outward.WaysOut;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.observation.Coverage;

/// What visits showed of a site.
///
/// @param visits the scan runs; empty where nothing was scanned
/// @param coverage what was looked at in them together, and what was not
/// @param waysOut whom the assets call outside, and how far that was looked at
/// @param separation which zones of the site reach which; empty where nobody named its zones
/// @param floors where things hang; empty where there is no floor plan
public record Seen(
    List<Visit> visits,
    Optional<Coverage> coverage,
    WaysOut waysOut,
    Optional<SeparationMatrix> separation,
    Optional<FloorSheet> floors) {
  /// Nobody went there.
  public static final Seen NOTHING =
      new Seen(List.of(), Optional.empty(), WaysOut.NONE, Optional.empty(), Optional.empty());

  public Seen {
    visits = List.copyOf(visits);
  }
}
