package lenswacht.console.review;

import java.util.function.Function;
import lenswacht.assessment.review.Conclusion;
import lenswacht.assessment.review.Extract.Passed;
import lenswacht.assessment.review.Fit;
import lenswacht.assessment.review.Protection;
import lenswacht.assessment.review.ReviewRefusedException;
import lenswacht.assessment.review.ReviewWords;
import lenswacht.assessment.review.Role;
import lenswacht.assessment.review.Stage;
import lenswacht.assessment.review.Statement;
import lenswacht.console.desk.Trouble;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.knowledge.PolicyPack;

/// The fixed words of a review, in both languages at once.
///
/// @param pack whose titles are used
public record ReviewPhrases(PolicyPack pack) {
  private static final ReviewWords NL = ReviewWords.in(Language.NL.locale());
  private static final ReviewWords EN = ReviewWords.in(Language.EN.locale());

  private static Phrase both(Function<ReviewWords, String> say) {
    return new Phrase.Both(say.apply(NL), say.apply(EN));
  }

  /// What is stated.
  public Phrase sentence(Statement statement) {
    return both(words -> words.sentence(statement, pack));
  }

  Phrase sentence(Passed passed) {
    return both(words -> words.sentence(passed, pack));
  }

  /// A conclusion, in its fixed wording.
  public Phrase conclusion(Conclusion conclusion) {
    return both(words -> words.conclusion(conclusion, pack.id()));
  }

  /// How far a statement is.
  public static Phrase stage(Stage stage) {
    return both(words -> words.stage(stage));
  }

  static Phrase role(Role role) {
    return both(words -> words.role(role));
  }

  static Phrase protection(Protection protection) {
    return both(words -> words.protection(protection));
  }

  static Phrase fit(Fit fit) {
    return both(words -> words.fit(fit));
  }

  static Trouble trouble(ReviewRefusedException refused) {
    return new Trouble(
        both(words -> words.refusal(refused.refusal(), refused.subject())),
        both(words -> words.next(refused.refusal())));
  }
}
