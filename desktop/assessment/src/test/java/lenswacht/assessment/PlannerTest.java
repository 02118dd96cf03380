package lenswacht.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.knowledge.Field;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.PriceList;
import lenswacht.knowledge.Remedy;
import org.junit.jupiter.api.Test;

/// The plans of the worked cases, and proof that no set of remedies is cheaper than the plan.
class PlannerTest {
  private static final long SEED = 20_191_120;
  private static final PolicyPack PACK = Samples.EDITION.pack();
  private static final List<Remedy> REMEDIES = Samples.EDITION.remedies().all();
  private static final PriceList PRICES = Samples.EDITION.remedies().prices();
  private static final Planner PLANNER = new Planner(Samples.EDITION, PRICES);

  /// Where remedies are planned, the way out and the updates of the maker are known too.
  private static final String[] NEGLECT = {
    "site.class=ministry",
    "view.staff_or_executive_entrance=yes",
    "image.px_per_m=700",
    "exposure.vendor_p2p_or_cloud=yes",
    "exposure.outbound_default_route=yes",
    "exposure.egress_filter=no",
    "weakness.default_or_blank_credential=yes",
    "weakness.cleartext_mgmt_or_rtsp=yes",
    "weakness.shared_admin_account=yes",
    "access.auto_update_from_vendor=yes",
    "access.update_staged=no",
    "retention.days=60"
  };
  private static final String[] STATE_LEVERAGE = {
    "supplier.compelled=yes", "supplier.offensive=yes", "supplier.partner_listings=3"
  };

  @Test
  void case_1_needs_egress_accounts_and_updates() {
    RatedAsset asset = rated("10.0.0.1", Samples.with(Samples.facts(NEGLECT), STATE_LEVERAGE));

    expect(asset, Goal.keepingPurpose(Level.MODERATE, Level.MODERATE), 3300, "M02", "M06", "M07");
    expect(
        asset, Goal.withEveryRemedy(Level.LOW, Level.LOW), 4150, "M02", "M06", "M07", "M19", "M23");
  }

  @Test
  void case_2_with_a_european_maker_needs_no_updates_without_the_maker() {
    RatedAsset asset = rated("10.0.0.1", Samples.facts(NEGLECT));

    expect(asset, Goal.keepingPurpose(Level.MODERATE, Level.MODERATE), 1800, "M02", "M06");
    expect(asset, Goal.withEveryRemedy(Level.LOW, Level.LOW), 2650, "M02", "M06", "M19", "M23");
  }

  @Test
  void case_3_is_there_already_and_gets_lower_only_by_touching_the_purpose() {
    RatedAsset asset =
        rated(
            "10.0.0.1",
            Samples.with(
                Samples.facts(
                    "site.class=ministry",
                    "view.staff_or_executive_entrance=yes",
                    "image.px_per_m=700",
                    "mitigation.verified=yes"),
                STATE_LEVERAGE));

    expect(asset, Goal.keepingPurpose(Level.MODERATE, Level.MODERATE), 0);
    assertThat(PLANNER.plan(List.of(asset), Goal.keepingPurpose(Level.LOW, Level.LOW)).outOfReach())
        .containsExactly("10.0.0.1");
    expect(asset, Goal.withEveryRemedy(Level.LOW, Level.LOW), 600, "M19");
  }

  @Test
  void case_4_needs_nothing() {
    RatedAsset asset =
        rated(
            "10.0.0.1",
            Samples.with(
                Samples.facts(
                    "site.class=municipality",
                    "segmentation.office_to_camera_reachable=yes",
                    "weakness.cleartext_mgmt_or_rtsp=yes"),
                STATE_LEVERAGE));

    expect(asset, Goal.keepingPurpose(Level.LOW, Level.LOW), 0);
  }

  @Test
  void case_5_keeps_the_door_with_safeguards_or_ends_it() {
    RatedAsset asset =
        rated(
            "10.0.0.1",
            Samples.facts(
                "site.class=ministry",
                "view.staff_or_executive_entrance=yes",
                "image.px_per_m=700",
                "fr.enabled=yes",
                "biometric.templates_present=yes",
                "decision.automatic_on_match=yes",
                "dpia.required=yes"));

    expect(asset, Goal.keepingPurpose(Level.MODERATE, Level.MODERATE), 9000, "M22");
    expect(asset, Goal.withEveryRemedy(Level.LOW, Level.LOW), 8900, "M19", "M21", "M26");
  }

  @Test
  void case_6_a_blocked_way_out_counts_only_once_the_installer_has_none() {
    RatedAsset asset =
        rated(
            "10.0.0.1",
            Samples.with(
                Samples.facts(
                    "site.class=tbb1",
                    "view.staff_or_executive_entrance=yes",
                    "image.px_per_m=700",
                    "access.third_party_remote=persistent",
                    "mitigation.feasible=none",
                    "weakness.kev_listed_cve=yes",
                    "storage.on_internet_connected_system=yes"),
                STATE_LEVERAGE));

    expect(asset, Goal.keepingPurpose(Level.MODERATE, Level.MODERATE), 4000, "M02", "M07", "M12");
    expect(
        asset,
        Goal.withEveryRemedy(Level.LOW, Level.LOW),
        11_200,
        "M02",
        "M07",
        "M12",
        "M18",
        "M24");
  }

  @Test
  void no_set_of_remedies_is_cheaper_than_the_plan() {
    Random random = new Random(SEED);
    for (int round = 0; round < 25; round++) {
      List<RatedAsset> assets = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(2); i++) {
        assets.add(rated("10.0.0." + (i + 1), random(random)));
      }
      Set<String> offered = new HashSet<>();
      while (offered.size() < 6) {
        offered.add(REMEDIES.get(random.nextInt(REMEDIES.size())).id());
      }
      Set<String> refused =
          REMEDIES.stream()
              .map(Remedy::id)
              .filter(id -> !offered.contains(id))
              .collect(Collectors.toSet());
      Goal goal =
          new Goal(Level.of(1 + random.nextInt(4)), Level.of(1 + random.nextInt(4)), true, refused);

      Plan plan = PLANNER.plan(assets, goal);
      Optional<Long> cheapest = bruteForce(assets, goal, offered);

      assertThat(plan.isReached()).isEqualTo(cheapest.isPresent());
      cheapest.ifPresent(euros -> assertThat(plan.euros()).isEqualTo(euros));
      assertThat(plan.steps().stream().mapToLong(Plan.Step::euros).sum()).isEqualTo(plan.euros());
    }
  }

  @Test
  void tables_in_numbers_give_what_the_engine_gives() {
    Random random = new Random(SEED);
    for (int round = 0; round < 100; round++) {
      RatedAsset asset = rated("10.0.0.1", random(random));
      Plan nothing =
          PLANNER.plan(List.of(asset), Goal.keepingPurpose(Level.VERY_HIGH, Level.VERY_HIGH));
      if (nothing.steps().isEmpty()) {
        assertThat(nothing.espionage()).isEqualTo(asset.espionage().level().worst());
        assertThat(nothing.privacy()).isEqualTo(asset.privacy().level().worst());
      }
      assertThat(nothing.espionage()).isLessThanOrEqualTo(asset.espionage().level().worst());
      assertThat(nothing.privacy()).isLessThanOrEqualTo(asset.privacy().level().worst());
    }
  }

  @Test
  void order_of_the_assets_does_not_matter() {
    Random random = new Random(SEED);
    List<RatedAsset> assets = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      assets.add(rated("10.0.0." + (i + 10), random(random)));
    }
    Goal goal = Goal.withEveryRemedy(Level.MODERATE, Level.MODERATE);
    Plan plan = PLANNER.plan(assets, goal);
    Collections.shuffle(assets, random);

    assertThat(PLANNER.plan(assets, goal)).isEqualTo(plan);
  }

  @Test
  void what_a_camera_is_for_is_touched_only_when_the_owner_agreed() {
    Random random = new Random(SEED);
    Set<String> touching =
        REMEDIES.stream()
            .filter(Remedy::affectsPurpose)
            .map(Remedy::id)
            .collect(Collectors.toSet());
    for (int round = 0; round < 20; round++) {
      RatedAsset asset = rated("10.0.0.1", random(random));
      for (Plan plan : PLANNER.front(List.of(asset), false)) {
        assertThat(plan.steps())
            .extracting(Plan.Step::remedy)
            .doesNotContainAnyElementsOf(touching);
      }
    }
  }

  @Test
  void finding_out_never_makes_a_plan_dearer() {
    Random random = new Random(SEED);
    Goal goal = Goal.withEveryRemedy(Level.MODERATE, Level.MODERATE);
    for (int round = 0; round < 30; round++) {
      Facts known = random(random);
      Facts open = known;
      for (String field : PACK.inputs()) {
        open = random.nextInt(4) == 0 ? Samples.without(open, field) : open;
      }
      Plan sure = PLANNER.plan(List.of(rated("10.0.0.1", known)), goal);
      Plan unsure = PLANNER.plan(List.of(rated("10.0.0.1", open)), goal);

      if (unsure.isReached()) {
        assertThat(sure.isReached()).isTrue();
        assertThat(sure.euros()).isLessThanOrEqualTo(unsure.euros());
      }
    }
  }

  @Test
  void front_rises_in_price_and_falls_in_level_and_a_budget_picks_from_it() {
    RatedAsset asset = rated("10.0.0.1", Samples.with(Samples.facts(NEGLECT), STATE_LEVERAGE));

    List<Plan> front = PLANNER.front(List.of(asset), true);

    assertThat(front).hasSizeGreaterThan(1);
    for (int i = 1; i < front.size(); i++) {
      Plan before = front.get(i - 1);
      Plan after = front.get(i);
      assertThat(after.euros()).isGreaterThan(before.euros());
      assertThat(
              after.espionage().compareTo(before.espionage()) < 0
                  || after.privacy().compareTo(before.privacy()) < 0)
          .isTrue();
    }
    assertThat(PLANNER.within(List.of(asset), 4150, true).orElseThrow().euros()).isEqualTo(4150);
    assertThat(PLANNER.within(List.of(asset), 10, true)).isEmpty();
  }

  @Test
  void a_default_login_is_cleared_even_where_the_level_is_low() {
    RatedAsset asset = rated("10.0.0.1", Samples.facts("weakness.default_or_blank_credential=yes"));

    Plan plan = PLANNER.plan(List.of(asset), Goal.keepingPurpose(Level.VERY_HIGH, Level.VERY_HIGH));

    assertThat(plan.steps()).extracting(Plan.Step::remedy).containsExactly("M06");
    assertThat(plan.steps().getFirst().silences()).containsExactly("R06");
  }

  @Test
  void a_remedy_of_the_site_is_paid_once_and_one_of_an_asset_for_each() {
    List<RatedAsset> assets = new ArrayList<>();
    for (int i = 1; i <= 7; i++) {
      assets.add(rated("10.0.0." + i, Samples.with(Samples.facts(NEGLECT), STATE_LEVERAGE)));
    }

    Plan plan = PLANNER.plan(assets, Goal.keepingPurpose(Level.MODERATE, Level.MODERATE));

    assertThat(plan.isReached()).isTrue();
    for (Plan.Step step : plan.steps()) {
      Remedy remedy =
          REMEDIES.stream().filter(one -> one.id().equals(step.remedy())).findFirst().orElseThrow();
      assertThat(step.euros()).isEqualTo((remedy.perAsset() ? 7L : 1L) * PRICES.of(remedy));
    }
  }

  private static void expect(RatedAsset asset, Goal goal, long euros, String... remedies) {
    Plan plan = PLANNER.plan(List.of(asset), goal);
    assertThat(plan.isReached()).isTrue();
    assertThat(plan.steps()).extracting(Plan.Step::remedy).containsExactly(remedies);
    assertThat(plan.euros()).isEqualTo(euros);
  }

  /// Tries every set of remedies, for two assets every pair of sets, with the engine itself.
  private static Optional<Long> bruteForce(
      List<RatedAsset> assets, Goal goal, Set<String> offered) {
    List<Remedy> some = REMEDIES.stream().filter(one -> offered.contains(one.id())).toList();
    List<Set<Long>> good = new ArrayList<>();
    for (RatedAsset asset : assets) {
      Set<Long> reaching = new HashSet<>();
      for (long set = 0; set < 1L << some.size(); set++) {
        if (reaches(asset, goal, chosen(some, set))) {
          reaching.add(set);
        }
      }
      good.add(reaching);
    }
    long best = Long.MAX_VALUE;
    for (long first : good.getFirst()) {
      for (long second : good.size() == 1 ? Set.of(first) : good.getLast()) {
        best = Math.min(best, price(some, first, second, assets.size()));
      }
    }
    return best == Long.MAX_VALUE ? Optional.empty() : Optional.of(best);
  }

  private static long price(List<Remedy> some, long first, long second, int assets) {
    long price = 0;
    for (int i = 0; i < some.size(); i++) {
      boolean one = (first >> i & 1) != 0;
      boolean two = assets > 1 && (second >> i & 1) != 0;
      int times = (one ? 1 : 0) + (two ? 1 : 0);
      int paid = some.get(i).perAsset() ? times : Math.min(1, times);
      price += (long) paid * PRICES.of(some.get(i));
    }
    return price;
  }

  private static List<Remedy> chosen(List<Remedy> some, long set) {
    List<Remedy> chosen = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      if ((set >> i & 1) != 0) {
        chosen.add(some.get(i));
      }
    }
    return chosen;
  }

  private static boolean reaches(RatedAsset asset, Goal goal, List<Remedy> remedies) {
    Set<String> silenced =
        remedies.stream().flatMap(one -> one.clears().stream()).collect(Collectors.toSet());
    Reading reading = READINGS.get(asset.address()).without(silenced);
    Engine engine = new Engine(PACK);
    Tables tables = new Tables(PACK);
    int[] levels = new int[tables.size()];
    for (Axis axis : Axis.values()) {
      for (FactorReading factor : engine.rate(axis, reading).factors()) {
        levels[tables.index(factor.factor())] = factor.level().worst().number();
      }
    }
    for (Remedy remedy : remedies) {
      boolean quiet =
          remedy.capsIfQuiet().stream()
              .allMatch(rule -> reading.of(rule) == lenswacht.knowledge.Truth.NO);
      for (String cap : quiet ? remedy.caps() : List.<String>of()) {
        int factor = tables.index(cap.split("<=")[0]);
        levels[factor] = Math.min(levels[factor], Integer.parseInt(cap.split("<=")[1]));
      }
    }
    boolean hard =
        Samples.EDITION.remedies().hard().stream()
            .anyMatch(rule -> reading.of(rule) != lenswacht.knowledge.Truth.NO);
    return !hard
        && tables.espionage(levels) <= goal.espionage().number()
        && tables.privacy(levels) <= goal.privacy().number();
  }

  private static final Map<String, Reading> READINGS = new TreeMap<>();

  private static RatedAsset rated(String address, Facts facts) {
    Reading reading = Reading.of(PACK, facts);
    READINGS.put(address, reading);
    Engine engine = new Engine(PACK);
    return new RatedAsset(
        address,
        Trace.NONE,
        Optional.empty(),
        Samples.camera(Optional.empty(), Confidence.HINT),
        engine.rate(Axis.ESPIONAGE, reading),
        engine.rate(Axis.PRIVACY, reading),
        new Judgement(
            new FindingWriter(PACK).write(reading, facts),
            List.of(),
            Exposure.unknown(address),
            List.of(),
            1));
  }

  /// Mostly quiet, so that goals are often within reach.
  private static Facts random(Random random) {
    Facts facts = Samples.facts();
    for (String name : PACK.inputs()) {
      if (random.nextInt(3) == 0) {
        Field field = PACK.field(name).orElseThrow();
        String value =
            switch (field.type()) {
              case YES_NO -> random.nextBoolean() ? "yes" : "no";
              case NUMBER -> Integer.toString(random.nextInt(900));
              case CHOICE -> field.choices().get(random.nextInt(field.choices().size()));
              case DATE -> "2018-06-01";
            };
        facts = Samples.with(facts, name + "=" + value);
      }
    }
    return facts;
  }
}
