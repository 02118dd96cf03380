package lenswacht.assessment.separation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.separation.Cell.Conformity;
import lenswacht.assessment.separation.SeparationMatrix.Separated;
import lenswacht.assessment.separation.Vantage.Neighbour;
import lenswacht.assessment.separation.Vantage.Seen;
import lenswacht.assessment.separation.Vantage.Tried;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.fingerprint.asset.Join;
import lenswacht.fingerprint.asset.Mark;
import lenswacht.fingerprint.asset.Presence;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.ZoneRole;
import lenswacht.observation.AddressRange;
import lenswacht.observation.AddressSet;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Service;
import lenswacht.observation.Whereabouts;
import org.junit.jupiter.api.Test;

class SeparationReaderTest {
  private static final Instant MORNING = Instant.parse("2026-11-20T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-20T11:00:00Z");
  private static final AddressRange CAMERAS = AddressRange.parse("10.20.30.0/24");
  private static final AddressRange OFFICE = AddressRange.parse("10.20.40.0/24");
  private static final Service CAMERA = service("10.20.30.7", 554);
  private static final Service PAGE = service("10.20.30.7", 80);
  private static final Service PRINTER = service("10.20.40.9", 443);

  private final List<Agreement> agreements = new ArrayList<>();
  private final List<Vantage> vantages = new ArrayList<>();
  private final List<SeenAsset> assets = new ArrayList<>();

  @Test
  void what_answers_elsewhere_and_not_from_here_is_closed() {
    stood("10.20.30.2", CAMERA);
    stood("10.20.40.2", PRINTER);
    assertThat(reach("office", "cameras")).isEqualTo(Reach.CLOSED);
    assertThat(reach("cameras", "office")).isEqualTo(Reach.CLOSED);
    assertThat(matrix().logical()).isEqualTo(Separated.AS_FAR_AS_TRIED);
  }

  @Test
  void silence_where_nothing_is_known_to_answer_shows_nothing() {
    stood("10.20.40.2", PRINTER);
    assertThat(reach("office", "cameras")).isEqualTo(Reach.NOT_DETERMINED);
    assertThat(conformity("office", "cameras")).isEqualTo(Conformity.NOT_DETERMINED);
    assertThat(matrix().logical()).isEqualTo(Separated.NOT_DETERMINED);
  }

  @Test
  void a_pair_that_nobody_tried_is_not_measured() {
    stood("10.20.40.2", PRINTER);
    assertThat(reach("cameras", "office")).isEqualTo(Reach.NOT_MEASURED);
    assertThat(reach("facade", "cameras")).isEqualTo(Reach.NOT_MEASURED);
  }

  @Test
  void a_camera_that_the_office_reaches_deviates_from_the_norm() {
    stood("10.20.30.2", CAMERA, PAGE);
    stood("10.20.40.2", PRINTER, PAGE);
    assertThat(reach("office", "cameras")).isEqualTo(Reach.PARTLY);
    assertThat(conformity("office", "cameras")).isEqualTo(Conformity.DEVIATING);
    assertThat(matrix().logical()).isEqualTo(Separated.NOT);
    Cell cell = matrix().cell("office", "cameras").orElseThrow();
    assertThat(cell.ports()).extracting(Cell.PortReach::port).containsExactly(80, 554);
    assertThat(cell.ports())
        .extracting(Cell.PortReach::reach)
        .containsExactly(Reach.OPEN, Reach.CLOSED);
    assertThat(cell.evidence()).isNotEmpty();
  }

  @Test
  void an_agreement_goes_before_the_norm() {
    agreements.add(
        new Agreement("office", "cameras", Agreement.Wanted.OPEN, new TreeSet<>(Set.of(80))));
    stood("10.20.30.2", CAMERA, PAGE);
    stood("10.20.40.2", PRINTER, PAGE);
    assertThat(conformity("office", "cameras")).isEqualTo(Conformity.AS_EXPECTED);
  }

  @Test
  void a_port_that_was_not_agreed_deviates() {
    agreements.add(
        new Agreement("office", "cameras", Agreement.Wanted.OPEN, new TreeSet<>(Set.of(443))));
    stood("10.20.30.2", CAMERA, PAGE);
    stood("10.20.40.2", PAGE);
    assertThat(conformity("office", "cameras")).isEqualTo(Conformity.DEVIATING);
  }

  @Test
  void one_way_closes_the_other_way() {
    agreements.add(new Agreement("office", "cameras", Agreement.Wanted.ONE_WAY));
    stood("10.20.30.2", CAMERA, PRINTER);
    stood("10.20.40.2", PRINTER, CAMERA);
    assertThat(conformity("office", "cameras")).isEqualTo(Conformity.AS_EXPECTED);
    assertThat(conformity("cameras", "office")).isEqualTo(Conformity.DEVIATING);
  }

  @Test
  void what_was_agreed_open_and_is_closed_deviates_too() {
    agreements.add(new Agreement("office", "cameras", Agreement.Wanted.OPEN));
    stood("10.20.30.2", CAMERA);
    stood("10.20.40.2", PRINTER);
    assertThat(conformity("office", "cameras")).isEqualTo(Conformity.DEVIATING);
  }

  @Test
  void a_port_that_was_not_tried_from_here_says_nothing() {
    Service unusual = service("10.20.30.7", 34_567);
    stood("10.20.30.2", unusual);
    stood("10.20.40.2", PRINTER);
    assertThat(reach("office", "cameras")).isEqualTo(Reach.NOT_DETERMINED);
  }

  @Test
  void an_echo_alone_shows_that_a_zone_is_reached() {
    stood("10.20.30.2", CAMERA);
    vantages.add(
        vantage(
            "10.20.40.2",
            LATER,
            Set.of(),
            Set.of(seen(Service.host(InetAddress.ofLiteral("10.20.30.7")))),
            Set.of(),
            "sw-2"));
    assertThat(reach("office", "cameras")).isEqualTo(Reach.PARTLY);
  }

  @Test
  void a_run_that_stood_in_two_zones_at_once_counts_for_none() {
    Vantage twice = vantage("10.20.40.2", MORNING, Set.of(CAMERA), Set.of(), Set.of(), "sw-1");
    List<Whereabouts> both = new ArrayList<>(twice.whereabouts());
    both.add(where("eth1", "10.20.30.2", "sw-1"));
    vantages.add(
        new Vantage(
            "both",
            MORNING,
            Optional.empty(),
            both,
            twice.sweeps(),
            twice.open(),
            Set.of(),
            Set.of()));
    assertThat(reach("office", "cameras")).isEqualTo(Reach.NOT_MEASURED);
    assertThat(matrix().stands().getFirst().zones()).containsExactlyInAnyOrder("cameras", "office");
  }

  @Test
  void a_socket_on_the_facade_is_known_by_its_name() {
    stood("10.20.30.2", CAMERA);
    Vantage facade = vantage("10.20.30.99", LATER, Set.of(CAMERA), Set.of(), Set.of(), "sw-1");
    vantages.add(
        new Vantage(
            "facade",
            LATER,
            Optional.of("Facade"),
            facade.whereabouts(),
            facade.sweeps(),
            facade.open(),
            Set.of(),
            Set.of()));
    assertThat(reach("facade", "cameras")).isEqualTo(Reach.OPEN);
    assertThat(conformity("facade", "cameras")).isEqualTo(Conformity.DEVIATING);
  }

  @Test
  void an_asset_with_addresses_in_two_zones_is_a_bridge() {
    stood("10.20.30.2", CAMERA);
    stood("10.20.40.2", PRINTER);
    asset("10.20.30.7", MORNING, "10.20.40.7", LATER);
    assertThat(matrix().bridges())
        .singleElement()
        .satisfies(
            bridge -> assertThat(bridge.legs().keySet()).containsExactly("cameras", "office"));
    assertThat(matrix().logical()).isEqualTo(Separated.NOT);
  }

  @Test
  void an_asset_that_has_left_its_old_address_is_no_bridge() {
    stood("10.20.30.2", CAMERA);
    stood("10.20.40.2", PRINTER);
    vantages.add(
        vantage("10.20.30.2", LATER.plusSeconds(60), Set.of(CAMERA), Set.of(), Set.of(), "sw-1"));
    asset("10.20.30.7", MORNING, "10.20.40.7", LATER);
    assertThat(matrix().bridges()).isEmpty();
  }

  @Test
  void one_switch_in_both_zones_disproves_physical_separation() {
    vantages.add(vantage("10.20.30.2", MORNING, Set.of(CAMERA), Set.of(), Set.of(), "sw-1"));
    vantages.add(vantage("10.20.40.2", LATER, Set.of(PRINTER), Set.of(), Set.of(), "sw-1"));
    assertThat(matrix().switches())
        .singleElement()
        .satisfies(shared -> assertThat(shared.zones()).containsExactly("cameras", "office"));
    assertThat(matrix().physical()).isEqualTo(Separated.NOT);
    assertThat(matrix().logical()).isEqualTo(Separated.AS_FAR_AS_TRIED);
  }

  @Test
  void physical_separation_is_never_said_to_be_so() {
    stood("10.20.30.2", CAMERA);
    stood("10.20.40.2", PRINTER);
    assertThat(matrix().physical()).isEqualTo(Separated.NOT_DETERMINED);
  }

  @Test
  void a_camera_heard_on_the_cable_of_the_office_is_a_leak() {
    stood("10.20.30.2", CAMERA);
    Neighbour heard = new Neighbour("mdns", CAMERA.address(), evidence(CAMERA));
    vantages.add(vantage("10.20.40.2", LATER, Set.of(PRINTER), Set.of(), Set.of(heard), "sw-2"));
    assertThat(matrix().leaks())
        .singleElement()
        .satisfies(leak -> assertThat(leak.metIn()).isEqualTo("office"));
    assertThat(matrix().physical()).isEqualTo(Separated.NOT);
  }

  @Test
  void the_order_in_which_runs_were_received_changes_nothing() {
    stood("10.20.30.2", CAMERA, PAGE);
    stood("10.20.40.2", PRINTER, PAGE);
    SeparationMatrix one = matrix();
    vantages.addFirst(vantages.removeLast());
    assertThat(matrix().cells()).isEqualTo(one.cells());
  }

  @Test
  void a_plan_that_contradicts_itself_is_refused() {
    Zone cameras = new Zone("cameras", ZoneRole.CAMERA, List.of(CAMERAS));
    Zone inside = new Zone("part", ZoneRole.OFFICE, List.of(AddressRange.parse("10.20.30.128/25")));
    assertThatThrownBy(() -> new ZonePlan(List.of(cameras, inside), List.of()))
        .hasMessageContaining("10.20.30.128/25");
    assertThatThrownBy(
            () ->
                new ZonePlan(
                    List.of(cameras),
                    List.of(new Agreement("cameras", "moon", Agreement.Wanted.OPEN))))
        .hasMessageContaining("moon");
  }

  private SeparationMatrix matrix() {
    ZonePlan plan =
        new ZonePlan(
            List.of(
                new Zone("cameras", ZoneRole.CAMERA, List.of(CAMERAS)),
                new Zone("office", ZoneRole.OFFICE, List.of(OFFICE)),
                new Zone("facade", ZoneRole.OUTDOOR, List.of())),
            agreements);
    return new SeparationReader(Edition.bundled().separation()).read(plan, vantages, assets);
  }

  private Reach reach(String from, String to) {
    return matrix().cell(from, to).orElseThrow().reach();
  }

  private Conformity conformity(String from, String to) {
    return matrix().cell(from, to).orElseThrow().conformity();
  }

  private void stood(String own, Service... open) {
    vantages.add(
        vantage(
            own,
            vantages.isEmpty() ? MORNING : LATER,
            new HashSet<>(Arrays.asList(open)),
            Set.of(),
            Set.of(),
            "sw-" + own));
  }

  private static Vantage vantage(
      String own,
      Instant began,
      Set<Service> open,
      Set<Seen> echoes,
      Set<Neighbour> neighbours,
      String switchName) {
    return new Vantage(
        "run-" + own + began,
        began,
        Optional.empty(),
        List.of(where("eth0", own, switchName)),
        List.of(
            new Tried(
                AddressSet.of(CAMERAS, OFFICE), Set.of(80, 443, 554), AddressSet.EMPTY, Set.of())),
        open.stream().map(SeparationReaderTest::seen).collect(Collectors.toSet()),
        echoes,
        neighbours);
  }

  private static Whereabouts where(String network, String own, String switchName) {
    return new Whereabouts(
        network,
        List.of(InetAddress.ofLiteral(own)),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Whereabouts.SwitchPort("lldp", switchName, "", "1", 0, "")),
        Whereabouts.Standing.INSIDE);
  }

  private void asset(String one, Instant then, String other, Instant now) {
    Presence first =
        new Presence(InetAddress.ofLiteral(one), new TreeSet<>(), Optional.empty(), then, then);
    Presence second =
        new Presence(InetAddress.ofLiteral(other), new TreeSet<>(), Optional.empty(), now, now);
    Join join =
        new Join(
            new Mark(Mark.Kind.SERIAL, "X1"),
            Confidence.CERTAIN,
            List.of(first.address(), second.address()),
            List.of());
    assets.add(
        new SeenAsset(
            other,
            new Trace(List.of(second, first), List.of(join), List.of()),
            Optional.empty(),
            new Identification(
                new ProductIdentity(
                    AssetKind.RECORDER,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                Confidence.HINT,
                List.of(),
                List.of()),
            List.of()));
  }

  private static Seen seen(Service service) {
    return new Seen(service, evidence(service));
  }

  private static EvidenceId evidence(Service service) {
    return Evidence.of(MORNING, service, "connect", Bytes.utf8(service.toString()), false, false)
        .id();
  }

  private static Service service(String address, int port) {
    return Service.tcp(InetAddress.ofLiteral(address), port);
  }
}
