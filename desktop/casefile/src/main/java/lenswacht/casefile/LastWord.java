package lenswacht.casefile;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.assessment.review.ReviewEvent;

/// When something last came into a case: the moment that its report bears, so that the same case
/// gives the same report whenever it is printed.
public final class LastWord {
  private LastWord() {}

  /// The end of the last visit, or the last answer, word on a remedy or act of review; the epoch
  /// where there is none.
  public static Instant of(CaseFile file) throws CaseFileException {
    return Stream.of(
            file.visits().stream().map(visit -> visit.ended().orElse(visit.started())),
            file.decisions().answers().stream().map(Answered::at),
            file.decisions().remedies().stream().map(RemedyWord::at),
            file.reviews().read().events().stream().map(ReviewEvent::at))
        .flatMap(moments -> moments)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
