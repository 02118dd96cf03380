package lenswacht.casefile;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.review.Circumstances;
import lenswacht.assessment.review.Judged;
import lenswacht.assessment.review.Opinion;
import lenswacht.assessment.review.PersonName;
import lenswacht.assessment.review.Refusal;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.ReviewEvent;
import lenswacht.assessment.review.ReviewRefusedException;
import lenswacht.assessment.review.ReviewRules;
import lenswacht.assessment.review.Reviewed;
import lenswacht.assessment.review.Role;
import lenswacht.casefile.review.AssessorKeys;
import lenswacht.casefile.review.SealedOpinion;
import lenswacht.observation.Bytes;
import lenswacht.observation.MalformedFactException;

/// Work on the review of one case, as it is judged now. Everything is checked against the rules
/// before it is kept; what is refused leaves nothing behind.
public final class ReviewWork {
  private final ReviewBook book;
  private final Judged judged;
  private final LocalDate onDay;
  private final AssessorKeys keys;

  ReviewWork(ReviewBook book, Judged judged, LocalDate onDay, AssessorKeys keys) {
    this.book = book;
    this.judged = judged;
    this.onDay = onDay;
    this.keys = keys;
  }

  /// How far the review is.
  public Review review() throws CaseFileException {
    return book.review(judged, onDay);
  }

  private ReviewRules rules() throws CaseFileException {
    Circumstances circumstances = book.circumstances(onDay);
    return new ReviewRules(book.review(judged, circumstances), circumstances);
  }

  /// Adds what somebody did, all or nothing. Opinions are added by [#file] alone.
  ///
  /// @throws ReviewRefusedException if one of it may not be; nothing is kept then
  public void add(List<? extends ReviewEvent> events)
      throws CaseFileException, ReviewRefusedException {
    synchronized (book.file()) {
      ReviewRules rules = rules();
      List<ReviewLog.Line> lines = new ArrayList<>();
      for (ReviewEvent event : events) {
        rules.check(event);
        lines.add(ReviewLog.line(event));
      }
      book.add(lines);
    }
  }

  /// Keeps an opinion that is not filed yet, sealed for everyone but the assessor; none takes it
  /// back.
  ///
  /// @throws ReviewRefusedException if the assessor could not file it
  public void draft(Role role, String name, String key, Optional<Opinion> opinion, Instant at)
      throws CaseFileException, ReviewRefusedException {
    synchronized (book.file()) {
      ReviewRules rules = rules();
      Reviewed now =
          rules
              .review()
              .of(key)
              .orElseThrow(() -> new ReviewRefusedException(Refusal.NO_STATEMENT, key));
      String hash = now.statement().hash();
      rules.check(new ReviewEvent.Filed(role, key, hash, "", opinion, name, at));
      Optional<SealedOpinion> sealed =
          opinion.isEmpty()
              ? Optional.empty()
              : Optional.of(SealedOpinion.seal(secret(name), key, hash, opinion.get()));
      book.add(
          List.of(
              new ReviewLog.Line("draft", new ReviewLog.Draft(role, key, hash, sealed, name, at))));
    }
  }

  /// What this assessor noted and did not file yet, by statement. Only on the computer where that
  /// was done, and only what is still as it was then.
  public Map<String, Opinion> drafts(Role role, String name) throws CaseFileException {
    Review review = review();
    Map<String, ReviewLog.Draft> last = new LinkedHashMap<>();
    for (ReviewLog.Draft draft : book.read().drafts()) {
      if (draft.role() == role && isSame(draft.by(), name)) {
        last.put(draft.key(), draft);
      }
    }
    Optional<Bytes> secret = known(name);
    Map<String, Opinion> drafts = new LinkedHashMap<>();
    for (ReviewLog.Draft draft : last.values()) {
      Optional<Reviewed> now = review.of(draft.key());
      boolean isOpen =
          now.filter(one -> one.statement().hash().equals(draft.hash()))
              .filter(one -> one.filing(role).isEmpty())
              .isPresent();
      if (isOpen && secret.isPresent() && draft.sealed().isPresent()) {
        drafts.put(draft.key(), opened(draft, draft.sealed().get(), secret.get()));
      }
    }
    return drafts;
  }

  private static Opinion opened(ReviewLog.Draft draft, SealedOpinion sealed, Bytes secret)
      throws CaseFileException {
    try {
      return sealed.open(sealed.opener(secret), draft.key(), draft.hash());
    } catch (MalformedFactException altered) {
      throw new CaseFileException(
          CaseFileException.Reason.DAMAGED, "what " + draft.by() + " noted was altered", altered);
    }
  }

  /// Files what an assessor concluded: sealed until the other assessor filed on the same statement,
  /// and never changed after. All or nothing.
  ///
  /// @param opinions by statement
  /// @throws ReviewRefusedException if one of it may not be filed; nothing is kept then
  public void file(Role role, String name, Map<String, Opinion> opinions, Instant at)
      throws CaseFileException, ReviewRefusedException {
    synchronized (book.file()) {
      ReviewRules rules = rules();
      Bytes secret = secret(name);
      List<ReviewLog.Line> lines = new ArrayList<>();
      for (Map.Entry<String, Opinion> one : opinions.entrySet()) {
        String key = one.getKey();
        String hash =
            rules
                .review()
                .of(key)
                .orElseThrow(() -> new ReviewRefusedException(Refusal.NO_STATEMENT, key))
                .statement()
                .hash();
        rules.check(
            new ReviewEvent.Filed(role, key, hash, "", Optional.of(one.getValue()), name, at));
        SealedOpinion sealed = SealedOpinion.seal(secret, key, hash, one.getValue());
        lines.add(
            new ReviewLog.Line(
                "filed", new ReviewLog.SealedFiling(role, key, hash, sealed, name, at)));
      }
      book.add(lines);
      open(at);
    }
  }

  /// Files what was noted on these statements.
  ///
  /// @throws ReviewRefusedException as [#file]
  public void fileDrafts(Role role, String name, Collection<String> statements, Instant at)
      throws CaseFileException, ReviewRefusedException {
    Map<String, Opinion> drafts = new LinkedHashMap<>(drafts(role, name));
    drafts.keySet().retainAll(statements);
    file(role, name, drafts, at);
  }

  /// Opens what was filed on this computer wherever both assessors filed. Says how many opened.
  public int open(Instant at) throws CaseFileException {
    synchronized (book.file()) {
      Review review = review();
      ReviewLog.Read read = book.read();
      Map<String, Integer> complete = new HashMap<>();
      for (Reviewed one : review.statements()) {
        if (one.filings().size() == 2) {
          one.filings().forEach(filing -> complete.put(filing.commitment(), 1));
        }
      }
      List<ReviewLog.Line> lines = new ArrayList<>();
      for (ReviewLog.SealedFiling filing : read.filings()) {
        String commitment = filing.sealed().commitment();
        if (complete.containsKey(commitment) && !read.openers().containsKey(commitment)) {
          opener(filing)
              .ifPresent(
                  opener ->
                      lines.add(
                          new ReviewLog.Line(
                              "opened", new ReviewLog.Opened(commitment, opener, at))));
        }
      }
      if (!lines.isEmpty()) {
        book.add(lines);
      }
      return lines.size();
    }
  }

  /// The key of what was filed, where it was filed on this computer.
  private Optional<Bytes> opener(ReviewLog.SealedFiling filing) throws CaseFileException {
    Optional<Bytes> opener = known(filing.by()).map(filing.sealed()::opener);
    try {
      if (opener.isPresent()) {
        filing.sealed().open(opener.get(), filing.key(), filing.hash());
      }
      return opener;
    } catch (MalformedFactException otherComputer) {
      return Optional.empty();
    }
  }

  private Bytes secret(String name) throws CaseFileException {
    try {
      return keys.openOrCreate(book.caseMark(), name);
    } catch (IOException unkept) {
      throw unkept(unkept);
    }
  }

  private Optional<Bytes> known(String name) throws CaseFileException {
    try {
      return keys.open(book.caseMark(), name);
    } catch (IOException unreadable) {
      throw unkept(unreadable);
    }
  }

  private static CaseFileException unkept(IOException failed) {
    return new CaseFileException(
        CaseFileException.Reason.STORAGE, "the assessor's secret: " + failed.getMessage(), failed);
  }

  private static boolean isSame(String one, String other) {
    return PersonName.of(one).key().equals(PersonName.of(other).key());
  }
}
