package lenswacht.casefile;

import java.time.Instant;
import java.time.LocalDate;

/// An assessment that was made of this case, as it was kept.
///
/// @param number 1, 2, 3 ... in the order in which they were made
/// @param edition id of the knowledge edition
/// @param onDay the day for which was judged
/// @param keptAt when it was kept, by the computer's clock
/// @param ratings the ratings as JSON: the same case, edition, day and answers give the same text
/// @param sha256 SHA-256 of `ratings` in UTF-8, 64 hex digits
public record KeptAssessment(
    long number, String edition, LocalDate onDay, Instant keptAt, String ratings, String sha256) {}
