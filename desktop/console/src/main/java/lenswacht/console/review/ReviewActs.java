package lenswacht.console.review;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.review.Extract;
import lenswacht.assessment.review.Opinion;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.ReviewRefusedException;
import lenswacht.assessment.review.Role;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.ReviewExchange;
import lenswacht.casefile.ReviewWork;
import lenswacht.casefile.review.AssessorKeys;
import lenswacht.console.desk.CaseChange;
import lenswacht.console.desk.CaseRefusedException;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.RefusedException;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.text.Phrase;

/// What a person does in a review, in the case file. What can be taken back goes through the
/// desk's changes; what was passed on, filed or determined cannot.
final class ReviewActs {
  private final Surroundings around;
  private final AssessorKeys keys;

  ReviewActs(Surroundings around, AssessorKeys keys) {
    this.around = around;
    this.keys = keys;
  }

  /// Works on the review of a case.
  @FunctionalInterface
  interface Doing {
    /// Does it.
    void on(ReviewWork work) throws Exception;
  }

  /// What the case file tells of the review.
  Told told(CaseFile file) throws Exception {
    ReviewWork work = work(file);
    work.open(now());
    Review review = work.review();
    String officer = around.officer().get().strip();
    Optional<Role> role = Told.assessor(review, officer);
    Optional<Extract> extract =
        role.isEmpty()
            ? Optional.empty()
            : Optional.of(new ReviewExchange(file, work, around.identifier()).extract(role.get()));
    Map<String, Opinion> drafts = role.isEmpty() ? Map.of() : work.drafts(role.get(), officer);
    return new Told(review, role, extract, drafts);
  }

  private ReviewWork work(CaseFile file) throws Exception {
    OpenedCase opened = around.desk().openedProperty().get().orElseThrow();
    var edition = around.knowledge().get();
    return file.reviews()
        .work(
            file.reviews().judged(opened.assessment(), around.identifier(), edition),
            opened.day(),
            keys);
  }

  /// The time of this computer.
  Instant now() {
    return around.clock().instant();
  }

  /// Who sits here; where nobody said, that is asked for.
  Optional<String> who() {
    String who = around.officer().get().strip();
    if (who.isEmpty()) {
      around
          .desk()
          .fail(new Trouble(Phrase.of("trouble.nobody"), Phrase.of("trouble.nobody.next")));
      return Optional.empty();
    }
    return Optional.of(who);
  }

  /// Does something that can be taken back.
  void change(Phrase what, Doing act, Doing back) {
    around.desk().change(new CaseChange(what, file -> act(file, act), file -> act(file, back)));
  }

  /// Does something that cannot be taken back.
  void once(Phrase what, Doing act) {
    around
        .desk()
        .ask(
            what,
            (file, gauge) -> {
              act(file, act);
              return what;
            },
            done -> around.desk().say(Phrase.of("desk.kept", "what", done)),
            around.desk()::fail);
  }

  private void act(CaseFile file, Doing act) throws Exception {
    try {
      act.on(work(file));
    } catch (ReviewRefusedException refused) {
      throw new CaseRefusedException(ReviewPhrases.trouble(refused), false, refused);
    }
  }

  /// Passes between the case and an assessor elsewhere.
  @FunctionalInterface
  interface Exchanging {
    /// Does it, and tells how many statements it was on.
    int on(ReviewExchange exchange) throws Exception;
  }

  /// Passes something on to an assessor elsewhere, or takes it in; that cannot be taken back.
  ///
  /// @param doing what is said meanwhile
  /// @param key of what is said after, with the number of statements
  void exchange(Phrase doing, String key, Exchanging act) {
    around
        .desk()
        .ask(
            doing,
            (file, gauge) -> {
              try {
                return act.on(new ReviewExchange(file, work(file), around.identifier()));
              } catch (ReviewRefusedException refused) {
                throw new CaseRefusedException(ReviewPhrases.trouble(refused), false, refused);
              } catch (IOException unusable) {
                throw new CaseRefusedException(unusable(unusable), false, unusable);
              }
            },
            count -> around.desk().say(Phrase.counted(key, count)),
            around.desk()::fail);
  }

  /// A file that passes between assessors cannot be used.
  static Trouble unusable(Exception failed) {
    return switch (failed) {
      case RefusedException refused -> refused.trouble();
      case ReviewRefusedException refused -> ReviewPhrases.trouble(refused);
      default ->
          new Trouble(
              Phrase.of("review.extract.bad", "detail", String.valueOf(failed.getMessage())),
              Phrase.of("review.extract.bad.next"));
    };
  }
}
