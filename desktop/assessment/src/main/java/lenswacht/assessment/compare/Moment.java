package lenswacht.assessment.compare;

import java.net.InetAddress;
import java.util.List;
import lenswacht.assessment.Answers;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Visit;

/// A site as it was known at a moment.
///
/// @param assessment how it was judged
/// @param answers what people had said
/// @param visits the scan runs up to then
public record Moment(Assessment assessment, Answers answers, List<Visit> visits) {
  public Moment {
    visits = List.copyOf(visits);
  }

  /// The same, judged otherwise.
  public Moment judged(Assessment other) {
    return new Moment(other, answers, visits);
  }

  /// Whether a scan run looked at an address.
  boolean lookedAt(InetAddress address) {
    return visits.stream()
        .anyMatch(
            visit ->
                visit.swept().stream().anyMatch(range -> range.contains(address))
                    && visit.notLookedAt().stream()
                        .noneMatch(missed -> missed.address().equals(address)));
  }
}
