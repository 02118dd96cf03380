package lenswacht.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import lenswacht.knowledge.Effect;
import lenswacht.knowledge.Field;
import lenswacht.knowledge.Remedy;
import lenswacht.knowledge.Rule;
import lenswacht.knowledge.Truth;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final long SEED = 20_191_120;
  private static final int ROUNDS = 25;

  @Test
  void nothing_known_leaves_the_whole_range_open() {
    Facts nothing = new Facts(Map.of(), Map.of());

    for (Axis axis : Axis.values()) {
      assertThat(Samples.rate(axis, nothing).level())
          .isEqualTo(new Interval(Level.VERY_LOW, Level.VERY_HIGH));
    }
  }

  @Test
  void unknown_maker_leaves_supplier_leverage_between_very_low_and_very_high() {
    Facts facts = Samples.facts("supplier.unknown=yes");
    for (String field :
        List.of(
            "supplier.compelled",
            "supplier.offensive",
            "supplier.partner_listings",
            "supplier.state_share_percent")) {
      facts = Samples.without(facts, field);
    }

    FactorReading supplier =
        Samples.rate(Axis.ESPIONAGE, facts).factors().stream()
            .filter(factor -> factor.factor().equals("E_SUP"))
            .findFirst()
            .orElseThrow();

    assertThat(supplier.level()).isEqualTo(new Interval(Level.VERY_LOW, Level.VERY_HIGH));
    assertThat(supplier.fired()).isEmpty();
    assertThat(supplier.open()).containsExactly("R14", "R13", "R12");
  }

  @Test
  void resolving_an_unknown_keeps_the_interval_inside_the_former_one() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Facts facts = new Facts(Map.of(), Map.of());
      List<String> order = new ArrayList<>(Samples.EDITION.pack().inputs());
      Collections.shuffle(order, random);
      Interval espionage = Samples.rate(Axis.ESPIONAGE, facts).level();
      Interval privacy = Samples.rate(Axis.PRIVACY, facts).level();
      for (String field : order) {
        facts = Samples.with(facts, field + "=" + any(field, random));
        Interval closerEspionage = Samples.rate(Axis.ESPIONAGE, facts).level();
        Interval closerPrivacy = Samples.rate(Axis.PRIVACY, facts).level();
        assertInside(closerEspionage, espionage);
        assertInside(closerPrivacy, privacy);
        espionage = closerEspionage;
        privacy = closerPrivacy;
      }
      assertThat(espionage.isExact()).isTrue();
      assertThat(privacy.isExact()).isTrue();
    }
  }

  @Test
  void a_rule_that_fires_on_top_never_lowers_a_rating() {
    Random random = new Random(SEED);
    List<Rule> raising =
        Samples.EDITION.pack().rules().stream()
            .filter(
                rule ->
                    rule.effects().stream().allMatch(effect -> effect.kind() == Effect.Kind.RAISE))
            .toList();
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, Truth> truths = new LinkedHashMap<>();
      for (Rule rule : Samples.EDITION.pack().rules()) {
        truths.put(rule.id(), Truth.values()[random.nextInt(3)]);
      }
      String fired = raising.get(random.nextInt(raising.size())).id();
      truths.put(fired, Truth.NO);
      Map<String, Truth> more = new LinkedHashMap<>(truths);
      more.put(fired, Truth.YES);
      for (Axis axis : Axis.values()) {
        Engine engine = new Engine(Samples.EDITION.pack());
        Interval before = engine.rate(axis, new Reading(truths)).level();
        Interval after = engine.rate(axis, new Reading(more)).level();
        assertThat(after.best()).isGreaterThanOrEqualTo(before.best());
        assertThat(after.worst()).isGreaterThanOrEqualTo(before.worst());
      }
    }
  }

  @Test
  void a_remedy_never_raises_a_rating() {
    Random random = new Random(SEED);
    Engine engine = new Engine(Samples.EDITION.pack());
    for (int round = 0; round < 6; round++) {
      Map<String, Truth> truths = new LinkedHashMap<>();
      for (Rule rule : Samples.EDITION.pack().rules()) {
        truths.put(rule.id(), Truth.values()[random.nextInt(3)]);
      }
      Reading reading = new Reading(truths);
      for (Axis axis : Axis.values()) {
        Interval before = engine.rate(axis, reading).level();
        for (Remedy remedy : Samples.EDITION.remedies().all()) {
          Interval after = engine.rate(axis, reading.without(Set.copyOf(remedy.clears()))).level();
          assertThat(after.best()).as(remedy.id()).isLessThanOrEqualTo(before.best());
          assertThat(after.worst()).as(remedy.id()).isLessThanOrEqualTo(before.worst());
        }
      }
    }
  }

  @Test
  void a_higher_number_never_lowers_a_rating() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Facts facts = Samples.facts();
      for (String field : Samples.EDITION.pack().inputs()) {
        facts = Samples.with(facts, field + "=" + any(field, random));
      }
      for (String field :
          List.of(
              "retention.days",
              "image.px_per_m",
              "weakness.firmware_age_days",
              "supplier.state_share_percent",
              "supplier.partner_listings")) {
        for (Axis axis : Axis.values()) {
          Level before = Level.VERY_LOW;
          for (int number : List.of(0, 3, 4, 28, 29, 79, 80, 90, 91, 250, 381, 635, 731, 1000)) {
            Level after =
                Samples.rate(axis, Samples.with(facts, field + "=" + number)).level().worst();
            assertThat(after).as(field + " " + number).isGreaterThanOrEqualTo(before);
            before = after;
          }
        }
      }
    }
  }

  @Test
  void a_yes_to_more_exposure_never_lowers_a_rating() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Facts facts = Samples.facts();
      for (String field : Samples.EDITION.pack().inputs()) {
        facts = Samples.with(facts, field + "=" + any(field, random));
      }
      for (String field : Samples.EDITION.pack().inputs()) {
        if (field.startsWith("exposure.")
            || field.startsWith("segmentation.")
            || field.startsWith("weakness.")
            || field.startsWith("outside.")) {
          boolean good =
              List.of(
                      "exposure.egress_filter",
                      "exposure.no_route_out",
                      "weakness.hardened_and_retested")
                  .contains(field);
          if (Samples.EDITION.pack().field(field).orElseThrow().type() != Field.Type.YES_NO) {
            continue;
          }
          Facts less = Samples.with(facts, field + "=" + (good ? "yes" : "no"));
          Facts more = Samples.with(facts, field + "=" + (good ? "no" : "yes"));
          for (Axis axis : Axis.values()) {
            assertThat(Samples.rate(axis, more).level().worst())
                .as(field)
                .isGreaterThanOrEqualTo(Samples.rate(axis, less).level().worst());
          }
        }
      }
    }
  }

  @Test
  void any_neglect_gives_the_same_path_a_whoever_made_the_camera() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Facts facts = Samples.facts();
      for (String field : Samples.EDITION.pack().inputs()) {
        if (!field.startsWith("supplier.")) {
          facts = Samples.with(facts, field + "=" + any(field, random));
        }
      }
      Facts leverage =
          Samples.with(
              facts,
              "supplier.compelled=yes",
              "supplier.offensive=yes",
              "supplier.state_share_percent=42");
      assertThat(Samples.rate(Axis.ESPIONAGE, leverage).steps().getFirst())
          .isEqualTo(Samples.rate(Axis.ESPIONAGE, facts).steps().getFirst());
      assertThat(Samples.rate(Axis.PRIVACY, leverage).level())
          .isEqualTo(Samples.rate(Axis.PRIVACY, facts).level());
    }
  }

  @Test
  void headline_names_the_rules_without_which_it_would_be_lower() {
    Rating rating =
        Samples.rate(Axis.PRIVACY, Samples.facts("fr.enabled=yes", "retention.days=10"));

    assertThat(rating.level()).isEqualTo(Interval.exactly(Level.VERY_HIGH));
    assertThat(rating.decidedBy()).containsExactly("R31");
  }

  @Test
  void silencing_what_decided_lowers_the_headline() {
    Random random = new Random(SEED);
    Engine engine = new Engine(Samples.EDITION.pack());
    for (int round = 0; round < ROUNDS; round++) {
      Facts facts = new Facts(Map.of(), Map.of());
      for (String field : Samples.EDITION.pack().inputs()) {
        facts = Samples.with(facts, field + "=" + any(field, random));
      }
      Reading reading = Reading.of(Samples.EDITION.pack(), facts);
      for (Axis axis : Axis.values()) {
        Rating rating = engine.rate(axis, reading);
        if (!rating.decidedBy().isEmpty()) {
          Rating without = engine.rate(axis, reading.without(Set.copyOf(rating.decidedBy())));
          assertThat(without.level().worst()).isLessThan(rating.level().worst());
        }
      }
    }
  }

  private static void assertInside(Interval inner, Interval outer) {
    assertThat(inner.best()).isGreaterThanOrEqualTo(outer.best());
    assertThat(inner.worst()).isLessThanOrEqualTo(outer.worst());
  }

  private static String any(String name, Random random) {
    Field field = Samples.EDITION.pack().field(name).orElseThrow();
    return switch (field.type()) {
      case YES_NO -> random.nextBoolean() ? "yes" : "no";
      case NUMBER -> Integer.toString(random.nextInt(900));
      case CHOICE -> field.choices().get(random.nextInt(field.choices().size()));
      case DATE -> random.nextBoolean() ? "2018-06-01" : "2026-02-01";
    };
  }
}
