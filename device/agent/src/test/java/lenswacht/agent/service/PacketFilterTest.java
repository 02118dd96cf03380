package lenswacht.agent.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Mandate;
import lenswacht.observation.OutsideEndpoint;
import lenswacht.observation.ScanScope;
import org.junit.jupiter.api.Test;

class PacketFilterTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final List<InetAddress> GROUPS =
      List.of(InetAddress.ofLiteral("239.255.255.250"), InetAddress.ofLiteral("ff02::c"));

  @Test
  void hosts_of_the_mandate_are_allowed_without_those_that_are_taken_out() {
    String rules = rules(Intrusiveness.ASK, List.of());

    assertThat(rules)
        .contains("10.20.30.0/25", "fd00:1:0:0:0:0:0:0/64", "239.255.255.250", "ff02:0:0:0:0:0:0:c")
        .contains("policy drop")
        .contains("th dport { 23, 8091 } drop")
        .doesNotContain("10.20.30.128/25", "dport 53");
  }

  @Test
  void the_rules_end_with_the_mandate() {
    assertThat(rules(Intrusiveness.ASK, List.of()))
        .contains("arp timeout 3600s, ip timeout 3600s, ip6 timeout 3600s")
        .contains("meta protocol != @open drop");
  }

  @Test
  void a_mandate_to_listen_lets_nothing_out() {
    assertThat(rules(Intrusiveness.LISTEN, List.of()))
        .contains("policy drop")
        .doesNotContain("accept");
  }

  @Test
  void the_way_out_is_one_address_and_port_and_few_questions_for_its_name() {
    String rules =
        rules(Intrusiveness.ASK, List.of(OutsideEndpoint.parse("time.example.org=192.0.2.7:443")));

    assertThat(rules)
        .contains("ip daddr 192.0.2.7 tcp dport 443 accept")
        .contains("udp dport 53 limit rate");
  }

  @Test
  void no_name_of_an_interface_or_mandate_becomes_a_rule() {
    assertThatThrownBy(() -> filter(Intrusiveness.ASK, List.of(), "eth0\"; policy accept"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(rules(Intrusiveness.ASK, List.of())).contains("# mandate M-1??x\n");
  }

  private static String rules(Intrusiveness intrusiveness, List<OutsideEndpoint> wayOut) {
    return filter(intrusiveness, wayOut, "eth0").rules(NOON);
  }

  private static PacketFilter filter(
      Intrusiveness intrusiveness, List<OutsideEndpoint> wayOut, String door) {
    ScanScope scope =
        new ScanScope(
            List.of(AddressRange.parse("10.20.30.0/24"), AddressRange.parse("fd00:1::/64")),
            List.of(AddressRange.parse("10.20.30.128/25")));
    Mandate mandate =
        new Mandate(
            "M-1\n}x",
            "Site",
            "Owner",
            scope,
            NOON.minusSeconds(60),
            NOON.plusSeconds(3600),
            intrusiveness,
            100,
            true,
            List.of(),
            false,
            false,
            wayOut,
            "");
    return new PacketFilter(mandate, door, GROUPS, Set.of(23, 8091));
  }
}
