package lenswacht.probe.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import lenswacht.observation.Bytes;
import lenswacht.observation.Mandate;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.Probes;
import lenswacht.probe.net.DoorLimits;
import lenswacht.probe.net.Mandates;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.PortPlan;
import lenswacht.probe.question.Answers;
import lenswacht.simulator.Building;
import lenswacht.simulator.HostCounters;
import lenswacht.simulator.SimulatedBuilding;
import org.junit.jupiter.api.Test;

class SnmpProbeTest {
  private static final int SHIFT = 20_000;
  private static final String RANGE = "127.71.12.0/24";
  private static final Bytes REPLY =
      Bytes.fromHex(
          "307c0201010406736563726574a26f0204000000070201000201003061301606082b06010201"
              + "010100040a41786973204d35303134301306082b0601020101020006072b060104018270300e"
              + "06082b0601020101030043020e10300c06082b0601020101050080003014060a2b0601020102"
              + "02010601040600005e005311");

  private final SnmpProbe probe = new SnmpProbe();

  @Test
  void nobody_is_asked_without_a_community_in_the_mandate() throws Exception {
    try (SimulatedBuilding building = building();
        NetworkDoor door = door(Mandates.of(RANGE))) {
      assertThat(Probes.followUpPorts(door.mandate())).doesNotContain(161);
      assertThat(Probes.followUp(door.mandate(), List.of())).noneMatch(SnmpProbe.class::isInstance);
      assertThat(probe.ask(agent(building), door))
          .isEqualTo(new ProbeOutcome.NotAsked("mandate-without-snmp-community"));
      assertThat(building.total().udpDatagrams()).isZero();
    }
  }

  @Test
  void system_is_told_and_the_community_is_not_kept() throws Exception {
    try (SimulatedBuilding building = building();
        NetworkDoor door = door(Mandates.supplying(RANGE, "not-this-one", "public"))) {
      assertThat(Probes.followUpPorts(door.mandate())).contains(161);

      ProbeOutcome outcome = probe.ask(agent(building), door);

      assertThat(Answers.stated(outcome, Observable.SNMP_DESCRIPTION)).hasSize(1);
      assertThat(Answers.stated(outcome, Observable.SNMP_OBJECT)).hasSize(1);
      assertThat(Answers.stated(outcome, Observable.SNMP_NAME)).containsExactly("switch-cisco");
      assertThat(Answers.answered(outcome).evidence())
          .allSatisfy(
              kept -> {
                assertThat(kept.redacted()).isTrue();
                assertThat(kept.bytes().latin1()).doesNotContain("public");
                assertThat(kept.question()).doesNotContain("public");
              });
      HostCounters counters = building.total();
      assertThat(counters.udpDatagrams()).isEqualTo(2);
      assertThat(counters.neverFlags()).isEmpty();
    }
  }

  @Test
  void silence_is_asked_once_per_community_and_no_more() throws Exception {
    try (SimulatedBuilding building = building();
        NetworkDoor door = door(Mandates.supplying(RANGE, "one", "two"))) {
      assertThat(probe.ask(agent(building), door)).isInstanceOf(ProbeOutcome.Silent.class);
      assertThat(building.total().udpDatagrams()).isEqualTo(2);
    }
  }

  @Test
  void closed_port_ends_it() throws Exception {
    try (NetworkDoor door = door(Mandates.supplying(RANGE, "one", "two"))) {
      Service nobody = Service.udp(InetAddress.ofLiteral("127.71.12.9"), 161);
      assertThat(probe.ask(nobody, door)).isInstanceOf(ProbeOutcome.Refused.class);
      assertThat(door.counters()).containsEntry("udp.packets.sent", 1L);
    }
  }

  @Test
  void values_are_read_by_their_kind() {
    ProbeOutcome outcome = probe.read(Answers.heard(REPLY));
    assertThat(Answers.stated(outcome, Observable.SNMP_DESCRIPTION)).containsExactly("Axis M5014");
    assertThat(Answers.stated(outcome, Observable.SNMP_OBJECT)).containsExactly("1.3.6.1.4.1.368");
    assertThat(Answers.stated(outcome, Observable.SNMP_FIELD)).containsExactly("uptime=PT36S");
    assertThat(Answers.stated(outcome, Observable.SNMP_NAME)).isEmpty();
    assertThat(Answers.of(outcome, Observation.HardwareAddress.class).getFirst().mac().hex())
        .isEqualTo("00005E005311");
    assertThat(Answers.answered(outcome).evidence().getFirst().bytes().latin1())
        .doesNotContain("secret");
  }

  @Test
  void what_follows_a_response_makes_it_none() {
    assertThat(probe.read(Answers.heard(Bytes.fromHex(REPLY.hex() + "00"))))
        .isInstanceOfSatisfying(
            ProbeOutcome.Garbled.class,
            garbled -> assertThat(garbled.evidence().bytes().length()).isZero());
  }

  @Test
  void broken_responses_are_read_or_refused() {
    Answers.readOrRefused(probe, REPLY);
  }

  private static Service agent(SimulatedBuilding building) {
    return Service.udp(building.addressOf("switch-cisco"), 161);
  }

  private static SimulatedBuilding building() throws Exception {
    return SimulatedBuilding.start(Building.practice().only(Set.of("switch-cisco")), RANGE, SHIFT);
  }

  private static NetworkDoor door(Mandate mandate) {
    return new NetworkDoor(
        mandate,
        PortPlan.lowPortsAt(SHIFT),
        InstantSource.fixed(Mandates.NOW),
        DoorLimits.practice());
  }
}
