package lenswacht.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lenswacht.assessment.Exposures;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.assessment.exposure.ExposureFact;
import lenswacht.assessment.exposure.ExposureLevel;
import lenswacht.assessment.exposure.ExposurePath;
import lenswacht.assessment.exposure.Gap;
import lenswacht.assessment.exposure.Hop;
import lenswacht.assessment.exposure.Place;
import lenswacht.assessment.separation.Cell;
import lenswacht.assessment.separation.Reach;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.assessment.separation.SeparationMatrix.Separated;
import lenswacht.assessment.separation.Zone;
import lenswacht.assessment.separation.ZonePlan;
import lenswacht.casefile.CaseFile;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Truth;
import lenswacht.knowledge.ZoneRole;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Observation;
import lenswacht.observation.Service;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A gateway, two networks, cameras and a recorder in sixteen states: what the kit finds out by
/// itself has to be what holds there.
@Tag("root")
@Execution(ExecutionMode.CONCURRENT)
class ExposureRigTest {
  private static final Identifier IDENTIFIER = new Identifier(Catalogue.bundled());
  private static final String PATH = "internet > %s:%s/tcp > %s > %s";

  private static final ZonePlan ZONES =
      new ZonePlan(
          List.of(
              new Zone(
                  "cameras", ZoneRole.CAMERA, List.of(AddressRange.parse(ExposureRig.CAMERAS))),
              new Zone("office", ZoneRole.OFFICE, List.of(AddressRange.parse(ExposureRig.OFFICE)))),
          List.of());

  @TempDir static Path folder;
  private static ExposureRig rig;
  private static final Map<Boolean, Path> OFFICE_VISITS = new HashMap<>();

  @BeforeAll
  static void build() throws Exception {
    rig = new ExposureRig(folder);
  }

  @AfterAll
  static void clear() throws Exception {
    rig.close();
  }

  static Stream<Arguments> states() {
    List<Arguments> states = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      states.add(Arguments.of((i & 1) != 0, (i & 2) != 0, (i & 4) != 0, (i & 8) != 0));
    }
    return states.stream();
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @ParameterizedTest(name = "mappings {0}, NAT-PMP {1}, recorder in two networks {2}, filter {3}")
  @MethodSource("states")
  void exposure_is_what_holds(boolean mappings, boolean natPmp, boolean dualHomed, boolean filter)
      throws Exception {
    rig.natPmp(natPmp);
    rig.mappings(mappings, false);
    rig.dualHomed(dualHomed);
    rig.egressFilter(filter);
    try (CaseFile file = rig.receive(rig.visitCameras(), officeVisit(dualHomed))) {
      file.keepZones(ZONES);
      List<SeenAsset> assets = file.assets(IDENTIFIER);
      zonesAreWhatTheyAre(file, assets, dualHomed);
      Seen seen = new Seen(file, assets, file.exposureFacts(assets));

      Exposure mapped = seen.of(ExposureRig.MAPPED_CAMERA);
      Exposure other = seen.of(ExposureRig.OTHER_CAMERA);
      Exposure recorder = seen.of(ExposureRig.RECORDER);

      assertThat(mapped.internet()).isEqualTo(mappings ? Truth.YES : Truth.NOT_DETERMINED);
      assertThat(lines(mapped, ExposureLevel.INTERNET))
          .containsExactlyInAnyOrderElementsOf(
              mappings
                  ? List.of(
                      line("8080", ExposureRig.MAPPED_CAMERA + ":80/tcp"),
                      line("10554", ExposureRig.MAPPED_CAMERA + ":554/tcp"))
                  : List.of());
      assertThat(mapped.level())
          .isEqualTo(mappings ? ExposureLevel.INTERNET : ExposureLevel.NOT_DETERMINED);

      assertThat(other.level()).isEqualTo(ExposureLevel.NOT_DETERMINED);
      assertThat(other.paths()).noneMatch(path -> path.open() == Truth.YES);

      assertThat(recorder.building()).isEqualTo(dualHomed ? Truth.YES : Truth.NO);
      assertThat(other.building()).isEqualTo(dualHomed ? Truth.NOT_DETERMINED : Truth.NO);
      assertThat(recorder.level())
          .isEqualTo(
              mappings
                  ? ExposureLevel.INTERNET
                  : dualHomed ? ExposureLevel.BUILDING : ExposureLevel.NOT_DETERMINED);

      assertThat(mapped.egress().passes()).isEqualTo(Truth.of(!filter));
      assertThat(other.egress().passes()).isEqualTo(Truth.of(!filter));
      assertThat(recorder.egress().passes())
          .as("its leg in the office network is not filtered")
          .isEqualTo(Truth.of(!filter || dualHomed));
      for (Exposure one : List.of(mapped, other, recorder)) {
        assertThat(one.gaps()).contains(Gap.PORTS_ON_REQUEST, Gap.HAND_MADE_MAPPINGS);
        everyOpenHopIsShown(one);
      }
      assertThat(seen.opensPortsBy())
          .containsExactlyInAnyOrderElementsOf(
              natPmp ? List.of("upnp", "nat-pmp", "pcp") : List.of("upnp"));
    }
    assertThat(rig.isReachedFromOutside(8080)).as("the path really is there").isEqualTo(mappings);
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @Test
  void a_visit_from_outside_sees_the_camera_behind_its_mapping() throws Exception {
    rig.natPmp(false);
    rig.mappings(true, false);
    rig.dualHomed(false);
    rig.egressFilter(false);
    try (CaseFile file = rig.receive(rig.visitCameras(), rig.visitFromOutside())) {
      List<SeenAsset> assets = file.assets(IDENTIFIER);
      List<ExposureFact> facts = file.exposureFacts(assets);

      assertThat(assets)
          .noneMatch(
              asset ->
                  asset.trace().addresses().contains(InetAddress.ofLiteral(ExposureRig.OUTER)));
      assertThat(facts)
          .filteredOn(ExposureFact.OutsideSight.class::isInstance)
          .extracting(Object::toString)
          .as("all that was seen: " + facts)
          .anySatisfy(
              sight ->
                  assertThat(sight)
                      .contains(ExposureRig.OUTER)
                      .contains(ExposureRig.MAPPED_CAMERA));
      Seen seen = new Seen(file, assets, facts);
      assertThat(seen.of(ExposureRig.MAPPED_CAMERA).gaps())
          .doesNotContain(Gap.NOT_SEEN_FROM_OUTSIDE);
    }
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @Test
  void the_real_gateway_tells_the_same_by_nat_pmp_and_pcp() throws Exception {
    rig.natPmp(false);
    rig.mappings(true, true);
    try (CaseFile file = rig.receive(rig.visitCameras())) {
      Seen seen = new Seen(file, file.assets(IDENTIFIER), List.of());

      assertThat(seen.opensPortsBy()).containsExactlyInAnyOrder("upnp", "nat-pmp", "pcp");
      assertThat(seen.outerAddresses()).containsExactly(ExposureRig.OUTER);
      assertThat(seen.all(Observation.SixFirewall.class)).hasSize(1);
      assertThat(seen.all(Observation.MappingsRead.class))
          .extracting(Observation.MappingsRead::listing, Observation.MappingsRead::told)
          .containsExactly(Tuple.tuple(Observation.Listing.TO_THE_END, 3));
    }
  }

  @Execution(ExecutionMode.SAME_THREAD)
  @Test
  void nobody_asks_a_router_for_a_mapping() throws Exception {
    Files.deleteIfExists(rig.questions());
    rig.mappings(true, false);
    rig.natPmp(true);
    rig.visitCameras();

    assertThat(Files.readAllLines(rig.questions()))
        .containsExactlyInAnyOrder(
            "0000", "0200000000000000" + "00000000000000000000ffff" + "c0a80705");
  }

  /// From the office no camera is reached whatever else holds; the recorder's second leg bridges
  /// the two, and nobody tried the office from the cameras.
  private static void zonesAreWhatTheyAre(CaseFile file, List<SeenAsset> assets, boolean dualHomed)
      throws Exception {
    SeparationMatrix matrix = file.separation(assets, Edition.bundled().separation()).orElseThrow();
    Cell toCameras = matrix.cell("office", "cameras").orElseThrow();
    assertThat(toCameras.reach()).isEqualTo(Reach.CLOSED);
    assertThat(toCameras.ports()).extracting(Cell.PortReach::port).contains(80, 554);
    assertThat(toCameras.conformity()).isEqualTo(Cell.Conformity.AS_EXPECTED);
    assertThat(matrix.cell("cameras", "office").orElseThrow().reach())
        .isEqualTo(Reach.NOT_MEASURED);
    assertThat(matrix.bridges()).hasSize(dualHomed ? 1 : 0);
    assertThat(matrix.logical()).isEqualTo(dualHomed ? Separated.NOT : Separated.NOT_DETERMINED);
    assertThat(matrix.physical()).isEqualTo(Separated.NOT_DETERMINED);
  }

  private static Path officeVisit(boolean dualHomed) throws Exception {
    Path known = OFFICE_VISITS.get(dualHomed);
    if (known != null) {
      return known;
    }
    Path visit = rig.visitOffice();
    OFFICE_VISITS.put(dualHomed, visit);
    return visit;
  }

  private static void everyOpenHopIsShown(Exposure exposure) {
    for (ExposurePath path : exposure.paths()) {
      for (Hop hop : path.hops()) {
        if (hop.open() == Truth.YES && hop.way() != Hop.Way.BEGINS) {
          assertThat(hop.grounds()).as(hop.toString()).isNotEmpty();
        }
      }
    }
  }

  private static String line(String outer, String inner) {
    return PATH.formatted(ExposureRig.OUTER, outer, ExposureRig.GATEWAY, inner);
  }

  private static List<String> lines(Exposure exposure, ExposureLevel level) {
    return exposure.paths().stream()
        .filter(path -> path.leadsFrom() == level && path.open() == Truth.YES)
        .map(
            path -> String.join(" > ", path.hops().stream().map(hop -> text(hop.place())).toList()))
        .toList();
  }

  private static String text(Place place) {
    return switch (place) {
      case Place.Internet() -> "internet";
      case Place.Outside(var address, var port) -> address + ":" + port;
      case Place.Gateway(var address) -> address.getHostAddress();
      case Place.AssetService(Service service, Truth _) -> service.toString();
      case Place.Asset(var address) -> address.getHostAddress();
      case Place.OneOutside _, Place.Party _, Place.Zone _, Place.BridgeHost _ -> place.toString();
    };
  }

  /// A case with the exposures of its assets.
  private static final class Seen {
    private final List<SeenAsset> assets;
    private final Exposures exposures;

    Seen(CaseFile file, List<SeenAsset> assets, List<ExposureFact> brought) throws Exception {
      this.assets = assets;
      this.exposures =
          new Exposures(assets, file.visits(), brought, LocalDate.now(java.time.ZoneOffset.UTC));
    }

    Exposure of(String address) {
      InetAddress wanted = InetAddress.ofLiteral(address);
      return assets.stream()
          .filter(asset -> asset.trace().addresses().contains(wanted))
          .findFirst()
          .map(exposures::of)
          .orElseThrow(() -> new AssertionError(address + " was not found"));
    }

    List<String> opensPortsBy() {
      return all(Observation.OpensPorts.class).map(Observation.OpensPorts::by).distinct().toList();
    }

    List<String> outerAddresses() {
      return all(Observation.OuterAddress.class)
          .map(told -> told.outer().getHostAddress())
          .distinct()
          .toList();
    }

    private <T extends Observation> Stream<T> all(Class<T> kind) {
      return assets.stream()
          .flatMap(asset -> asset.observations().stream())
          .filter(kind::isInstance)
          .map(kind::cast);
    }
  }
}
