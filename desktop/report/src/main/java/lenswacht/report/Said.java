package lenswacht.report;

import java.util.List;
import java.util.Optional;
import lenswacht.assessment.Answers;
import lenswacht.assessment.biometric.RatedSystem;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.assessment.review.Review;

/// What people said of a site.
///
/// @param answers to the questions that only people can answer
/// @param remedies what was said of remedies, the oldest first
/// @param biometric the systems on the register of those that tell faces apart
/// @param review what people decided on what the machine proposed; empty where nothing was judged
public record Said(
    Answers answers,
    List<RemedyWord> remedies,
    List<RatedSystem> biometric,
    Optional<Review> review) {
  /// Nobody said anything.
  public static final Said NOTHING = new Said(Answers.NONE, List.of(), List.of(), Optional.empty());

  public Said {
    remedies = List.copyOf(remedies);
    biometric = List.copyOf(biometric);
  }
}
