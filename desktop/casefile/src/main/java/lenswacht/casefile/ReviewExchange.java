package lenswacht.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.review.Extract;
import lenswacht.assessment.review.Extract.Piece;
import lenswacht.assessment.review.Opinion;
import lenswacht.assessment.review.Refusal;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.ReviewEvent;
import lenswacht.assessment.review.ReviewRefusedException;
import lenswacht.assessment.review.Reviewed;
import lenswacht.assessment.review.Role;
import lenswacht.assessment.review.Statement;
import lenswacht.casefile.review.FilledIn;
import lenswacht.fingerprint.Identifier;
import lenswacht.fingerprint.asset.SerialMask;
import lenswacht.observation.CleanText;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;

/// What passes between the case and an assessor: the extract, on this screen or in a file, and what
/// comes back.
public final class ReviewExchange {
  private final ReviewBook book;
  private final ReviewWork work;
  private final Identifier identifier;

  /// @param work on the review
  public ReviewExchange(CaseFile file, ReviewWork work, Identifier identifier) {
    this.book = file.reviews();
    this.work = work;
    this.identifier = identifier;
  }

  /// What waits for an assessor, with the evidence as it may be shown.
  public Extract extract(Role role) throws CaseFileException {
    Review review = work.review();
    Map<EvidenceId, Piece> pieces = pieces(review.waiting(role));
    return Extract.of(
        review,
        book.file().site(),
        book.caseMark(),
        role,
        (statement, most) ->
            statement.evidence().stream()
                .limit(most)
                .map(pieces::get)
                .filter(java.util.Objects::nonNull)
                .toList());
  }

  /// The same, to be passed on; that it was is noted in the case.
  ///
  /// @throws ReviewRefusedException if nobody has that role
  public Extract passOn(Role role, String by, Instant at)
      throws CaseFileException, ReviewRefusedException {
    Extract extract = extract(role);
    work.add(List.of(new ReviewEvent.PassedOn(role, extract.assessor(), extract.hash(), by, at)));
    return extract;
  }

  /// Files what an assessor concluded elsewhere, all or nothing.
  ///
  /// @return how many statements were assessed
  /// @throws ReviewRefusedException if it is not on what was passed on to that assessor, or may not
  ///     be filed
  public int take(FilledIn filledIn, Instant at) throws CaseFileException, ReviewRefusedException {
    if (!filledIn.caseMark().equals(book.caseMark())) {
      throw new ReviewRefusedException(Refusal.OTHER_CASE, filledIn.assessor());
    }
    boolean isPassedOn =
        book.read().events().stream()
            .anyMatch(
                event ->
                    event instanceof ReviewEvent.PassedOn one
                        && one.extract().equals(filledIn.extract())
                        && one.role() == filledIn.role()
                        && one.to().equals(filledIn.assessor()));
    if (!isPassedOn) {
      throw new ReviewRefusedException(Refusal.NOT_PASSED_ON, filledIn.assessor());
    }
    Review review = work.review();
    Map<String, Opinion> opinions = new LinkedHashMap<>();
    for (FilledIn.Given given : filledIn.given()) {
      Optional<String> hash = review.of(given.key()).map(one -> one.statement().hash());
      if (!hash.equals(Optional.of(given.hash()))) {
        throw new ReviewRefusedException(Refusal.CONTENT_CHANGED, given.key());
      }
      if (opinions.put(given.key(), given.opinion()) != null) {
        throw new ReviewRefusedException(Refusal.NOT_WHOLE, given.key());
      }
    }
    work.file(filledIn.role(), filledIn.assessor(), opinions, at);
    return opinions.size();
  }

  private Map<EvidenceId, Piece> pieces(List<Reviewed> waiting) throws CaseFileException {
    SerialMask mask = book.file().mask(identifier);
    Map<EvidenceId, Piece> pieces = new HashMap<>();
    for (Statement statement : waiting.stream().map(Reviewed::statement).toList()) {
      for (EvidenceId id : new ArrayList<>(statement.evidence())) {
        if (!pieces.containsKey(id)) {
          book.file()
              .evidence(id)
              .map(piece -> CaseFile.over(piece, mask))
              .ifPresent(piece -> pieces.put(id, shown(piece)));
        }
      }
    }
    return pieces;
  }

  private static Piece shown(Evidence piece) {
    return new Piece(
        piece.id().hex(),
        piece.service().toString(),
        CleanText.of(piece.question(), 200),
        CleanText.of(piece.bytes().head(Piece.LONGEST).utf8(), Piece.LONGEST));
  }
}
