package lenswacht.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import lenswacht.assessment.advisory.Product;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Field;
import lenswacht.knowledge.PackChoice;
import lenswacht.knowledge.PackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What must hold of ratings and verdicts under each pack that comes with the program.
class PackPropertiesTest {
  private static final long SEED = 20_191_120;
  private static final int ROUNDS = 2;
  private static final int AT_ONCE = 8;
  private static final LocalDate LATE = LocalDate.of(2028, 1, 1);

  static Stream<Edition> editions() throws PackException {
    Stream.Builder<Edition> editions = Stream.builder();
    for (String id : Edition.bundled().packs()) {
      editions.add(Edition.bundled(new PackChoice.Named(id)));
    }
    return editions.build();
  }

  @ParameterizedTest
  @MethodSource("editions")
  void knowing_more_narrows_ratings_and_settles_verdicts(Edition edition) {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      List<String> order = new ArrayList<>(edition.pack().inputs());
      Collections.shuffle(order, random);
      Map<String, String> facts = new LinkedHashMap<>();
      StatedFacts before = rate(edition, facts, LATE);
      for (String field : order) {
        facts.put(field, any(edition.pack().field(field).orElseThrow(), random));
        if (facts.size() % AT_ONCE != 0 && facts.size() < order.size()) {
          continue;
        }
        StatedFacts after = rate(edition, facts, LATE);
        assertInside(after.espionage().level(), before.espionage().level());
        assertInside(after.privacy().level(), before.privacy().level());
        for (int i = 0; i < before.controls().size(); i++) {
          assertSettled(before.controls().get(i), after.controls().get(i));
        }
        assertThat(after.inputs().coverage()).isBetween(0.0, 1.0);
        before = after;
      }
      assertThat(before.inputs().open()).isEmpty();
      assertThat(before.espionage().level().isExact()).isTrue();
      assertThat(before.privacy().level().isExact()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("editions")
  void a_pack_changes_verdicts_and_never_levels(Edition edition) {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, String> facts = new HashMap<>();
      for (String field : Samples.EDITION.pack().inputs()) {
        if (random.nextInt(4) > 0) {
          facts.put(field, any(Samples.EDITION.pack().field(field).orElseThrow(), random));
        }
      }
      StatedFacts dutch = rate(Samples.EDITION, facts, LATE);
      StatedFacts other = rate(edition, facts, LATE);
      assertThat(other.espionage()).isEqualTo(dutch.espionage());
      assertThat(other.privacy()).isEqualTo(dutch.privacy());
    }
  }

  @ParameterizedTest
  @MethodSource("editions")
  void a_headline_above_the_lowest_names_what_decides_it(Edition edition) {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, String> facts = new HashMap<>();
      for (String field : edition.pack().inputs()) {
        if (random.nextBoolean()) {
          facts.put(field, any(edition.pack().field(field).orElseThrow(), random));
        }
      }
      StatedFacts rated = rate(edition, facts, LATE);
      for (Rating rating : List.of(rated.espionage(), rated.privacy())) {
        if (rating.level().worst().compareTo(Level.MODERATE) > 0) {
          assertThat(rating.decidedBy()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void a_named_maker_and_its_subsidiary_match_the_american_list_and_another_does_not()
      throws PackException {
    Edition us = Edition.bundled(new PackChoice.Named("us"));

    assertThat(verdict(us, maker("Hikvision"), "US-889-LIST")).isEqualTo(Verdict.NOT_SATISFIED);
    assertThat(verdict(us, maker("EZVIZ"), "US-889-LIST")).isEqualTo(Verdict.NOT_SATISFIED);
    assertThat(verdict(us, maker("Axis"), "US-889-LIST")).isEqualTo(Verdict.SATISFIED);
    assertThat(verdict(us, maker("TBK"), "US-889-LIST")).isEqualTo(Verdict.NOT_DETERMINED);
    assertThat(verdict(us, Optional.empty(), "US-889-LIST")).isEqualTo(Verdict.NOT_DETERMINED);
  }

  @Test
  void what_is_provided_for_another_purpose_is_outside_section_889() throws PackException {
    Edition us = Edition.bundled(new PackChoice.Named("us"));
    Map<String, String> facts = new HashMap<>();
    facts.put("us.provided_to_government", "yes");
    facts.put("us.essential_component_listed", "no");
    facts.put("us.other_entity_determined", "no");
    facts.put("us.security_purpose", "yes");
    assertThat(verdict(us, facts, maker("Dahua"), "US-889-A")).isEqualTo(Verdict.NOT_SATISFIED);
    facts.put("us.security_purpose", "no");
    assertThat(verdict(us, facts, maker("Dahua"), "US-889-A")).isEqualTo(Verdict.SATISFIED);
    assertThat(verdict(us, facts, maker("Huawei"), "US-889-A")).isEqualTo(Verdict.NOT_SATISFIED);
  }

  @Test
  void a_seat_in_china_matches_the_british_statement_only_on_a_sensitive_site()
      throws PackException {
    Edition uk = Edition.bundled(new PackChoice.Named("uk"));
    Map<String, String> facts = new HashMap<>();
    facts.put("uk.sensitive_site", "yes");
    facts.put("purchase.date", "2023-02-01");
    assertThat(verdict(uk, facts, maker("Uniview"), "UK-WMS-1")).isEqualTo(Verdict.NOT_SATISFIED);
    assertThat(verdict(uk, facts, maker("Axis"), "UK-WMS-1")).isEqualTo(Verdict.SATISFIED);
    facts.put("uk.sensitive_site", "no");
    assertThat(verdict(uk, facts, maker("Uniview"), "UK-WMS-1")).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void duties_of_the_ai_act_apply_from_their_day() throws PackException {
    Edition act = Edition.bundled(new PackChoice.Named("eu-aia"));
    Map<String, String> facts = new HashMap<>();
    facts.put("aia.high_risk_biometric", "yes");
    facts.put("aia.oversight_assigned", "no");
    assertThat(control(rate(act, facts, LocalDate.of(2027, 12, 1)), "AIA-26-2").verdict())
        .isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(control(rate(act, facts, LocalDate.of(2027, 12, 2)), "AIA-26-2").verdict())
        .isEqualTo(Verdict.NOT_SATISFIED);
  }

  private static Optional<Product> maker(String name) {
    return Optional.of(
        new Product(
            Optional.of(name),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static Verdict verdict(Edition edition, Optional<Product> product, String control) {
    return verdict(edition, Map.of(), product, control);
  }

  private static Verdict verdict(
      Edition edition, Map<String, String> facts, Optional<Product> product, String control) {
    return control(StatedFacts.rate(edition, facts, product, LATE), control).verdict();
  }

  private static ControlAnswer control(StatedFacts rated, String id) {
    return rated.controls().stream()
        .filter(answer -> answer.control().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static StatedFacts rate(Edition edition, Map<String, String> facts, LocalDate day) {
    return StatedFacts.rate(edition, facts, Optional.empty(), day);
  }

  private static void assertInside(Interval inner, Interval outer) {
    assertThat(inner.best()).isGreaterThanOrEqualTo(outer.best());
    assertThat(inner.worst()).isLessThanOrEqualTo(outer.worst());
  }

  private static void assertSettled(ControlAnswer before, ControlAnswer after) {
    switch (before.verdict()) {
      case NOT_SATISFIED, NOT_APPLICABLE ->
          assertThat(after.verdict()).as(before.control()).isEqualTo(before.verdict());
      case SATISFIED ->
          assertThat(after.verdict())
              .as(before.control())
              .isIn(Verdict.SATISFIED, Verdict.NOT_APPLICABLE);
      case NOT_DETERMINED ->
          assertThat(after.fired()).as(before.control()).containsAll(before.fired());
    }
  }

  private static String any(Field field, Random random) {
    return switch (field.type()) {
      case YES_NO -> random.nextBoolean() ? "yes" : "no";
      case NUMBER -> Integer.toString(random.nextInt(900));
      case CHOICE -> field.choices().get(random.nextInt(field.choices().size()));
      case DATE -> random.nextBoolean() ? "2018-06-01" : "2026-02-01";
    };
  }
}
