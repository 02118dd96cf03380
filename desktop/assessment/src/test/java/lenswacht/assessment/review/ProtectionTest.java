package lenswacht.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Which conclusion stands, over every pair and every three of them.
class ProtectionTest {
  @ParameterizedTest
  @EnumSource(StatementKind.class)
  void one_of_both_stands_whoever_came_first(StatementKind kind) {
    Protection protection = kind.protection();
    for (Conclusion one : kind.list()) {
      assertThat(protection.of(one, one)).isEqualTo(one);
      for (Conclusion other : kind.list()) {
        assertThat(protection.of(one, other)).isIn(one, other).isEqualTo(protection.of(other, one));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StatementKind.class)
  void a_more_protective_opinion_never_gives_a_less_protective_outcome(StatementKind kind) {
    Protection protection = kind.protection();
    List<Conclusion> rising = protection.rising();
    assertThat(rising).containsExactlyInAnyOrderElementsOf(kind.list());
    for (Conclusion fixed : rising) {
      for (int less = 0; less < rising.size(); less++) {
        for (int more = less; more < rising.size(); more++) {
          int before = rising.indexOf(protection.of(fixed, rising.get(less)));
          int after = rising.indexOf(protection.of(fixed, rising.get(more)));
          assertThat(after).isGreaterThanOrEqualTo(before);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StatementKind.class)
  void the_order_of_three_opinions_does_not_matter(StatementKind kind) {
    Protection protection = kind.protection();
    for (Conclusion one : kind.list()) {
      for (Conclusion two : kind.list()) {
        for (Conclusion three : kind.list()) {
          assertThat(protection.of(protection.of(one, two), three))
              .isEqualTo(protection.of(one, protection.of(two, three)));
        }
      }
    }
  }

  @Test
  void the_higher_level_stands() {
    assertThat(StatementKind.RATING.protection().of(Conclusion.LOW, Conclusion.HIGH))
        .isEqualTo(Conclusion.HIGH);
    assertThat(StatementKind.SITE_RATING.protection().of(Conclusion.VERY_HIGH, Conclusion.HIGH))
        .isEqualTo(Conclusion.VERY_HIGH);
  }

  @Test
  void an_accusation_shrinks_to_the_weaker_claim_and_a_danger_grows_to_the_graver_one() {
    for (Conclusion other : Conclusion.claims()) {
      assertThat(Protection.WEAKER_CLAIM.of(Conclusion.CANNOT_TELL, other))
          .isEqualTo(Conclusion.CANNOT_TELL);
      assertThat(Protection.GRAVER_CLAIM.of(Conclusion.NOT_OBSERVED, other)).isEqualTo(other);
    }
    for (StatementKind kind :
        List.of(StatementKind.MAKER, StatementKind.WAY_OUT, StatementKind.BIOMETRIC)) {
      assertThat(kind.protection().of(Conclusion.OBSERVED, Conclusion.CONSISTENT_WITH))
          .isEqualTo(Conclusion.CONSISTENT_WITH);
    }
    assertThat(StatementKind.REACH.protection().of(Conclusion.OBSERVED, Conclusion.CANNOT_TELL))
        .isEqualTo(Conclusion.OBSERVED);
  }

  @Test
  void that_nobody_can_tell_never_becomes_that_nothing_was_seen() {
    for (Protection protection : List.of(Protection.WEAKER_CLAIM, Protection.GRAVER_CLAIM)) {
      assertThat(protection.of(Conclusion.NOT_OBSERVED, Conclusion.CANNOT_TELL))
          .isEqualTo(Conclusion.CANNOT_TELL);
    }
  }

  @Test
  void a_level_is_no_claim() {
    assertThatThrownBy(() -> Protection.WEAKER_CLAIM.of(Conclusion.LOW, Conclusion.OBSERVED))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
