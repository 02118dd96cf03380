package lenswacht.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Arrays;
import java.util.List;
import lenswacht.observation.AddressRange;
import lenswacht.observation.ScanScope;
import org.junit.jupiter.api.Test;

class GroupSearchTest {
  @Test
  void loopback_lies_in_a_practice_building_and_in_no_other() throws Exception {
    NetworkInterface loopback =
        NetworkInterface.getByInetAddress(InetAddress.ofLiteral("127.0.0.1"));
    assertThat(GroupSearch.liesInMandate(loopback, scope("127.71.0.0/16"))).isTrue();
    assertThat(GroupSearch.liesInMandate(loopback, scope("10.0.0.0/8"))).isFalse();
    assertThat(GroupSearch.liesInMandate(loopback, scope("127.0.0.0/8", "10.0.0.0/8"))).isTrue();
  }

  @Test
  void exclusion_within_the_subnet_keeps_the_search_at_home() throws Exception {
    NetworkInterface loopback =
        NetworkInterface.getByInetAddress(InetAddress.ofLiteral("127.0.0.1"));
    ScanScope scope =
        new ScanScope(
            List.of(AddressRange.parse("127.0.0.0/8"), AddressRange.parse("10.0.0.0/8")),
            List.of(AddressRange.parse("127.0.0.9/32")));
    assertThat(GroupSearch.liesInMandate(loopback, scope)).isFalse();
  }

  private static ScanScope scope(String... ranges) {
    return new ScanScope(Arrays.stream(ranges).map(AddressRange::parse).toList(), List.of());
  }
}
