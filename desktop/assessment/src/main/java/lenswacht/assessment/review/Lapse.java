package lenswacht.assessment.review;

import java.time.Instant;
import java.util.List;

/// What people decided before and what cannot be held to fit any more. It stays in the case.
///
/// @param before the statement as it was decided on
/// @param fit why it does not fit, or that nobody can tell
/// @param stage how far it had come
/// @param by who had decided
/// @param last when somebody last had
public record Lapse(Statement before, Fit fit, Stage stage, List<String> by, Instant last) {
  public Lapse {
    by = List.copyOf(by);
  }
}
