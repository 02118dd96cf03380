package lenswacht.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The sweep on a wire of its own. Needs root.
@Tag("root")
class SweepTest {
  private static final int FAST = 20_000;
  private static final List<Integer> PORTS = PortPlan.standard().canonicalPorts();

  @Test
  void local_segment_is_found_completely_and_only_who_is_there_is_asked() throws Exception {
    try (PracticeSegment segment = new PracticeSegment("10.77.0.254/24", "")) {
      Set<String> expected = fortyHosts(segment);

      SweepOutcome outcome = sweep(segment, door("10.77.0.0/24", FAST), done -> {});

      assertThat(outcome.means()).isEqualTo(SweepMeans.SYN);
      assertThat(outcome.complete()).isTrue();
      assertThat(outcome.addresses()).isEqualTo(254);
      assertThat(outcome.ports()).containsExactlyInAnyOrderElementsOf(PORTS);
      assertThat(outcome.answering()).hasSize(40);
      assertThat(texts(outcome)).isEqualTo(expected);
      assertThat(segment.asked()).hasSize(40 * PORTS.size());
      assertThat(outcome.packets()).isLessThan(3 * 254 + 2 * 40 * PORTS.size());
    }
  }

  @Test
  void routed_range_is_found_completely_although_one_packet_in_twenty_is_lost_each_way()
      throws Exception {
    try (PracticeSegment segment = routed("10.77.0.0/24")) {
      Set<String> expected = fortyHosts(segment);
      segment.lose(50);

      SweepOutcome outcome = sweep(segment, door("10.77.0.0/24", FAST), done -> {});

      assertThat(outcome.means()).isEqualTo(SweepMeans.SYN);
      assertThat(texts(outcome)).isEqualTo(expected);
      assertThat(outcome.answering()).hasSize(40);
      assertThat(outcome.rounds()).isGreaterThan(2);
    }
  }

  @Test
  void local_segment_is_found_completely_although_packets_are_lost() throws Exception {
    try (PracticeSegment segment = new PracticeSegment("10.77.0.254/24", "")) {
      Set<String> expected = fortyHosts(segment);
      segment.lose(50);

      assertThat(texts(sweep(segment, door("10.77.0.0/24", FAST), done -> {}))).isEqualTo(expected);
    }
  }

  @Test
  void nothing_is_sent_outside_the_mandate() throws Exception {
    try (PracticeSegment segment = routed("10.77.0.0/16");
        PracticeSegment wire = new PracticeSegment("10.77.0.254/24", "")) {
      fortyHosts(segment);
      fortyHosts(wire);
      ScanScope mandated =
          new ScanScope(
              List.of(AddressRange.parse("10.77.0.0/25")),
              List.of(AddressRange.parse("10.77.0.32/28")));
      ScanScope wider = new ScanScope(List.of(AddressRange.parse("10.77.0.0/23")), List.of());
      for (PracticeSegment one : List.of(segment, wire)) {
        NetworkDoor door = door(mandated, FAST);

        SweepOutcome outcome =
            one.near().call(() -> new Sweep(door).sweep(wider, open -> {}, done -> {}));

        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.addresses()).isEqualTo(111);
        assertThat(one.asked().keySet())
            .isNotEmpty()
            .allMatch(asked -> mandated.covers(address(asked)));
        assertThat(one.sought())
            .allMatch(sought -> sought.startsWith("10.65.0.") || mandated.covers(address(sought)));
        assertThat(one.asked().keySet())
            .noneMatch(asked -> PortPlan.NEVER.contains(Integer.parseInt(asked.split(":")[1])));
      }
    }
  }

  @Test
  void stopped_sweep_sends_nothing_more() throws Exception {
    try (PracticeSegment segment = routed("10.77.0.0/20")) {
      NetworkDoor door = door("10.77.0.0/20", 1000);
      long[] atStop = new long[1];

      SweepOutcome outcome =
          sweep(
              segment,
              door,
              done -> {
                if (atStop[0] == 0) {
                  atStop[0] = door.counters().get(Traffic.SWEEP_PACKETS);
                  door.stop();
                }
              });
      TimeUnit.MILLISECONDS.sleep(100);

      assertThat(outcome.complete()).isFalse();
      assertThat(outcome.addresses()).isZero();
      assertThat(outcome.packets()).isEqualTo(atStop[0]);
      assertThat(segment.heard()).isLessThanOrEqualTo(atStop[0] + 2);
    }
  }

  @Test
  void pace_of_the_mandate_is_never_exceeded() throws Exception {
    try (PracticeSegment segment = routed("10.77.0.0/26")) {
      for (int i = 1; i < 40; i++) {
        segment.host("10.77.0." + i, 80, 554, 8000);
      }
      int pace = 1500;
      long began = System.nanoTime();

      sweep(segment, door("10.77.0.0/26", pace), done -> {});

      double seconds = (System.nanoTime() - began) / 1e9;
      assertThat((double) segment.heard()).isLessThanOrEqualTo(pace * seconds + 8);
      assertThat(segment.heard()).isGreaterThan(62L * PORTS.size());
    }
  }

  @Test
  void answer_that_acknowledges_something_else_does_not_count() throws Exception {
    try (PracticeSegment segment = routed("10.77.0.0/28")) {
      segment.host("10.77.0.3", 80).forge();

      SweepOutcome outcome = sweep(segment, door("10.77.0.0/28", FAST), done -> {});

      assertThat(segment.asked()).containsKey("10.77.0.3:80");
      assertThat(outcome.answering()).isEmpty();
      assertThat(outcome.open()).isEmpty();
    }
  }

  @Test
  void dark_range_is_swept_by_discovery_first() throws Exception {
    try (PracticeSegment segment = routed("10.77.0.0/20")) {
      Set<String> expected = fortyHosts(segment);

      SweepOutcome outcome = sweep(segment, door("10.77.0.0/20", FAST), done -> {});

      assertThat(outcome.means()).isEqualTo(SweepMeans.SYN_DISCOVERY_FIRST);
      assertThat(outcome.ports()).containsExactlyInAnyOrderElementsOf(SynPlan.TELLING);
      assertThat(outcome.complete()).isTrue();
      assertThat(texts(outcome)).isEqualTo(expected);
      assertThat(outcome.packets()).isLessThan(4094L * 8);
    }
  }

  @Test
  void host_that_answers_an_echo_alone_is_found_and_asked_every_port_even_in_a_dark_range()
      throws Exception {
    try (PracticeSegment segment = routed("10.77.0.0/20")) {
      fortyHosts(segment);
      segment.echoing("10.77.9.9");
      List<HostAnswer> answers = new ArrayList<>();

      SweepOutcome outcome = sweep(segment, door("10.77.0.0/20", FAST), answers);

      assertThat(outcome.answering()).hasSize(41).contains(InetAddress.ofLiteral("10.77.9.9"));
      assertThat(answers)
          .singleElement()
          .satisfies(
              answer -> {
                assertThat(answer.by()).isEqualTo(HostAnswer.ICMP);
                assertThat(answer.address()).isEqualTo(InetAddress.ofLiteral("10.77.9.9"));
                assertThat(answer.outcome().observations()).isEmpty();
                assertThat(answer.evidence().bytes().at(20)).isEqualTo(EchoMessage.REPLY_4);
              });
      assertThat(segment.asked().keySet().stream().filter(one -> one.startsWith("10.77.9.9:")))
          .hasSize(PORTS.size());
    }
  }

  @Test
  void one_hardware_address_that_answers_for_many_is_told_for_each_of_them() throws Exception {
    try (PracticeSegment segment = new PracticeSegment("10.77.0.254/24", "")) {
      fortyHosts(segment);
      List<HostAnswer> answers = new ArrayList<>();

      SweepOutcome outcome = sweep(segment, door("10.77.0.0/24", FAST), answers);

      assertThat(answers).hasSize(40).allMatch(answer -> answer.by().equals(HostAnswer.ARP));
      assertThat(answers.stream().map(HostAnswer::address))
          .containsExactlyInAnyOrderElementsOf(outcome.answering());
      assertThat(answers.stream().map(answer -> answer.hardware().orElseThrow().toString()))
          .containsOnly("02:00:00:00:00:66");
    }
  }

  @Test
  void liar_with_many_hardware_addresses_is_told_by_some_of_them() throws Exception {
    try (PracticeSegment segment = new PracticeSegment("10.77.0.254/24", "")) {
      segment.faces("10.77.0.9", 500).host("10.77.0.10", 80);
      List<HostAnswer> answers = new ArrayList<>();

      SweepOutcome outcome = sweep(segment, door("10.77.0.0/24", FAST), answers);

      assertThat(answers).hasSize(8 + 1);
      assertThat(texts(outcome)).containsExactly("10.77.0.10:80");
    }
  }

  @Test
  void neighbours_are_asked_without_the_system_resolving_their_addresses() throws Exception {
    try (PracticeSegment segment = new PracticeSegment("10.77.0.254/24", "")) {
      for (int i = 1; i < 40; i++) {
        segment.host("10.77.0." + i);
      }

      SweepOutcome outcome = sweep(segment, door("10.77.0.0/24", FAST), done -> {});

      assertThat(outcome.answering()).hasSize(39);
      assertThat(segment.asked()).hasSize(39 * PORTS.size());
      assertThat(segment.near().ip("neigh show")).doesNotContain("10.77.0.");
    }
  }

  @Test
  void what_is_not_permitted_is_told_from_what_fails() throws Exception {
    try (Namespace namespace = new Namespace("lw-p-" + ProcessHandle.current().pid())) {
      SocketCalls calls = new SocketCalls();
      int nowhere = 999_999;

      assertThat(failure(namespace, () -> RawSocket.sender(calls, nowhere)))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(NotPermittedException.class);
      assertThat(
              failure(
                  namespace,
                  () -> {
                    Namespace.dropPrivileges();
                    return RawSocket.sender(calls, nowhere);
                  }))
          .isInstanceOf(NotPermittedException.class);
    }
  }

  @Test
  void address_without_a_route_leaves_the_sweep_incomplete() throws Exception {
    try (PracticeSegment segment = routed("10.77.0.0/28")) {
      SweepOutcome outcome = sweep(segment, door("10.99.0.0/30", FAST), done -> {});

      assertThat(outcome.complete()).isFalse();
      assertThat(segment.asked()).isEmpty();
    }
  }

  @Test
  void process_without_privilege_connects_and_says_so() throws Exception {
    try (PracticeSegment segment = routed("10.77.0.0/28")) {
      segment.host("10.77.0.3", 80);
      NetworkDoor door = door("10.77.0.3/32", FAST);

      SweepOutcome outcome =
          segment
              .near()
              .call(
                  () -> {
                    Namespace.dropPrivileges();
                    return new Sweep(door).sweep(door.mandate().scope(), open -> {}, done -> {});
                  });

      assertThat(outcome.means()).isEqualTo(SweepMeans.CONNECT_UNPRIVILEGED);
      assertThat(texts(outcome)).containsExactly("10.77.0.3:80");
      assertThat(outcome.complete()).isTrue();
    }
  }

  @Test
  void loopback_is_swept_by_connections() throws Exception {
    try (NetworkDoor door = Mandates.door("127.71.9.0/30")) {
      SweepOutcome outcome = new Sweep(door).sweep(door.mandate().scope(), open -> {}, done -> {});

      assertThat(outcome.means()).isEqualTo(SweepMeans.CONNECT_LOOPBACK);
      assertThat(outcome.complete()).isTrue();
    }
  }

  private static PracticeSegment routed(String range) throws Exception {
    return new PracticeSegment("10.65.0.1/29", range);
  }

  /// Forty hosts in 10.77.0.0/24, each with three ports, one of them far down the plan.
  private static Set<String> fortyHosts(PracticeSegment segment) {
    Set<String> expected = new TreeSet<>();
    for (int i = 0; i < 40; i++) {
      String host = "10.77.0." + (3 + 6 * i);
      int third = PORTS.get(6 + i % (PORTS.size() - 6));
      segment.host(host, 80, 554, third == 80 || third == 554 ? 443 : third);
      expected.addAll(List.of(host + ":80", host + ":554", host + ":" + third));
    }
    return expected;
  }

  private static Set<String> texts(SweepOutcome outcome) {
    Set<String> texts = new TreeSet<>();
    for (Service open : outcome.open()) {
      texts.add(open.address().getHostAddress() + ":" + open.port());
    }
    return texts;
  }

  private static InetAddress address(String asked) {
    return InetAddress.ofLiteral(asked.split(":")[0]);
  }

  private static Throwable failure(Namespace namespace, Callable<RawSocket> opening) {
    return catchThrowable(() -> namespace.call(opening).close());
  }

  private static SweepOutcome sweep(
      PracticeSegment segment, NetworkDoor door, LongConsumer progress) throws Exception {
    ScanScope scope = door.mandate().scope();
    return segment.near().call(() -> new Sweep(door).sweep(scope, open -> {}, progress));
  }

  private static SweepOutcome sweep(
      PracticeSegment segment, NetworkDoor door, List<HostAnswer> answers) throws Exception {
    SweepOrder order = SweepOrder.of(door.mandate().scope());
    return segment.near().call(() -> new Sweep(door).sweep(order, new Found(answers)));
  }

  private static NetworkDoor door(String range, int pace) {
    return door(new ScanScope(List.of(AddressRange.parse(range)), List.of()), pace);
  }

  private static NetworkDoor door(ScanScope scope, int pace) {
    Mandate mandate =
        new Mandate(
            "test",
            "practice segment",
            "the tests",
            scope,
            Mandates.NOW.minusSeconds(3600),
            Mandates.NOW.plusSeconds(3600),
            Intrusiveness.ASK,
            pace,
            false);
    return new NetworkDoor(
        mandate, PortPlan.standard(), InstantSource.fixed(Mandates.NOW), DoorLimits.standard());
  }
}
