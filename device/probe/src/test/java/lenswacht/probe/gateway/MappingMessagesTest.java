package lenswacht.probe.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import lenswacht.observation.Bytes;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.question.Answers;
import org.junit.jupiter.api.Test;

class MappingMessagesTest {
  private static final String ADDRESS = "0080 0000 00000291 cb007109";
  private static final String PCP_SUCCESS =
      "02 80 00 00 00000000 00000002 000000000000000000000000";
  private static final InetAddress ROUTER = InetAddress.ofLiteral("127.71.9.1");

  private final NatPmpProbe natPmp = new NatPmpProbe(List.of(ROUTER));
  private final PcpProbe pcp = new PcpProbe(List.of(ROUTER));

  @Test
  void router_that_gives_its_outer_address_opens_ports() {
    ProbeOutcome outcome = natPmp.read(Answers.heard(Bytes.fromHex(ADDRESS)));

    assertThat(Answers.of(outcome, Observation.OuterAddress.class))
        .extracting(told -> told.outer().getHostAddress())
        .containsExactly("203.0.113.9");
    assertThat(Answers.of(outcome, Observation.OpensPorts.class))
        .extracting(Observation.OpensPorts::by, Observation.OpensPorts::willing)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("nat-pmp", true));
  }

  @Test
  void router_without_an_outer_address_tells_none() {
    ProbeOutcome outcome = natPmp.read(Answers.heard(Bytes.fromHex("0080 0000 00000291 00000000")));

    assertThat(Answers.of(outcome, Observation.OuterAddress.class)).isEmpty();
  }

  @Test
  void refusal_is_told_and_gives_no_address() {
    ProbeOutcome outcome = natPmp.read(Answers.heard(Bytes.fromHex("0080 0002 00000291 cb007109")));

    assertThat(Answers.of(outcome, Observation.OpensPorts.class))
        .extracting(Observation.OpensPorts::willing)
        .containsExactly(false);
    assertThat(Answers.of(outcome, Observation.OuterAddress.class)).isEmpty();
  }

  @Test
  void other_failures_leave_open_whether_ports_are_opened() {
    ProbeOutcome outcome = natPmp.read(Answers.heard(Bytes.fromHex("0080 0003 00000291")));

    assertThat(Answers.of(outcome, Observation.OpensPorts.class)).isEmpty();
  }

  @Test
  void answer_to_a_request_for_a_mapping_is_not_ours() {
    assertThat(natPmp.read(Answers.heard(Bytes.fromHex("0081 0000 00000291 cb007109"))))
        .isInstanceOf(ProbeOutcome.Garbled.class);
    assertThat(pcp.read(Answers.heard(Bytes.fromHex(PCP_SUCCESS.replace("02 80", "02 81")))))
        .isInstanceOf(ProbeOutcome.Garbled.class);
  }

  @Test
  void router_that_answers_the_announcement_opens_ports() {
    ProbeOutcome outcome = pcp.read(Answers.heard(Bytes.fromHex(PCP_SUCCESS)));

    assertThat(Answers.of(outcome, Observation.OpensPorts.class))
        .extracting(Observation.OpensPorts::by)
        .containsExactly("pcp");
  }

  @Test
  void router_that_knows_nat_pmp_only_says_nothing_of_pcp() {
    ProbeOutcome outcome = pcp.read(Answers.heard(Bytes.fromHex("0000 0001 00000291")));

    assertThat(Answers.of(outcome, Observation.OpensPorts.class)).isEmpty();
  }

  @Test
  void only_our_own_router_is_asked() {
    assertThat(natPmp.appliesTo(Service.udp(ROUTER, 5351), List.of())).isTrue();
    assertThat(pcp.appliesTo(Service.udp(ROUTER, 5351), List.of())).isTrue();
    Service other = Service.udp(InetAddress.ofLiteral("127.71.9.2"), 5351);
    assertThat(natPmp.appliesTo(other, List.of())).isFalse();
    assertThat(pcp.appliesTo(other, List.of())).isFalse();
  }

  @Test
  void broken_answers_are_read_or_refused() {
    Answers.readOrRefused(natPmp, Bytes.fromHex(ADDRESS));
    Answers.readOrRefused(pcp, Bytes.fromHex(PCP_SUCCESS));
  }
}
