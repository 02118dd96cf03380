package lenswacht.assessment.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a review is held against besides what people did in it.
///
/// @param onDay the day for which is asked
/// @param operators who ran or ordered a scan, as mandates and hand-overs name them
/// @param lastVisit when the last visit began; empty where there was none
public record Circumstances(LocalDate onDay, List<String> operators, Optional<Instant> lastVisit) {
  public Circumstances {
    operators = List.copyOf(operators);
  }
}
