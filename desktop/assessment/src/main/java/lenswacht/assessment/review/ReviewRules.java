package lenswacht.assessment.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lenswacht.assessment.review.ReviewEvent.Assigned;
import lenswacht.assessment.review.ReviewEvent.Determined;
import lenswacht.assessment.review.ReviewEvent.Deviated;
import lenswacht.assessment.review.ReviewEvent.Filed;
import lenswacht.assessment.review.ReviewEvent.Handled;
import lenswacht.assessment.review.ReviewEvent.Marked;
import lenswacht.assessment.review.ReviewEvent.PassedOn;
import lenswacht.assessment.review.Reviewed.Filing;

/// What may be done in a review as it is now.
///
/// @param review as it is
/// @param circumstances what it is held against
public record ReviewRules(Review review, Circumstances circumstances) {
  /// Whether `event` may be added; an opinion in it stands in the clear here.
  ///
  /// @throws ReviewRefusedException if it may not
  public void check(ReviewEvent event) throws ReviewRefusedException {
    refuseIf(!PersonName.of(event.by()).isName(), Refusal.NO_NAME, event.by());
    switch (event) {
      case Assigned assigned -> {
        Optional<Refusal> refusal = independence().ofRole(assigned.role(), assigned.to());
        refuse(refusal, assigned.to());
      }
      case Marked marked -> of(marked.key());
      case Handled handled -> check(handled);
      case Deviated deviated -> check(deviated);
      case PassedOn passed -> checkRole(passed.role(), passed.to());
      case Filed filed -> check(filed);
      case Determined determined -> check(determined);
    }
  }

  private Independence independence() {
    return Independence.of(circumstances, review.operators(), review.roles());
  }

  private void check(Handled handled) throws ReviewRefusedException {
    Reviewed now = of(handled.statement().key(), handled.statement().hash());
    checkRole(Role.HANDLER, handled.by());
    refuseIf(now.handled().isPresent(), Refusal.ALREADY_HANDLED, now.statement().key());
  }

  private void check(Deviated deviated) throws ReviewRefusedException {
    Reviewed now = of(deviated.key(), deviated.hash());
    refuseIf(
        !now.filings().isEmpty() && isStillRunning(now), Refusal.ALREADY_FILED, deviated.key());
    if (deviated.deviation().isPresent()) {
      Deviation deviation = deviated.deviation().get();
      refuseIf(
          !Opinion.canDeviate(now.statement()).contains(deviation.instead()),
          Refusal.NO_DEVIATION,
          deviation.instead().word());
      refuseIf(
          !deviation.isInForce(circumstances.onDay()),
          Refusal.DEVIATION_ENDED,
          deviation.until().toString());
    }
  }

  /// A deviation that assessors may have concluded by is not changed below them.
  private static boolean isStillRunning(Reviewed now) {
    return now.fit().state() != Fit.State.DEVIATION_ENDED;
  }

  private void check(Filed filed) throws ReviewRefusedException {
    Reviewed now = of(filed.key(), filed.hash());
    checkRole(filed.role(), filed.by());
    refuseIf(!filed.role().isAssessor(), Refusal.NOT_ASSIGNED, filed.by());
    refuseIf(now.handled().isEmpty(), Refusal.NOT_HANDLED, filed.key());
    refuseIf(now.filing(filed.role()).isPresent(), Refusal.ALREADY_FILED, filed.key());
    refuse(
        independence().ofAssessor(filed.role(), filed.by(), now.handled().map(Reviewed.Done::by)),
        filed.by());
    for (Filing other : now.filings()) {
      refuseIf(
          Independence.maybe(other.done().by(), filed.by()), Refusal.SAME_ASSESSOR, filed.by());
    }
    if (filed.opinion().isPresent()) {
      check(now, filed.opinion().get(), circumstances.onDay());
    }
  }

  /// Whether an opinion may be held of a statement.
  ///
  /// @throws ReviewRefusedException if nothing carries its conclusion
  public static void check(Reviewed now, Opinion opinion, LocalDate onDay)
      throws ReviewRefusedException {
    Optional<Deviation> ended = opinion.deviation().filter(own -> !own.isInForce(onDay));
    refuseIf(
        ended.isPresent(),
        Refusal.DEVIATION_ENDED,
        ended.map(d -> d.until().toString()).orElse(""));
    refuseIf(
        !opinion.isCarried(now.statement(), now.deviation().map(Reviewed.Noted::deviation), onDay),
        Refusal.NOT_CARRIED,
        opinion.conclusion().word());
  }

  private void check(Determined determined) throws ReviewRefusedException {
    List<Reviewed> open =
        review.statements().stream()
            .filter(one -> one.stage().compareTo(Stage.SECOND_ASSESSMENT) < 0)
            .toList();
    refuseIf(
        review.statements().isEmpty() || !open.isEmpty(),
        Refusal.NOT_ALL_ASSESSED,
        Integer.toString(open.size()));
    long sealed = review.statements().stream().filter(one -> one.standing().isEmpty()).count();
    refuseIf(sealed > 0, Refusal.NOT_OPENED, Long.toString(sealed));
    for (Reviewed one : review.statements()) {
      for (Filing filing : one.filings()) {
        refuseIf(
            Independence.maybe(filing.done().by(), determined.by()),
            Refusal.ASSESSOR_DETERMINES,
            determined.by());
      }
    }
    refuseIf(
        !determined.settled().equals(review.settled()),
        Refusal.CONTENT_CHANGED,
        determined.review());
  }

  private void checkRole(Role role, String name) throws ReviewRefusedException {
    String holder = review.roles().get(role);
    refuseIf(holder == null || !Independence.isSame(holder, name), Refusal.NOT_ASSIGNED, name);
  }

  private Reviewed of(String key) throws ReviewRefusedException {
    return review.of(key).orElseThrow(() -> new ReviewRefusedException(Refusal.NO_STATEMENT, key));
  }

  private Reviewed of(String key, String hash) throws ReviewRefusedException {
    Reviewed now = of(key);
    refuseIf(!now.statement().hash().equals(hash), Refusal.CONTENT_CHANGED, key);
    return now;
  }

  private static void refuse(Optional<Refusal> refusal, String subject)
      throws ReviewRefusedException {
    if (refusal.isPresent()) {
      throw new ReviewRefusedException(refusal.get(), subject);
    }
  }

  private static void refuseIf(boolean isSo, Refusal refusal, String subject)
      throws ReviewRefusedException {
    refuse(isSo ? Optional.of(refusal) : Optional.empty(), subject);
  }
}
