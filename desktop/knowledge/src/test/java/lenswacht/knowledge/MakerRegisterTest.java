package lenswacht.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import lenswacht.knowledge.Jurisdiction.Criterion;
import org.junit.jupiter.api.Test;

class MakerRegisterTest {
  private static final MakerRegister MAKERS = Edition.bundled().makers();

  @Test
  void seat_decides_the_two_criteria() {
    assertThat(MAKERS.meets("Hikvision", Criterion.COMPELLED)).isEqualTo(Truth.YES);
    assertThat(MAKERS.meets("Hikvision", Criterion.OFFENSIVE)).isEqualTo(Truth.YES);
    assertThat(MAKERS.meets("Axis", Criterion.COMPELLED)).isEqualTo(Truth.NO);
  }

  @Test
  void seats_that_differ_leave_it_not_determined() {
    assertThat(MAKERS.meets("TP-Link", Criterion.COMPELLED)).isEqualTo(Truth.NOT_DETERMINED);
  }

  @Test
  void unknown_maker_is_not_determined() {
    assertThat(MAKERS.meets("Nobody", Criterion.OFFENSIVE)).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(MAKERS.meets("TBK", Criterion.OFFENSIVE)).isEqualTo(Truth.NOT_DETERMINED);
  }

  @Test
  void two_instruments_of_one_government_count_once() {
    assertThat(MAKERS.listings("Dahua")).hasSize(3);
    assertThat(MAKERS.partnerListings("Dahua")).isEqualTo(2);
    assertThat(MAKERS.partnerListings("Hikvision")).isEqualTo(3);
    assertThat(MAKERS.partnerListings("Axis")).isZero();
  }

  @Test
  void at_least_forty_makers_each_with_source_and_date() {
    assertThat(MAKERS.makers()).hasSizeGreaterThan(40);
    assertThat(MAKERS.makers()).allMatch(maker -> !maker.source().isBlank());
    assertThat(MAKERS.makers()).allMatch(maker -> !maker.date().isBlank());
    assertThat(MAKERS.jurisdictions()).allMatch(said -> !said.source().isBlank());
  }

  @Test
  void remedies_come_cheapest_first_and_clear_known_rules() {
    Remedies remedies = Edition.bundled().remedies();

    assertThat(remedies.all()).hasSize(27);
    assertThat(remedies.clearing("R02"))
        .extracting(Remedy::id)
        .containsExactly("M01", "M02", "M16", "M15");
    assertThat(remedies.all())
        .filteredOn(Remedy::affectsPurpose)
        .extracting(Remedy::id)
        .containsExactly("M17", "M18", "M19", "M21");
  }

  @Test
  void owners_stand_in_the_chain_and_old_sources_are_marked() {
    assertThat(MAKERS.chain("EZVIZ"))
        .extracting(Maker::name)
        .containsExactly("EZVIZ", "Hikvision", "CETHIK", "CETC");
    assertThat(MAKERS.chainText("EZVIZ", LocalDate.of(2026, 11, 21)))
        .isEqualTo(
            "EZVIZ (CN, 2026-11-20) < Hikvision (CN 42 %, 2019-06-25?)"
                + " < CETHIK (CN 100 %, 2026-11-21) < CETC (CN 100 %, 2026-11-21)");
    assertThat(MAKERS.chain("nobody")).isEmpty();
  }

  @Test
  void a_list_names_a_maker_by_name_or_by_its_owner() {
    Set<String> named = Set.of("Hikvision", "Hytera");
    assertThat(MAKERS.isNamed("EZVIZ", named)).isEqualTo(Truth.YES);
    assertThat(MAKERS.isNamed("Hytera", named)).isEqualTo(Truth.YES);
    assertThat(MAKERS.isNamed("Axis", named)).isEqualTo(Truth.NO);
    assertThat(MAKERS.isNamed("TBK", named)).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(MAKERS.isNamed("Nobody", named)).isEqualTo(Truth.NOT_DETERMINED);
  }

  @Test
  void a_seat_counts_for_the_maker_and_for_its_owners() {
    assertThat(MAKERS.isSeated("Dahua", "CN")).isEqualTo(Truth.YES);
    assertThat(MAKERS.isSeated("Pyronix", "CN")).isEqualTo(Truth.YES);
    assertThat(MAKERS.isSeated("Axis", "CN")).isEqualTo(Truth.NO);
    assertThat(MAKERS.isSeated("TP-Link", "CN")).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(MAKERS.isSeated("Nobody", "CN")).isEqualTo(Truth.NOT_DETERMINED);
  }

  @Test
  void a_minority_holder_is_told_but_stands_in_no_chain() {
    assertThat(MAKERS.owners("Dahua")).extracting(Ownership::owner).containsExactly("China Mobile");
    assertThat(MAKERS.chain("Dahua")).hasSize(1);
    assertThat(MAKERS.stateShare("EZVIZ")).hasValue(42);
    assertThat(MAKERS.stateShare("Dahua")).isEmpty();
  }

  @Test
  void a_source_ages_from_its_last_possible_day() {
    LocalDate day = LocalDate.of(2026, 11, 21);
    assertThat(Age.isOverAYear("2025-11-21", day)).isFalse();
    assertThat(Age.isOverAYear("2025-11-20", day)).isTrue();
    assertThat(Age.isOverAYear("2025-11", day)).isFalse();
    assertThat(Age.isOverAYear("2025-10", day)).isTrue();
    assertThat(Age.isOverAYear("2025", day)).isFalse();
    assertThat(Age.isOverAYear("2024", day)).isTrue();
    assertThat(Age.isOverAYear("long ago", day)).isTrue();
  }
}
