package lenswacht.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import lenswacht.assessment.exposure.ExposureLevel;
import lenswacht.fingerprint.AssetKind;
import lenswacht.knowledge.ZoneRole;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.Shape;
import lenswacht.report.picture.Topology.Area;
import lenswacht.report.picture.Topology.Bridge;
import lenswacht.report.picture.Topology.Flow;
import lenswacht.report.picture.Topology.Kind;
import lenswacht.report.picture.Topology.Single;
import lenswacht.report.picture.Topology.Tried;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopologyDrawingTest {
  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void zones_bridges_and_flows_of_a_small_site_are_told_and_drawn(String language)
      throws IOException {
    Drawing drawing = draw(language, small());
    Legible.require("topology-" + language, drawing);
    String told = String.join(" ", drawing.told());
    assertThat(told).contains("camera VLAN 30", "10.20.30.2", "10.20.30.9", "beheer");
    assertThat(spots(drawing)).hasSize(3 + 1 + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void ten_zones_with_two_thousand_assets_stay_on_a_page(String language) throws IOException {
    Topology plain = large(10, 200, "10.20.30.", "");
    Drawing page = Legible.require("topology-page-" + language, draw(language, plain));
    assertThat(page.height()).isLessThan(page.width() * Math.sqrt(2));
    Topology awkward =
        large(10, 200, "2001:db8:ffff:ffff:ffff:ffff:ffff:", " verdieping".repeat(5));
    Drawing drawing = Legible.require("topology-large-" + language, draw(language, awkward));
    assertThat(drawing.shapes()).hasSizeLessThan(700);
    assertThat(drawing.told()).allSatisfy(said -> assertThat(said).hasSizeLessThan(2_500));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void a_site_without_zones_and_one_without_assets_can_be_drawn(String language)
      throws IOException {
    Area nowhere =
        new Area(
            Topology.NOWHERE,
            Optional.empty(),
            Map.of(AssetKind.CAMERA, 3),
            List.of(new Single("192.0.2.9", AssetKind.RECORDER, ExposureLevel.NOT_DETERMINED)));
    Legible.require(
        "topology-no-zones-" + language,
        draw(language, new Topology(List.of(nowhere), List.of(), List.of(), Map.of())));
    Area empty = new Area("z".repeat(80), Optional.of(ZoneRole.OTHER), Map.of(), List.of());
    Drawing none =
        draw(language, new Topology(List.of(empty, nowhere), List.of(), List.of(), Map.of()));
    Legible.require("topology-empty-" + language, none);
    assertThat(none.told().getLast()).containsAnyOf("geen bewijs", "no proof");
  }

  @Test
  void what_was_seen_is_a_wave_and_what_is_possible_is_broken() {
    Topology seen = flowing(new Flow("a", "b", Kind.OBSERVED, false));
    Topology possible = flowing(new Flow("a", "b", Kind.POSSIBLE, false));
    Topology nothing = flowing();
    assertThat(dashed(draw("nl", possible))).isEqualTo(dashed(draw("nl", nothing)) + 1);
    assertThat(dashed(draw("nl", seen))).isEqualTo(dashed(draw("nl", nothing)));
    assertThat(longest(draw("nl", seen))).isGreaterThan(longest(draw("nl", possible)));
  }

  @Test
  void a_zone_stays_where_it_is_when_assets_and_flows_change() {
    Topology before = large(6, 10, "10.0.0.", "");
    List<Flow> fewer = new ArrayList<>(before.flows());
    Collections.reverse(fewer);
    Topology after =
        new Topology(before.areas(), before.bridges(), fewer.subList(0, 5), before.inSight());
    assertThat(boxes(draw("nl", after))).containsAll(boxes(draw("nl", before)));
  }

  private static Topology small() {
    return new Topology(
        List.of(
            new Area(
                "camera VLAN 30",
                Optional.of(ZoneRole.CAMERA),
                Map.of(AssetKind.CAMERA, 12, AssetKind.RECORDER, 1, AssetKind.UNKNOWN, 2),
                List.of(
                    new Single("10.20.30.9", AssetKind.CAMERA, ExposureLevel.INTERNET),
                    new Single("10.20.30.2", AssetKind.RECORDER, ExposureLevel.BUILDING))),
            new Area(
                "kantoor", Optional.of(ZoneRole.OFFICE), Map.of(AssetKind.OTHER, 40), List.of()),
            new Area("beheer", Optional.of(ZoneRole.MANAGEMENT), Map.of(), List.of())),
        List.of(
            new Bridge(
                "10.20.30.2",
                AssetKind.RECORDER,
                new TreeSet<>(List.of("camera VLAN 30", "beheer")))),
        List.of(
            new Flow("camera VLAN 30", Topology.INTERNET, Kind.OBSERVED, false),
            new Flow(Topology.INTERNET, "camera VLAN 30", Kind.POSSIBLE, true),
            new Flow("kantoor", "camera VLAN 30", Kind.POSSIBLE, true),
            new Flow("camera VLAN 30", "beheer", Kind.POSSIBLE, false)),
        Map.of("camera VLAN 30", new Tried(2, 2), "kantoor", new Tried(1, 2)));
  }

  /// Zones of which each reaches each.
  private static Topology large(int zones, int assets, String address, String tail) {
    Random random = new Random(7);
    List<Area> areas = new ArrayList<>();
    List<Flow> flows = new ArrayList<>();
    List<Bridge> bridges = new ArrayList<>();
    Map<String, Tried> tried = new TreeMap<>();
    for (int i = 0; i < zones; i++) {
      String name = "Zone " + i + tail;
      List<Single> singles = new ArrayList<>();
      for (int one = 0; one < assets / 10; one++) {
        singles.add(
            new Single(
                address + one,
                AssetKind.RECORDER,
                ExposureLevel.values()[random.nextInt(ExposureLevel.values().length)]));
      }
      Map<AssetKind, Integer> counts = new TreeMap<>();
      int kinds = tail.isEmpty() ? 2 : AssetKind.values().length;
      for (AssetKind kind : List.of(AssetKind.values()).subList(0, kinds)) {
        counts.put(kind, assets / kinds);
      }
      areas.add(new Area(name, Optional.of(ZoneRole.values()[i % 6]), counts, singles));
      tried.put(name, new Tried(i, zones - 1));
    }
    for (Area from : areas) {
      flows.add(new Flow(from.name(), Topology.INTERNET, Kind.OBSERVED, false));
      flows.add(new Flow(Topology.INTERNET, from.name(), Kind.POSSIBLE, true));
      for (Area to : areas) {
        if (from != to) {
          flows.add(new Flow(from.name(), to.name(), Kind.POSSIBLE, random.nextBoolean()));
          bridges.add(
              new Bridge(
                  "10.0.0." + bridges.size(),
                  AssetKind.RECORDER,
                  new TreeSet<>(List.of(areas.getFirst().name(), areas.getLast().name()))));
        }
      }
    }
    return new Topology(areas, bridges, flows, tried);
  }

  private static Topology flowing(Flow... flows) {
    Area one = new Area("a", Optional.of(ZoneRole.CAMERA), Map.of(), List.of());
    Area other = new Area("b", Optional.of(ZoneRole.OFFICE), Map.of(), List.of());
    return new Topology(List.of(one, other), List.of(), List.of(flows), Map.of());
  }

  private static Drawing draw(String language, Topology topology) {
    return new TopologyDrawing(topology, PictureWords.in(Locale.of(language))).drawing();
  }

  private static List<Shape> spots(Drawing drawing) {
    return drawing.shapes().stream().filter(Shape.Spot.class::isInstance).toList();
  }

  private static List<Shape> boxes(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(shape -> shape instanceof Shape.Box box && box.width() > 200)
        .toList();
  }

  private static long dashed(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(shape -> shape instanceof Shape.Path path && path.dashed())
        .count();
  }

  private static int longest(Drawing drawing) {
    return drawing.shapes().stream()
        .mapToInt(
            shape ->
                shape instanceof Shape.Path path && path.fill() == lenswacht.report.drawing.Ink.NONE
                    ? path.points().size()
                    : 0)
        .max()
        .orElse(0);
  }
}
