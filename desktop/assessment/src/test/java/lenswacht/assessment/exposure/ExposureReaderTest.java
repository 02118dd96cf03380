package lenswacht.assessment.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lenswacht.assessment.exposure.ExposureFact.Bridge;
import lenswacht.assessment.exposure.ExposureFact.Call;
import lenswacht.assessment.exposure.ExposureFact.CallKind;
import lenswacht.assessment.exposure.ExposureFact.CallsWatched;
import lenswacht.assessment.exposure.ExposureFact.DynamicName;
import lenswacht.assessment.exposure.ExposureFact.Listing;
import lenswacht.assessment.exposure.ExposureFact.Mapping;
import lenswacht.assessment.exposure.ExposureFact.MappingsRead;
import lenswacht.assessment.exposure.ExposureFact.OpensPorts;
import lenswacht.assessment.exposure.ExposureFact.OuterAddress;
import lenswacht.assessment.exposure.ExposureFact.OutsideLook;
import lenswacht.assessment.exposure.ExposureFact.OutsideSight;
import lenswacht.assessment.exposure.ExposureFact.OutsideStranger;
import lenswacht.assessment.exposure.ExposureFact.OwnUpnp;
import lenswacht.assessment.exposure.ExposureFact.RelaySetting;
import lenswacht.assessment.exposure.ExposureFact.SixFirewall;
import lenswacht.assessment.exposure.ExposureFact.WayOut;
import lenswacht.assessment.exposure.ExposureFact.ZoneReach;
import lenswacht.knowledge.Truth;
import lenswacht.observation.AddressRange;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Service;
import lenswacht.observation.Transport;
import org.junit.jupiter.api.Test;

class ExposureReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final EvidenceId SEEN = new EvidenceId("a".repeat(32));
  private static final Ground GROUND = new Ground.Seen(SEEN);
  private static final InetAddress GATEWAY = InetAddress.ofLiteral("192.168.1.1");
  private static final InetAddress OUTER = InetAddress.ofLiteral("145.20.30.40");
  private static final InetAddress CAMERA = InetAddress.ofLiteral("192.168.1.64");
  private static final AddressRange ZONE = AddressRange.parse("192.168.1.0/24");
  private static final Service WEB = Service.tcp(CAMERA, 80);
  private static final OuterAddress OUTSIDE = new OuterAddress(GATEWAY, OUTER, GROUND);

  @Test
  void nothing_known_is_not_determined_and_never_isolated() {
    Exposure exposure = read();

    assertThat(exposure.level()).isEqualTo(ExposureLevel.NOT_DETERMINED);
    assertThat(exposure.notRuledOut())
        .containsExactly(
            ExposureLevel.BUILDING, ExposureLevel.VENDOR_RELAY, ExposureLevel.INTERNET);
    assertThat(exposure.gaps())
        .contains(Gap.MAPPINGS_NOT_READ, Gap.ZONES_NOT_TRIED, Gap.CALLS_NOT_WATCHED);
  }

  @Test
  void mapping_in_force_leads_from_the_internet_hop_by_hop() {
    Exposure exposure = read(mapping(8080, "", true), OUTSIDE);

    assertThat(exposure.level()).isEqualTo(ExposureLevel.INTERNET);
    assertThat(exposure.paths()).hasSize(1);
    assertThat(exposure.paths().getFirst().hops())
        .extracting(Hop::place)
        .containsExactly(
            new Place.Internet(),
            new Place.Outside("145.20.30.40", "8080/tcp"),
            new Place.Gateway(GATEWAY),
            new Place.AssetService(WEB, Truth.YES));
    assertThat(exposure.grounds(ExposureLevel.INTERNET)).contains(GROUND);
  }

  @Test
  void mapping_that_is_switched_off_is_a_way_that_is_shut() {
    Exposure exposure = read(mapping(8080, "", false), OUTSIDE);

    assertThat(exposure.internet()).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(exposure.paths()).extracting(ExposurePath::open).containsExactly(Truth.NO);
  }

  @Test
  void mapping_to_another_host_is_none_of_this_asset() {
    Mapping other =
        new Mapping(
            GATEWAY,
            Transport.TCP,
            80,
            "",
            InetAddress.ofLiteral("192.168.1.65"),
            80,
            true,
            "",
            GROUND);

    assertThat(read(other, OUTSIDE).paths()).isEmpty();
  }

  @Test
  void mapping_to_a_port_where_nothing_answers_inside_is_not_determined() {
    Mapping silent = new Mapping(GATEWAY, Transport.TCP, 9, "", CAMERA, 8081, true, "", GROUND);

    Exposure exposure = read(silent, OUTSIDE);

    assertThat(exposure.internet()).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(exposure.paths().getFirst().hops().getLast().place())
        .isEqualTo(new Place.AssetService(Service.tcp(CAMERA, 8081), Truth.NO));
  }

  @Test
  void dmz_host_takes_all_ports() {
    Exposure exposure =
        read(new Mapping(GATEWAY, Transport.TCP, 0, "", CAMERA, 0, true, "", GROUND), OUTSIDE);

    assertThat(exposure.level()).isEqualTo(ExposureLevel.INTERNET);
    assertThat(exposure.paths().getFirst().hops()).extracting(Hop::way).contains(Hop.Way.DMZ);
  }

  @Test
  void mapping_for_one_address_outside_begins_there() {
    assertThat(read(mapping(8080, "198.51.100.7", true), OUTSIDE).paths().getFirst().hops())
        .extracting(Hop::place)
        .startsWith(new Place.OneOutside("198.51.100.7"));
  }

  @Test
  void gateway_inside_another_network_opens_the_asset_to_that_one() {
    OuterAddress inner = new OuterAddress(GATEWAY, InetAddress.ofLiteral("10.0.0.9"), GROUND);

    Exposure exposure = read(mapping(8080, "", true), inner);

    assertThat(exposure.level()).isEqualTo(ExposureLevel.BUILDING);
    assertThat(exposure.notRuledOut()).contains(ExposureLevel.INTERNET);
    assertThat(exposure.gaps()).contains(Gap.OUTER_ADDRESS_NOT_PUBLIC);
  }

  @Test
  void gateway_that_tells_no_outer_address_leaves_the_internet_open() {
    Exposure exposure = read(mapping(8080, "", true));

    assertThat(exposure.level()).isEqualTo(ExposureLevel.BUILDING);
    assertThat(exposure.internet()).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(exposure.gaps()).contains(Gap.OUTER_ADDRESS_NOT_TOLD);
  }

  @Test
  void public_ipv4_address_that_answers_counts_as_reached() {
    Service service = Service.tcp(InetAddress.ofLiteral("145.21.0.9"), 554);

    assertThat(read(asset(service)).level()).isEqualTo(ExposureLevel.INTERNET);
  }

  @Test
  void public_ipv6_address_depends_on_the_firewall() {
    Service service = Service.tcp(InetAddress.ofLiteral("2a02:a440::7"), 554);
    ExposedAsset six = asset(service);

    assertThat(read(six).internet()).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(read(six).gaps()).contains(Gap.SIX_FIREWALL_NOT_READ);
    assertThat(read(six, new SixFirewall(GATEWAY, false, true, GROUND)).internet())
        .isEqualTo(Truth.YES);
    Exposure pinholes = read(six, new SixFirewall(GATEWAY, true, true, GROUND));
    assertThat(pinholes.internet()).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(pinholes.gaps()).contains(Gap.PINHOLES_NOT_LISTED);
    Exposure shut = read(six, new SixFirewall(GATEWAY, true, false, GROUND));
    assertThat(shut.paths()).extracting(ExposurePath::open).containsExactly(Truth.NO);
    assertThat(shut.internet()).isEqualTo(Truth.NOT_DETERMINED);
  }

  @Test
  void sight_from_outside_counts_while_it_is_fresh_and_sure() {
    assertThat(read(sight("2026-11-01T00:00:00Z", true)).level()).isEqualTo(ExposureLevel.INTERNET);
    assertThat(read(sight("2026-05-01T00:00:00Z", true)).internet())
        .isEqualTo(Truth.NOT_DETERMINED);
    assertThat(read(sight("2026-11-01T00:00:00Z", false)).internet())
        .isEqualTo(Truth.NOT_DETERMINED);
  }

  @Test
  void name_that_follows_the_outer_address_is_a_hint_and_no_more() {
    Exposure exposure = read(new DynamicName(CAMERA, "a.quickddns.com", "Dahua", GROUND));

    assertThat(exposure.internet()).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(exposure.paths()).hasSize(1);
  }

  @Test
  void a_list_of_mappings_alone_rules_nothing_out() {
    MappingsRead whole = new MappingsRead(GATEWAY, Listing.TO_THE_END, GROUND);
    OutsideLook look = new OutsideLook(OUTER, List.of(80, 554), GROUND);
    OutsideLook elsewhere = new OutsideLook(OUTER, List.of(8080), GROUND);

    assertThat(read(whole, OUTSIDE).internet()).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(read(whole, OUTSIDE).gaps()).contains(Gap.HAND_MADE_MAPPINGS);
    assertThat(read(whole, OUTSIDE, elsewhere).internet()).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(read(whole, OUTSIDE, look).internet()).isEqualTo(Truth.NO);
    assertThat(read(new MappingsRead(GATEWAY, Listing.IN_PART, GROUND), OUTSIDE, look).internet())
        .isEqualTo(Truth.NOT_DETERMINED);
  }

  @Test
  void a_stranger_seen_from_outside_may_be_any_asset_while_it_is_recent() {
    MappingsRead whole = new MappingsRead(GATEWAY, Listing.TO_THE_END, GROUND);
    OutsideLook look = new OutsideLook(OUTER, List.of(80, 554), GROUND);
    Exposure recent = read(whole, OUTSIDE, look, stranger("2026-11-01T00:00:00Z"));
    Exposure old = read(whole, OUTSIDE, look, stranger("2026-05-01T00:00:00Z"));

    assertThat(recent.internet()).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(recent.gaps()).contains(Gap.STRANGER_SEEN_FROM_OUTSIDE);
    assertThat(old.internet()).isEqualTo(Truth.NO);
    assertThat(old.gaps()).doesNotContain(Gap.STRANGER_SEEN_FROM_OUTSIDE);
  }

  private static OutsideStranger stranger(String at) {
    Ground shodan = new Ground.Imported("shodan", Instant.parse(at), "hosts.json", "line 1");
    return new OutsideStranger(Service.tcp(OUTER, 8081), shodan);
  }

  @Test
  void gateway_that_opens_ports_on_request_is_told_of() {
    assertThat(read(new OpensPorts(GATEWAY, "nat-pmp", GROUND)).gaps())
        .contains(Gap.PORTS_ON_REQUEST);
  }

  @Test
  void calls_to_a_relay_and_to_a_name_service_are_ways_in_and_others_are_not() {
    assertThat(read(call(CallKind.RELAY)).level()).isEqualTo(ExposureLevel.VENDOR_RELAY);
    assertThat(read(call(CallKind.DYNAMIC_NAME)).level()).isEqualTo(ExposureLevel.VENDOR_RELAY);
    assertThat(read(call(CallKind.MAKER)).relay()).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(read(call(CallKind.TIME)).paths()).isEmpty();
    assertThat(read(call(CallKind.TIME)).egress().route()).isEqualTo(Truth.YES);
  }

  @Test
  void relay_that_is_on_counts_unless_nothing_gets_out() {
    RelaySetting on = new RelaySetting(CAMERA, true, GROUND);

    assertThat(read(on).level()).isEqualTo(ExposureLevel.VENDOR_RELAY);
    assertThat(read(on, wayOut(Truth.YES, Truth.NO)).relay()).isEqualTo(Truth.NOT_DETERMINED);
  }

  @Test
  void relay_is_ruled_out_by_watching_or_by_a_shut_way_out() {
    RelaySetting off = new RelaySetting(CAMERA, false, GROUND);

    assertThat(read(off).relay()).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(read(off, watched(Duration.ofHours(2), true)).relay()).isEqualTo(Truth.NO);
    assertThat(read(off, watched(Duration.ofHours(2), false)).relay())
        .isEqualTo(Truth.NOT_DETERMINED);
    assertThat(read(watched(Duration.ofHours(2), true)).relay()).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(read(watched(Duration.ofDays(15), true)).relay()).isEqualTo(Truth.NO);
    assertThat(read(wayOut(Truth.YES, Truth.NO)).relay()).isEqualTo(Truth.NO);
    assertThat(read(wayOut(Truth.YES, Truth.YES)).relay()).isEqualTo(Truth.NOT_DETERMINED);
  }

  @Test
  void zone_that_reaches_it_makes_it_of_the_building() {
    assertThat(read(reach("office", Truth.YES)).level()).isEqualTo(ExposureLevel.BUILDING);
    assertThat(read(reach("office", Truth.NO)).building()).isEqualTo(Truth.NO);
    Exposure part = read(reach("office", Truth.NO), reach("guest", Truth.NOT_DETERMINED));
    assertThat(part.building()).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(part.gaps()).contains(Gap.ZONES_TRIED_IN_PART);
  }

  @Test
  void asset_in_two_zones_is_reached_and_its_neighbours_may_be() {
    Bridge itself =
        new Bridge(
            List.of(CAMERA, InetAddress.ofLiteral("10.9.0.2")),
            List.of("cameras", "office"),
            GROUND);
    Bridge beside =
        new Bridge(
            List.of(InetAddress.ofLiteral("192.168.1.97"), InetAddress.ofLiteral("10.9.0.2")),
            List.of("cameras", "office"),
            GROUND);

    assertThat(read(itself).level()).isEqualTo(ExposureLevel.BUILDING);
    assertThat(read(beside).building()).isEqualTo(Truth.NOT_DETERMINED);
    assertThat(read(beside).paths().getFirst().hops())
        .extracting(Hop::place)
        .contains(new Place.BridgeHost(InetAddress.ofLiteral("192.168.1.97")));
  }

  @Test
  void isolated_needs_all_three_to_be_shut() {
    Exposure exposure = read(wayOut(Truth.NO, Truth.NO), reach("office", Truth.NO));

    assertThat(exposure.level()).isEqualTo(ExposureLevel.ISOLATED);
    assertThat(exposure.notRuledOut()).isEmpty();
    assertThat(read(wayOut(Truth.NO, Truth.NO)).level()).isEqualTo(ExposureLevel.NOT_DETERMINED);
  }

  @Test
  void address_in_a_segment_that_was_not_tried_leaves_it_open() {
    Service other = Service.tcp(InetAddress.ofLiteral("10.9.0.2"), 80);
    ExposedAsset two =
        new ExposedAsset(
            "two", List.of(CAMERA, other.address()), Map.of(WEB, SEEN, other, SEEN), Set.of());

    assertThat(read(two, wayOut(Truth.NO, Truth.NO)).relay()).isEqualTo(Truth.NOT_DETERMINED);
  }

  @Test
  void own_upnp_is_told_with_its_ground() {
    assertThat(read(new OwnUpnp(CAMERA, GROUND)).upnp()).containsExactly(GROUND);
  }

  @Test
  void gravest_open_way_comes_first() {
    Exposure exposure =
        read(
            reach("office", Truth.YES),
            call(CallKind.RELAY),
            mapping(8080, "", true),
            mapping(8081, "", false),
            OUTSIDE);

    assertThat(exposure.paths())
        .extracting(path -> path.leadsFrom() + " " + path.open())
        .containsExactly("INTERNET YES", "VENDOR_RELAY YES", "BUILDING YES", "INTERNET NO");
  }

  private static Exposure read(ExposureFact... facts) {
    return read(asset(WEB), facts);
  }

  private static Exposure read(ExposedAsset asset, ExposureFact... facts) {
    return new ExposureReader(List.of(facts), NOW).read(asset);
  }

  private static ExposedAsset asset(Service service) {
    return new ExposedAsset(
        "camera",
        List.of(service.address()),
        Map.of(service, SEEN),
        Set.copyOf(IntStream.of(80, 554, 8081).boxed().toList()));
  }

  private static Mapping mapping(int outer, String onlyFrom, boolean enabled) {
    return new Mapping(GATEWAY, Transport.TCP, outer, onlyFrom, CAMERA, 80, enabled, "web", GROUND);
  }

  private static OutsideSight sight(String at, boolean sure) {
    Ground shodan = new Ground.Imported("shodan", Instant.parse(at), "hosts.json", "line 1");
    return new OutsideSight(Service.tcp(OUTER, 8080), CAMERA, "certificate", sure, shodan);
  }

  private static Call call(CallKind kind) {
    return new Call(CAMERA, "relay.example", "Maker", "CN", kind, NOW, NOW, 3, true, GROUND);
  }

  @Test
  void a_name_that_was_only_asked_for_is_open_unless_nothing_gets_out() {
    Call asked =
        new Call(
            CAMERA, "relay.example", "Maker", "CN", CallKind.RELAY, NOW, NOW, 3, false, GROUND);

    assertThat(read(asked).relay()).isEqualTo(Truth.YES);
    assertThat(read(asked, wayOut(Truth.YES, Truth.NO)).relay()).isEqualTo(Truth.NOT_DETERMINED);
  }

  private static WayOut wayOut(Truth route, Truth internet) {
    return new WayOut(ZONE, route, Truth.NO, internet, GROUND);
  }

  private static CallsWatched watched(Duration time, boolean whole) {
    return new CallsWatched(ZONE, time, "packet-socket", whole, GROUND);
  }

  private static ZoneReach reach(String from, Truth reached) {
    return new ZoneReach(from, "cameras", WEB, reached, GROUND);
  }
}
