package lenswacht.assessment.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import lenswacht.assessment.floor.Reconciliation.Doubt;
import lenswacht.assessment.floor.Reconciliation.Why;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
  private static final Said SAID = new Said("J. Jansen", Instant.parse("2026-11-20T10:00:00Z"));

  private static NetworkAsset asset(String name, String mac, String serial, boolean video) {
    return new NetworkAsset(
        name,
        Set.of(name),
        Optional.of(mac).filter(one -> !one.isEmpty()),
        serial.isEmpty() ? Set.of() : Set.of(serial),
        "camera",
        video);
  }

  private static PaperList.Row row(String id, String address, String mac, String serial) {
    return new PaperList.Row(id, address, "hal", new Label("Axis", "P3245", mac, serial));
  }

  private static Papers papers(PaperList.Row... rows) {
    return new Papers(List.of(new PaperList("lijst", Arrays.asList(rows), SAID)), Map.of());
  }

  private static Sighting seen(String id, String mac, Match match) {
    return new Sighting(
        id,
        Optional.empty(),
        "hal",
        "koepel",
        new Label("Axis", "P3245", mac, ""),
        "",
        match,
        SAID);
  }

  private static SightRound round(Sighting... sightings) {
    return new SightRound(Arrays.asList(sightings), List.of());
  }

  private static final List<NetworkAsset> FOUND =
      List.of(
          asset("10.0.0.1", "aa:bb:cc:00:00:01", "#AAAA", true),
          asset("10.0.0.2", "aa:bb:cc:00:00:02", "#BBBB", true),
          asset("10.0.0.3", "aa:bb:cc:00:00:03", "", true),
          asset("10.0.0.9", "", "", false));

  @Test
  void rows_and_sightings_are_matched_by_address_hardware_address_and_serial_number() {
    Reconciliation known =
        Reconciliation.of(
            FOUND,
            true,
            papers(
                row("C1", "10.0.0.1", "", ""),
                row("C2", "", "AA-BB-CC-00-00-02", ""),
                row("C3", "", "", "#AAAA")),
            round(seen("s1", "aabbcc000001", Match.OPEN)));

    assertThat(known.byAsset().get("10.0.0.1").why())
        .containsExactlyInAnyOrder(Why.ADDRESS, Why.SERIAL, Why.HARDWARE);
    assertThat(known.byAsset().get("10.0.0.1").region()).isEqualTo(Region.ALL);
    assertThat(known.byAsset().get("10.0.0.2").region()).isEqualTo(Region.PAPER_NETWORK);
    assertThat(known.byAsset().get("10.0.0.3").region()).isEqualTo(Region.NETWORK);
    assertThat(known.count(Region.ALL)).hasValue(1);
    assertThat(known.count(Circle.PAPER)).hasValue(2);
    assertThat(known.doubts())
        .containsExactly(new Doubt(Doubt.Kind.TWICE, "lijst#C3", List.of("lijst#C1")));
  }

  @Test
  void brand_model_and_place_match_nothing() {
    Reconciliation known =
        Reconciliation.of(
            FOUND, true, papers(row("C1", "", "", "")), round(seen("s1", "", Match.OPEN)));

    assertThat(known.count(Region.PAPER)).hasValue(1);
    assertThat(known.count(Region.SEEN)).hasValue(1);
    assertThat(known.count(Region.NETWORK)).hasValue(3);
    assertThat(known.doubts()).isEmpty();
  }

  @Test
  void signs_that_point_to_different_assets_are_left_to_a_person() {
    Reconciliation known =
        Reconciliation.of(
            FOUND, true, papers(row("C1", "10.0.0.1", "aa:bb:cc:00:00:02", "")), SightRound.NONE);

    assertThat(known.doubts())
        .containsExactly(
            new Doubt(Doubt.Kind.SEVERAL, "lijst#C1", List.of("10.0.0.1", "10.0.0.2")));
    assertThat(known.count(Region.PAPER)).hasValue(1);
  }

  @Test
  void what_takes_no_pictures_is_no_camera_on_paper() {
    Reconciliation known =
        Reconciliation.of(FOUND, true, papers(row("C1", "10.0.0.9", "", "")), SightRound.NONE);

    assertThat(known.doubts())
        .containsExactly(new Doubt(Doubt.Kind.NO_CAMERA, "lijst#C1", List.of("10.0.0.9")));
  }

  @Test
  void a_persons_word_goes_before_the_rules_and_is_doubted_once_its_object_is_gone() {
    Papers said =
        new Papers(
            papers(row("C1", "10.0.0.1", "", "")).lists(),
            Map.of("lijst#C1", Match.is("10.0.0.3")));
    Reconciliation known =
        Reconciliation.of(
            FOUND, true, said, round(seen("s1", "aabbcc000001", Match.is("10.0.0.77"))));

    assertThat(known.byAsset().get("10.0.0.3").why()).containsExactly(Why.BY_HAND);
    assertThat(known.doubts())
        .containsExactly(new Doubt(Doubt.Kind.GONE, "s1", List.of("10.0.0.77")));
    assertThat(known.seenNotFound()).hasSize(1);
  }

  @Test
  void what_was_seen_may_be_a_row_on_paper_that_was_not_found() {
    Reconciliation known =
        Reconciliation.of(
            FOUND,
            true,
            papers(row("C1", "10.0.0.50", "", ""), row("C2", "", "aa:bb:cc:00:00:51", "")),
            round(
                seen("s1", "", Match.onPaper("lijst#C1")), seen("s2", "aabbcc000051", Match.OPEN)));

    assertThat(known.in(Region.PAPER_SEEN)).hasSize(2);
    assertThat(known.in(Region.PAPER_SEEN).getFirst().why()).containsExactly(Why.BY_HAND);
    assertThat(known.in(Region.PAPER_SEEN).getLast().why()).containsExactly(Why.HARDWARE);
  }

  @Test
  void what_nobody_looked_at_is_not_counted_as_nothing() {
    Reconciliation known = Reconciliation.of(FOUND, true, Papers.NONE, SightRound.NONE);

    assertThat(known.looked()).containsExactly(Circle.NETWORK);
    assertThat(known.count(Region.NETWORK)).hasValue(3);
    assertThat(known.count(Region.PAPER)).isEmpty();
    assertThat(known.count(Region.ALL)).isEmpty();
    assertThat(known.count(Circle.SEEN)).isEmpty();
    assertThat(known.isWhole()).isFalse();
  }

  @Test
  void a_round_that_saw_nothing_is_a_round() {
    SightRound empty = new SightRound(List.of(), List.of(new SightRound.Walked("kelder", SAID)));

    assertThat(Reconciliation.of(FOUND, true, Papers.NONE, empty).count(Circle.SEEN)).hasValue(0);
  }

  @Test
  void the_words_of_parts_come_back() {
    for (Region region : Region.values()) {
      assertThat(Region.of(region.word())).contains(region);
    }
    assertThat(Region.of("nowhere")).isEmpty();
  }

  @Test
  void a_view_that_cannot_be_is_refused() {
    assertThatThrownBy(
            () ->
                new View(
                    OptionalDouble.of(360),
                    OptionalDouble.empty(),
                    View.Source.NONE,
                    OptionalDouble.empty()))
        .hasMessageContaining("direction");
    assertThatThrownBy(
            () ->
                new View(
                    OptionalDouble.empty(),
                    OptionalDouble.of(90),
                    View.Source.NONE,
                    OptionalDouble.empty()))
        .hasMessageContaining("from somewhere");
    assertThat(View.UNKNOWN.turned(-5).direction()).hasValue(355);
    assertThat(
            new View(
                    OptionalDouble.empty(),
                    OptionalDouble.of(90),
                    View.Source.MAKER,
                    OptionalDouble.of(5))
                .sceneWidth()
                .getAsDouble())
        .isBetween(9.99, 10.01);
  }

  @Test
  void a_plan_that_is_no_png_or_lies_about_its_size_is_refused() {
    assertThatThrownBy(() -> PlanPicture.of(Bytes.fromHex("ffd8ff")))
        .isInstanceOf(IllegalArgumentException.class);
    Bytes huge =
        Bytes.fromHex("89504e470d0a1a0a0000000d49484452" + "00ffffff" + "00000001" + "0802000000");
    assertThatThrownBy(() -> PlanPicture.of(huge)).hasMessageContaining("4000");
  }
}
