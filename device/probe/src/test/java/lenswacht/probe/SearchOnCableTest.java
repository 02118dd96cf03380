package lenswacht.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.JournalEvent.Searched;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.probe.net.DoorLimits;
import lenswacht.probe.net.Namespace;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.PortPlan;
import lenswacht.probe.question.DatagramProbe;
import lenswacht.simulator.Building;
import lenswacht.simulator.SimulatedBuilding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Searches over a real interface, between two network namespaces with a cable between them.
@Tag("root")
class SearchOnCableTest {
  private static final String FOUR = "10.77.0.0/24";
  private static final String SIX = "fd77::/64";
  private static final int HOSTS = Building.makers().hosts().size();
  private static final int MOST_PACKETS = 60;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String id = ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
  private final Namespace near;
  private final Namespace far;

  SearchOnCableTest() throws Exception {
    near = new Namespace("lw-sn-" + id);
    far = new Namespace("lw-sf-" + id);
  }

  @BeforeEach
  void lay_the_cable() throws Exception {
    near.ip("link add cable type veth peer name cable netns " + far.name());
    near.ip("addr add 10.77.0.250/24 dev cable");
    near.ip("-6 addr add fd77::250/64 dev cable nodad");
    for (int i = 1; i <= HOSTS; i++) {
      far.ip("addr add 10.77.0." + i + "/24 dev cable");
      far.ip("addr add 192.168.9." + i + "/24 dev cable");
      far.ip("-6 addr add fd77::" + Integer.toHexString(i) + "/64 dev cable nodad");
    }
    near.ip("link set cable addrgenmode none");
    far.ip("link set cable addrgenmode none");
    near.ip("link set cable up");
    far.ip("link set cable up");
    near.ip("route add 192.168.9.0/24 dev cable");
  }

  @AfterEach
  void take_it_away() throws Exception {
    near.close();
    far.close();
  }

  @Test
  void every_maker_answers_over_the_cable_and_no_trap_is_touched() throws Exception {
    try (SimulatedBuilding building = building(FOUR);
        NetworkDoor door = door(FOUR)) {
      SubnetSearch.Outcome outcome = search(door);

      assertThat(building.remarks()).isEmpty();
      assertThat(outcome.searches())
          .filteredOn(one -> one.network().equals("cable"))
          .filteredOn(one -> !one.probe().endsWith("-ipv6"))
          .hasSize(everySearch().size())
          .allSatisfy(
              one -> {
                assertThat(one.answers()).as(one.probe()).isPositive();
                assertThat(one.impossible()).isEmpty();
                assertThat(one.strangers()).isZero();
              });
      assertThat(building.total().neverFlags()).isEmpty();
      assertThat(door.counters().get("multicast.packets.sent")).isLessThan(MOST_PACKETS);
    }
  }

  @Test
  void groups_of_ipv6_are_searched_where_the_mandate_covers_them() throws Exception {
    try (SimulatedBuilding building = building(SIX)) {
      assertThat(searchedByAnother(FOUR, SIX))
          .contains(
              "cable ws-discovery-ipv6 1 0 -",
              "cable ssdp-ipv6 1 0 -",
              "cable mdns-ipv6 1 0 -",
              "ws-discovery [" + address(building, "onvif-gate") + "]:3702/udp",
              "ssdp [" + address(building, "axis-entrance") + "]:1900/udp",
              "mdns [" + address(building, "axis-entrance") + "]:5353/udp");
      assertThat(building.total().neverFlags()).isEmpty();
    }
  }

  @Test
  void ipv6_is_left_alone_where_the_mandate_does_not_cover_it() throws Exception {
    try (SimulatedBuilding building = building(SIX)) {
      assertThat(searchedByAnother(FOUR))
          .contains("cable mdns-ipv6 0 0 subnet-not-in-mandate", "cable mdns 0 0 -");
      assertThat(building.total().udpDatagrams()).isZero();
    }
  }

  @Test
  void network_that_is_only_half_inside_hears_nothing() throws Exception {
    try (SimulatedBuilding building = building(FOUR);
        NetworkDoor door = door("10.77.0.0/25")) {
      SubnetSearch.Outcome outcome = search(door);

      assertThat(outcome.searches())
          .filteredOn(one -> one.network().equals("cable"))
          .isNotEmpty()
          .allMatch(one -> one.impossible().equals(Optional.of("subnet-not-in-mandate")));
      assertThat(building.total().udpDatagrams()).isZero();
      assertThat(door.counters()).doesNotContainKey("multicast.packets.sent");
    }
  }

  @Test
  void answers_from_outside_the_mandate_are_counted_and_not_looked_at() throws Exception {
    try (SimulatedBuilding building = building("192.168.9.0/24");
        NetworkDoor door = door(FOUR)) {
      SubnetSearch.Outcome outcome = search(door);

      assertThat(building.total().udpDatagrams()).isPositive();
      assertThat(outcome.answers()).isEmpty();
      assertThat(outcome.searches().stream().mapToLong(Searched::strangers).sum()).isPositive();
    }
  }

  private SubnetSearch.Outcome search(NetworkDoor door) throws Exception {
    return near.call(() -> new SubnetSearch(door).search(segment -> everySearch()));
  }

  private SimulatedBuilding building(String cidr) throws Exception {
    return far.call(
        () ->
            SimulatedBuilding.startOn(
                NetworkInterface.getByName("cable"), Building.makers(), cidr));
  }

  private static List<DatagramProbe> everySearch() {
    List<DatagramProbe> all = new ArrayList<>(Searches.common());
    all.addAll(Searches.makers());
    return all;
  }

  /// What a program of its own finds that stands at the near end: Java tells the addresses of IPv6
  /// only to a whole program in a namespace, not to one thread.
  private List<String> searchedByAnother(String... ranges) throws Exception {
    List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", near.name()));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(SearchOnCableTest.class.getName());
    command.addAll(List.of(ranges));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said.lines().toList();
  }

  /// Makes every search under a mandate for the ranges that are given, and prints what came of it.
  public static void main(String[] ranges) throws Exception {
    try (NetworkDoor door = door(ranges)) {
      SubnetSearch.Outcome outcome = new SubnetSearch(door).search(segment -> everySearch());
      for (Searched one : outcome.searches()) {
        System.out.println(
            String.join(
                " ",
                one.network(),
                one.probe(),
                Integer.toString(one.answers()),
                Long.toString(one.strangers()),
                one.impossible().orElse("-")));
      }
      outcome.answers().forEach(found -> System.out.println(found.probe() + " " + found.service()));
      System.exit(door.counters().get("multicast.packets.sent") < MOST_PACKETS ? 0 : 1);
    }
  }

  private static String address(SimulatedBuilding building, String host) {
    return building.addressOf(host).getHostAddress();
  }

  private static NetworkDoor door(String... ranges) {
    Instant now = Instant.now();
    Mandate mandate =
        new Mandate(
            "cable",
            "a cable",
            "the tests",
            new ScanScope(Arrays.stream(ranges).map(AddressRange::parse).toList(), List.of()),
            now.minusSeconds(60),
            now.plusSeconds(600),
            Intrusiveness.ASK,
            1000,
            false);
    return new NetworkDoor(
        mandate, PortPlan.standard(), InstantSource.system(), DoorLimits.practice());
  }
}
