package lenswacht.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import lenswacht.observation.EvidenceId;
import org.junit.jupiter.api.Test;

class ReviewReaderTest {
  private static final Instant AT = Instant.parse("2026-03-05T10:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
  private static final EvidenceId EVIDENCE = new EvidenceId("0123456789abcdef0123456789abcdef");

  private static Statement maker(String address, Optional<String> mac, String maker) {
    return new Statement(
        StatementKind.MAKER,
        address,
        mac,
        "",
        Map.of("maker", maker, "brand", "", "confidence", "certain"),
        Conclusion.OBSERVED,
        List.of(Conclusion.CANNOT_TELL, Conclusion.CONSISTENT_WITH, Conclusion.OBSERVED),
        List.of(EVIDENCE),
        Optional.of(AT));
  }

  private static Statement rating(String level, Conclusion headline) {
    return new Statement(
        StatementKind.RATING,
        "192.0.2.9",
        Optional.empty(),
        "privacy",
        Map.of("level", level, "rules", "R31", "pack", "nl"),
        headline,
        List.of(headline),
        List.of(),
        Optional.of(AT));
  }

  private static Review read(List<Statement> proposed, List<ReviewEvent> events, LocalDate day) {
    return ReviewReader.read(
        "nl", proposed, events, new Circumstances(day, List.of(), Optional.empty()));
  }

  private static List<ReviewEvent> assessed(Statement statement, Opinion first, Opinion second) {
    List<ReviewEvent> events = new ArrayList<>();
    events.add(new ReviewEvent.Assigned(Role.OPERATOR, "Olga Oudejans", "Hans Heuvel", AT));
    events.add(new ReviewEvent.Handled(statement, "", "Hans Heuvel", AT));
    events.add(filed(statement, Role.FIRST, "Fatima Faber", first));
    events.add(filed(statement, Role.SECOND, "Sjoerd Smit", second));
    return events;
  }

  private static ReviewEvent filed(Statement statement, Role role, String by, Opinion opinion) {
    return new ReviewEvent.Filed(
        role, statement.key(), statement.hash(), role.word(), Optional.of(opinion), by, AT);
  }

  private static Opinion opinion(Conclusion conclusion) {
    return new Opinion(conclusion, "gezien", Optional.empty());
  }

  @Test
  void on_difference_the_weaker_claim_stands_and_both_are_kept() {
    Statement statement = maker("192.0.2.9", Optional.empty(), "Axis");
    Review review =
        read(
            List.of(statement),
            assessed(statement, opinion(Conclusion.OBSERVED), opinion(Conclusion.CONSISTENT_WITH)),
            DAY);
    Reviewed one = review.statements().getFirst();
    assertThat(one.standing()).contains(Conclusion.CONSISTENT_WITH);
    assertThat(one.isDifferent()).isTrue();
    assertThat(one.filings()).allSatisfy(filing -> assertThat(filing.opinion()).isPresent());
    assertThat(review.differences()).containsExactly(one);
  }

  @Test
  void one_opinion_alone_is_never_told_even_where_it_was_opened() {
    Statement statement = maker("192.0.2.9", Optional.empty(), "Axis");
    List<ReviewEvent> events =
        assessed(statement, opinion(Conclusion.OBSERVED), opinion(Conclusion.OBSERVED));
    Review review = read(List.of(statement), events.subList(0, 3), DAY);
    assertThat(review.statements().getFirst().stage()).isEqualTo(Stage.FIRST_ASSESSMENT);
    assertThat(review.statements().getFirst().filings().getFirst().opinion()).isEmpty();
    assertThat(review.statements().getFirst().standing()).isEmpty();
  }

  @Test
  void any_change_of_content_lets_approval_lapse_and_no_change_keeps_it() {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      Conclusion before = level(random);
      Conclusion after = level(random);
      Statement old = rating(before.word(), before);
      Statement now = rating(after.word(), after);
      List<ReviewEvent> events = assessed(old, opinion(before), opinion(before));
      Review then = read(List.of(old), events, DAY);
      events.add(new ReviewEvent.Determined(then.settled(), then.hash(), "Hans Heuvel", AT));
      assertThat(read(List.of(old), events, DAY).isDetermined()).isTrue();

      Review review = read(List.of(now), events, DAY);

      assertThat(review.isDetermined()).isEqualTo(before == after);
      assertThat(review.lapses().isEmpty()).isEqualTo(before == after);
      if (before != after) {
        assertThat(review.statements().getFirst().stage()).isEqualTo(Stage.DRAFT);
        Fit fit = review.lapses().getFirst().fit();
        assertThat(fit.oldHash()).contains(old.hash());
        assertThat(fit.differences())
            .containsExactly(new Fit.Difference("level", before.word(), after.word()));
        assertThat(review.lapses().getFirst().stage()).isEqualTo(Stage.DETERMINED);
      }
    }
  }

  private static Conclusion level(Random random) {
    return Conclusion.levels().get(random.nextInt(5));
  }

  @Test
  void a_decision_follows_an_asset_to_another_address_by_its_hardware_address() {
    Optional<String> mac = Optional.of("00:40:8C:01:02:03");
    Statement old = maker("192.0.2.9", mac, "Axis");
    List<ReviewEvent> events =
        assessed(old, opinion(Conclusion.OBSERVED), opinion(Conclusion.OBSERVED));
    Review moved = read(List.of(maker("192.0.2.77", mac, "Axis")), events, DAY);
    assertThat(moved.statements().getFirst().fit().state()).isEqualTo(Fit.State.FITS);
    Review unknown = read(List.of(maker("192.0.2.9", Optional.empty(), "Axis")), events, DAY);
    assertThat(unknown.statements().getFirst().stage()).isEqualTo(Stage.SECOND_ASSESSMENT);
    Review gone = read(List.of(), events, DAY);
    assertThat(gone.lapses().getFirst().fit().state()).isEqualTo(Fit.State.NOT_PROPOSED);
  }

  @Test
  void what_the_last_visit_did_not_meet_is_said_not_to_be_known() {
    Statement statement = maker("192.0.2.9", Optional.empty(), "Axis");
    List<ReviewEvent> events =
        assessed(statement, opinion(Conclusion.OBSERVED), opinion(Conclusion.OBSERVED));
    Review review =
        ReviewReader.read(
            "nl",
            List.of(statement),
            events,
            new Circumstances(DAY, List.of(), Optional.of(AT.plusSeconds(3600))));
    assertThat(review.statements().getFirst().fit().state()).isEqualTo(Fit.State.NOT_MET);
    assertThat(review.lapses()).hasSize(1);
  }

  @Test
  void a_lower_level_stands_on_a_deviation_as_long_as_that_lasts() {
    Statement statement = rating("high", Conclusion.HIGH);
    Deviation deviation =
        new Deviation(Conclusion.LOW, "hek", "brief 12", "A. de Vries", DAY.plusDays(30));
    Opinion low = new Opinion(Conclusion.LOW, "hek gezien", Optional.of(deviation));
    List<ReviewEvent> events = assessed(statement, low, low);
    assertThat(
            read(List.of(statement), events, DAY.plusDays(30)).statements().getFirst().standing())
        .contains(Conclusion.LOW);

    Review ended = read(List.of(statement), events, DAY.plusDays(31));

    assertThat(ended.statements().getFirst().stage()).isEqualTo(Stage.DRAFT);
    assertThat(ended.statements().getFirst().statement().proposed()).isEqualTo(Conclusion.HIGH);
    assertThat(ended.lapses().getFirst().fit().state()).isEqualTo(Fit.State.DEVIATION_ENDED);
    assertThat(
            read(List.of(statement), assessed(statement, low, opinion(Conclusion.HIGH)), DAY)
                .statements()
                .getFirst()
                .standing())
        .contains(Conclusion.HIGH);
  }

  @Test
  void no_deviation_claims_more_than_was_seen() {
    Statement statement =
        new Statement(
            StatementKind.REACH,
            "192.0.2.9",
            Optional.empty(),
            "internet",
            Map.of("from", "internet", "reached", "no"),
            Conclusion.NOT_OBSERVED,
            List.of(Conclusion.NOT_OBSERVED, Conclusion.CANNOT_TELL),
            List.of(),
            Optional.empty());
    for (Conclusion more :
        List.of(Conclusion.OBSERVED, Conclusion.CONSISTENT_WITH, Conclusion.NOT_ALLOWED)) {
      Deviation deviation = new Deviation(more, "gerucht", "krant", "A. de Vries", DAY);
      assertThat(
              new Opinion(more, "gerucht", Optional.of(deviation))
                  .isCarried(statement, Optional.of(deviation), DAY))
          .isFalse();
    }
    assertThatThrownBy(() -> new Deviation(Conclusion.LOW, "hek", " ", "A. de Vries", DAY))
        .hasMessageContaining("a source");
  }

  @Test
  void who_turns_out_to_have_scanned_did_not_assess_second() {
    Statement statement = maker("192.0.2.9", Optional.empty(), "Axis");
    List<ReviewEvent> events =
        assessed(statement, opinion(Conclusion.OBSERVED), opinion(Conclusion.OBSERVED));
    Review review =
        ReviewReader.read(
            "nl",
            List.of(statement),
            events,
            new Circumstances(DAY, List.of("S. Smit, beveiliging"), Optional.empty()));
    assertThat(review.lapses().getFirst().fit().state()).isEqualTo(Fit.State.NOT_INDEPENDENT);
    assertThat(review.statements().getFirst().filings()).isEmpty();
  }

  @Test
  void who_handled_a_statement_did_not_assess_it_either_way() {
    Statement statement = maker("192.0.2.9", Optional.empty(), "Axis");
    for (Role role : List.of(Role.FIRST, Role.SECOND)) {
      List<ReviewEvent> events = new ArrayList<>();
      events.add(new ReviewEvent.Handled(statement, "", "Hans Heuvel", AT));
      events.add(filed(statement, role, "HEUVEL, drs. H.", opinion(Conclusion.OBSERVED)));
      Review review = read(List.of(statement), events, DAY);
      assertThat(review.statements().getFirst().fit().state()).isEqualTo(Fit.State.NOT_INDEPENDENT);
      assertThat(review.statements().getFirst().filings()).isEmpty();
    }
  }

  @Test
  void who_was_the_operator_of_an_earlier_visit_stays_one_who_scanned() {
    Statement statement = maker("192.0.2.9", Optional.empty(), "Axis");
    List<ReviewEvent> events =
        assessed(statement, opinion(Conclusion.OBSERVED), opinion(Conclusion.OBSERVED));
    events.addFirst(new ReviewEvent.Assigned(Role.OPERATOR, "S. SMIT", "Hans Heuvel", AT));
    Review review = read(List.of(statement), events, DAY);
    assertThat(review.roles()).containsEntry(Role.OPERATOR, "Olga Oudejans");
    assertThat(review.operators()).containsExactly("S. SMIT", "Olga Oudejans");
    assertThat(review.statements().getFirst().fit().state()).isEqualTo(Fit.State.NOT_INDEPENDENT);
  }

  @Test
  void a_deviation_takes_a_reason_a_source_an_owner_and_an_end_that_has_not_passed() {
    assertThatThrownBy(() -> new Deviation(Conclusion.LOW, "", "brief 12", "A. de Vries", DAY))
        .hasMessageContaining("a reason");
    assertThatThrownBy(() -> new Deviation(Conclusion.LOW, "hek", "", "A. de Vries", DAY))
        .hasMessageContaining("a source");
    assertThatThrownBy(() -> new Deviation(Conclusion.LOW, "hek", "brief 12", "\t", DAY))
        .hasMessageContaining("an owner");
    Statement statement = rating("high", Conclusion.HIGH);
    Deviation ended =
        new Deviation(Conclusion.LOW, "hek", "brief 12", "A. de Vries", DAY.minusDays(1));
    ReviewRules rules =
        new ReviewRules(
            read(List.of(statement), List.of(), DAY),
            new Circumstances(DAY, List.of(), Optional.empty()));
    assertThatThrownBy(
            () ->
                rules.check(
                    new ReviewEvent.Deviated(
                        statement.key(), statement.hash(), Optional.of(ended), "Hans Heuvel", AT)))
        .isInstanceOf(ReviewRefusedException.class)
        .hasMessageContaining(ended.until().toString());
  }
}
