package lenswacht.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Mandate;
import lenswacht.observation.Observation;
import lenswacht.observation.ScanScope;
import lenswacht.probe.net.PracticeNetwork.Ear;
import lenswacht.probe.net.SearchedRange.SearchWay;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The sweep among real network stacks, on several segments and over a router, with both families
/// of addresses. A VLAN is an interface of its own to us; here each is a wire of its own. Needs
/// root.
@Tag("root")
class SegmentsTest {
  private static final String FIRST = "00:00:5e:00:53:01";
  private static final String SECOND = "00:00:5e:00:53:02";
  private static final String THIRD = "00:00:5e:00:53:03";

  private final List<HostAnswer> answers = new ArrayList<>();

  @Test
  void two_segments_and_one_behind_a_router_are_swept_in_one_run() throws Exception {
    try (PracticeNetwork network = new PracticeNetwork()) {
      var one = network.segment("trunk.10", "10.77.10.1/24");
      var other = network.segment("trunk.11", "10.77.11.1/24");
      var far = network.farSegment();
      network.serve(one.host(FIRST, "10.77.10.7/24"), 80, 554);
      network.serve(other.host(SECOND, "10.77.11.7/24"), 8000);
      Namespace router = one.host(THIRD, "10.77.10.254/24");
      far.join(router, "far", "10.77.12.1/24");
      router.set("ipv4/ip_forward", 1);
      network.near().ip("route add 10.77.12.0/24 via 10.77.10.254");
      Namespace distant = far.host(FIRST, "10.77.12.7/24");
      distant.ip("route add default via 10.77.12.1");
      network.serve(distant, 37_777);

      SweepOutcome outcome = sweep(network, "10.77.10.0/24", "10.77.11.0/24", "10.77.12.0/24");

      assertThat(outcome.means()).isEqualTo(SweepMeans.SYN);
      assertThat(outcome.complete()).isTrue();
      assertThat(outcome.addresses()).isEqualTo(3 * 254);
      assertThat(open(outcome))
          .containsExactly(
              "10.77.10.7:554", "10.77.10.7:80", "10.77.11.7:8000", "10.77.12.7:37777");
      assertThat(told(HostAnswer.ARP))
          .containsExactly("10.77.10.254 " + THIRD, "10.77.10.7 " + FIRST, "10.77.11.7 " + SECOND);
      assertThat(texts(outcome.answering()))
          .containsExactly("10.77.10.254", "10.77.10.7", "10.77.11.7", "10.77.12.1", "10.77.12.7");
    }
  }

  @Test
  void not_one_frame_leaves_on_a_segment_outside_the_mandate() throws Exception {
    try (PracticeNetwork network = new PracticeNetwork()) {
      var inside = network.segment("trunk.10", "10.77.10.1/24", "2001:db8:10::1/64");
      var outside = network.segment("trunk.20", "10.77.20.1/24", "2001:db8:20::1/64");
      inside.host(FIRST, "10.77.10.7/24", "2001:db8:10::7/64");
      outside.host(SECOND, "10.77.20.7/24", "2001:db8:20::7/64");
      Ear heardInside = inside.ear(network.near(), "trunk.10");
      Ear heardOutside = outside.ear(network.near(), "trunk.20");

      SweepOutcome outcome = sweep(network, "10.77.10.0/24", "2001:db8:10::/64", "fe80::/64");
      TimeUnit.MILLISECONDS.sleep(50);

      assertThat(texts(outcome.answering())).contains("10.77.10.7", "2001:db8:10:0:0:0:0:7");
      assertThat(heardInside.frames()).isGreaterThan(254);
      assertThat(heardOutside.frames()).isZero();
    }
  }

  @Test
  void two_hosts_with_one_address_are_both_told() throws Exception {
    try (PracticeNetwork network = new PracticeNetwork()) {
      var segment = network.segment("wire", "10.77.10.1/28");
      segment.host(FIRST, "10.77.10.7/28");
      segment.host(SECOND, "10.77.10.7/28");

      sweep(network, "10.77.10.0/28");

      assertThat(told(HostAnswer.ARP))
          .containsExactly("10.77.10.7 " + FIRST, "10.77.10.7 " + SECOND);
    }
  }

  @Test
  void ipv6_hosts_are_found_by_echo_and_by_hardware_address_and_the_network_is_not_enumerated()
      throws Exception {
    try (PracticeNetwork network = new PracticeNetwork()) {
      var segment = network.segment("wire", "10.77.10.1/24", "2001:db8:10::1/64");
      Namespace loud = segment.host(FIRST, "2001:db8:10::beef/64");
      Namespace quiet =
          segment.host(SECOND, "10.77.10.7/24", "2001:db8:10:0:200:5eff:fe00:5302/64");
      quiet.set("ipv6/icmp/echo_ignore_multicast", 1);
      network.serve(loud, 554);
      network.serve(quiet, 80);

      SweepOutcome outcome = sweep(network, "10.77.10.0/24", "2001:db8:10::/64");

      assertThat(outcome.complete()).isTrue();
      assertThat(outcome.addresses()).isEqualTo(254);
      assertThat(told(HostAnswer.ICMP6)).containsExactly("2001:db8:10:0:0:0:0:beef");
      assertThat(told(HostAnswer.ND))
          .containsExactly(
              "2001:db8:10:0:0:0:0:beef " + FIRST, "2001:db8:10:0:200:5eff:fe00:5302 " + SECOND);
      assertThat(open(outcome))
          .containsExactly(
              "10.77.10.7:80",
              "2001:db8:10:0:0:0:0:beef:554",
              "2001:db8:10:0:200:5eff:fe00:5302:80");
      assertThat(outcome.searched())
          .containsExactly(
              new SearchedRange(
                  AddressRange.parse("2001:db8:10::/64"),
                  Set.of(
                      SearchWay.MULTICAST_ECHO,
                      SearchWay.HARDWARE_ADDRESSES,
                      SearchWay.SOLICITATION)));
      assertThat(outcome.packets()).isLessThan(2000);
    }
  }

  @Test
  void link_local_hosts_are_asked_where_the_mandate_names_them_and_the_segment() throws Exception {
    try (PracticeNetwork network = new PracticeNetwork()) {
      var segment = network.segment("wire", "10.77.10.1/24");
      network.serve(segment.host(FIRST), 554);

      SweepOutcome unnamed = sweep(network, "10.77.10.0/24");
      SweepOutcome elsewhere = sweep(network, "10.77.11.0/24", "fe80::/64");
      assertThat(unnamed.open()).isEmpty();
      assertThat(elsewhere.open()).isEmpty();
      assertThat(answers).isEmpty();
      SweepOutcome named = sweep(network, "10.77.10.0/24", "fe80::/64");

      assertThat(open(named)).containsExactly("fe80:0:0:0:200:5eff:fe00:5301:554");
      assertThat(told(HostAnswer.ND)).containsExactly("fe80:0:0:0:200:5eff:fe00:5301 " + FIRST);
    }
  }

  @Test
  void small_ipv6_range_is_asked_address_by_address_and_its_hosts_are_solicited() throws Exception {
    try (PracticeNetwork network = new PracticeNetwork()) {
      var segment = network.segment("wire", "2001:db8:10::1/64");
      network.serve(segment.host(FIRST, "2001:db8:10::1:7/64"), 443);

      SweepOutcome outcome = sweep(network, "2001:db8:10::1:0/120");

      assertThat(outcome.addresses()).isEqualTo(256);
      assertThat(outcome.searched()).isEmpty();
      assertThat(open(outcome)).containsExactly("2001:db8:10:0:0:0:1:7:443");
      assertThat(told(HostAnswer.ICMP6)).isEmpty();
      assertThat(told(HostAnswer.ND)).containsExactly("2001:db8:10:0:0:0:1:7 " + FIRST);
    }
  }

  @Test
  void address_that_was_heard_is_asked_without_privilege_too() throws Exception {
    try (PracticeNetwork network = new PracticeNetwork()) {
      var segment = network.segment("wire", "2001:db8:10::1/64");
      network.serve(segment.host(FIRST, "2001:db8:10::cafe/64"), 80);
      NetworkDoor door = door("2001:db8:10::/64");
      SweepOrder order =
          new SweepOrder(
              door.mandate().scope(),
              Set.of(
                  InetAddress.ofLiteral("2001:db8:10::cafe"),
                  InetAddress.ofLiteral("2001:db8:11::cafe")),
              Set.of(MacAddress.parse(SECOND)));

      SweepOutcome outcome =
          network
              .near()
              .call(
                  () -> {
                    Namespace.dropPrivileges();
                    return new Sweep(door).sweep(order, new Found(answers));
                  });

      assertThat(open(outcome)).containsExactly("2001:db8:10:0:0:0:0:cafe:80");
      assertThat(outcome.searched().getFirst().ways())
          .contains(SearchWay.HEARD, SearchWay.HARDWARE_ADDRESSES)
          .doesNotContain(SearchWay.MULTICAST_ECHO, SearchWay.SOLICITATION);
    }
  }

  @Test
  void distant_ipv6_host_that_answers_an_echo_alone_is_found() throws Exception {
    try (PracticeNetwork network = new PracticeNetwork()) {
      var segment = network.segment("wire", "2001:db8:10::1/64");
      var far = network.farSegment();
      Namespace router = segment.host(THIRD, "2001:db8:10::fe/64");
      far.join(router, "far", "2001:db8:12::1/64");
      router.set("ipv6/conf/all/forwarding", 1);
      network.near().ip("-6 route add 2001:db8:12::/64 via 2001:db8:10::fe");
      Namespace distant = far.host(FIRST, "2001:db8:12::7/64");
      distant.ip("-6 route add default via 2001:db8:12::1");
      distant.ip("-6 rule add ipproto tcp prio 1 type blackhole");

      SweepOutcome outcome = sweep(network, "2001:db8:12::4/126");

      assertThat(texts(outcome.answering())).contains("2001:db8:12:0:0:0:0:7");
      assertThat(told(HostAnswer.ICMP6)).containsExactly("2001:db8:12:0:0:0:0:7");
      assertThat(outcome.open()).isEmpty();
    }
  }

  @Test
  void neighbour_that_the_system_knows_is_asked() throws Exception {
    try (PracticeNetwork network = new PracticeNetwork()) {
      var segment = network.segment("wire", "2001:db8:10::1/64");
      Namespace quiet = segment.host(FIRST, "2001:db8:10::abcd/64");
      quiet.set("ipv6/icmp/echo_ignore_multicast", 1);
      network.near().ip("neigh add 2001:db8:10::abcd lladdr " + FIRST + " dev wire nud stale");

      SweepOutcome outcome = sweep(network, "2001:db8:10::/64");

      assertThat(told(HostAnswer.ND)).contains("2001:db8:10:0:0:0:0:abcd " + FIRST);
      assertThat(outcome.searched().getFirst().ways()).contains(SearchWay.NEIGHBOUR_TABLE);
    }
  }

  @Test
  void stopped_search_ends_and_sends_nothing_more() throws Exception {
    try (PracticeNetwork network = new PracticeNetwork()) {
      var segment = network.segment("wire", "10.77.10.1/24", "2001:db8:10::1/64");
      segment.host(FIRST, "10.77.10.7/24", "2001:db8:10::7/64");
      NetworkDoor door = door("2001:db8:10::/64");
      Ear ear = segment.ear(network.near(), "wire");
      long[] atStop = new long[1];

      SweepOutcome outcome =
          network
              .near()
              .call(
                  () ->
                      new Sweep(door)
                          .sweep(
                              SweepOrder.of(door.mandate().scope()),
                              new Found(answers) {
                                @Override
                                public void answered(HostAnswer answer) {
                                  door.stop();
                                  atStop[0] = ear.frames();
                                }
                              }));
      TimeUnit.MILLISECONDS.sleep(100);

      assertThat(outcome.complete()).isFalse();
      assertThat(outcome.open()).isEmpty();
      assertThat(ear.frames()).isLessThanOrEqualTo(atStop[0] + 1);
    }
  }

  private SweepOutcome sweep(PracticeNetwork network, String... ranges) throws Exception {
    NetworkDoor door = door(ranges);
    SweepOrder order = SweepOrder.of(door.mandate().scope());
    return network.near().call(() -> new Sweep(door).sweep(order, new Found(answers)));
  }

  private Set<String> told(String by) {
    return answers.stream()
        .filter(answer -> answer.by().equals(by))
        .map(
            answer ->
                answer.address().getHostAddress()
                    + answer.outcome().observations().stream()
                        .map(fact -> ((Observation.HardwareAddress) fact).mac())
                        .map(mac -> " " + mac.toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> open(SweepOutcome outcome) {
    return outcome.open().stream()
        .map(one -> one.address().getHostAddress() + ":" + one.port())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> texts(Set<InetAddress> addresses) {
    return addresses.stream()
        .map(InetAddress::getHostAddress)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static NetworkDoor door(String... ranges) {
    Mandate mandate =
        new Mandate(
            "test",
            "practice network",
            "the tests",
            new ScanScope(Arrays.stream(ranges).map(AddressRange::parse).toList(), List.of()),
            Mandates.NOW.minusSeconds(3600),
            Mandates.NOW.plusSeconds(3600),
            Intrusiveness.ASK,
            20_000,
            false);
    return new NetworkDoor(
        mandate, PortPlan.standard(), InstantSource.fixed(Mandates.NOW), DoorLimits.standard());
  }
}
