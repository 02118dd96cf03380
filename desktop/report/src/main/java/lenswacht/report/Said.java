package lenswacht.report;

import java.util.List;
import lenswacht.assessment.Answers;
import lenswacht.assessment.biometric.RatedSystem;
import lenswacht.assessment.remedy.RemedyWord;

/// What people said of a site.
///
/// @param answers to the questions that only people can answer
/// @param remedies what was said of remedies, the oldest first
/// @param biometric the systems on the register of those that tell faces apart
public record Said(Answers answers, List<RemedyWord> remedies, List<RatedSystem> biometric) {
  /// Nobody said anything.
  public static final Said NOTHING = new Said(Answers.NONE, List.of(), List.of());

  public Said {
    remedies = List.copyOf(remedies);
    biometric = List.copyOf(biometric);
  }
}
