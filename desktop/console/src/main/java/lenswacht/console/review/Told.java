package lenswacht.console.review;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.assessment.review.Extract;
import lenswacht.assessment.review.Opinion;
import lenswacht.assessment.review.PersonName;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.Role;

/// What the case file tells of a review to the person who sits here.
///
/// @param review how far it is; nothing of what one assessor filed alone
/// @param role whether this person assesses, and as which; empty where not
/// @param extract what this person is given to assess; empty where this person does not
/// @param drafts what this person noted and did not file
record Told(
    Review review, Optional<Role> role, Optional<Extract> extract, Map<String, Opinion> drafts) {
  Told {
    drafts = Map.copyOf(drafts);
  }

  /// As which assessor `officer` was assigned.
  static Optional<Role> assessor(Review review, String officer) {
    String mine = PersonName.of(officer).key();
    return Stream.of(Role.FIRST, Role.SECOND)
        .filter(role -> !mine.isEmpty())
        .filter(role -> PersonName.of(review.roles().getOrDefault(role, "")).key().equals(mine))
        .findFirst();
  }
}
