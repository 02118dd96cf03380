package lenswacht.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
  @Test
  void a_block_covers_its_addresses_and_no_other() {
    AddressRange range = AddressRange.parse("10.20.30.64/26");
    assertThat(range.contains(InetAddress.ofLiteral("10.20.30.64"))).isTrue();
    assertThat(range.contains(InetAddress.ofLiteral("10.20.30.127"))).isTrue();
    assertThat(range.contains(InetAddress.ofLiteral("10.20.30.63"))).isFalse();
    assertThat(range.contains(InetAddress.ofLiteral("10.20.30.128"))).isFalse();
    assertThat(range.contains(InetAddress.ofLiteral("::1"))).isFalse();
  }

  @Test
  void an_ipv6_block_covers_its_addresses() {
    AddressRange range = AddressRange.parse("2001:db8:30::/48");
    assertThat(range.contains(InetAddress.ofLiteral("2001:db8:30:ffff::1"))).isTrue();
    assertThat(range.contains(InetAddress.ofLiteral("2001:db8:31::1"))).isFalse();
    assertThat(range.contains(InetAddress.ofLiteral("10.20.30.1"))).isFalse();
  }

  @Test
  void hosts_leave_out_network_and_broadcast_address() {
    assertThat(AddressRange.parse("10.0.0.252/30").hosts().map(InetAddress::getHostAddress))
        .containsExactly("10.0.0.253", "10.0.0.254");
    assertThat(AddressRange.parse("10.0.0.7").hosts().map(InetAddress::getHostAddress))
        .containsExactly("10.0.0.7");
  }

  @Test
  void counting_carries_over_the_octets() {
    List<InetAddress> hosts = AddressRange.parse("10.0.0.0/15").hosts().toList();
    assertThat(hosts).hasSize((1 << 17) - 2);
    assertThat(hosts.get(256).getHostAddress()).isEqualTo("10.0.1.1");
    assertThat(hosts.getLast().getHostAddress()).isEqualTo("10.1.255.254");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1/24",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "10.0.0/24",
        "camera.example",
        "",
        "10.0.0.0/24/8",
        "2001:db8::/129",
        "2001:db8::1/64"
      })
  void what_is_no_block_is_refused_without_asking_a_name_server(String text) {
    assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_block_too_large_to_be_swept_says_so() {
    assertThatThrownBy(() -> AddressRange.parse("2001:db8::/64").hosts())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("too large");
  }

  @Test
  void exclusions_take_addresses_out_of_the_scope() {
    ScanScope scope =
        new ScanScope(
            List.of(AddressRange.parse("10.0.0.0/29")), List.of(AddressRange.parse("10.0.0.2/31")));
    assertThat(scope.hosts().map(InetAddress::getHostAddress))
        .containsExactly("10.0.0.1", "10.0.0.4", "10.0.0.5", "10.0.0.6");
    assertThat(scope.covers(InetAddress.ofLiteral("10.0.0.3"))).isFalse();
  }

  @Test
  void block_around_an_address_has_no_bits_beyond_its_prefix() {
    assertThat(AddressRange.around(InetAddress.ofLiteral("10.20.30.40"), 23))
        .isEqualTo(AddressRange.parse("10.20.30.0/23"));
    assertThat(AddressRange.around(InetAddress.ofLiteral("2001:db8::ffff:1"), 64))
        .isEqualTo(AddressRange.parse("2001:db8::/64"));
  }

  @Test
  void ipv6_network_is_fit_for_a_scan_and_never_listed_address_by_address() {
    ScanScope scope =
        new ScanScope(
            List.of(
                AddressRange.parse("2001:db8::/64"),
                AddressRange.parse("2001:db8:1::/126"),
                AddressRange.parse("10.0.0.0/30")),
            List.of());

    assertThat(scope.objection()).isEmpty();
    assertThat(scope.hosts()).hasSize(6);
    assertThat(scope.size()).isEqualTo(8);
    assertThat(scope.covers(AddressRange.parse("2001:db8::/80"))).isTrue();
    assertThat(scope.covers(AddressRange.parse("2001:db8::/63"))).isFalse();
  }

  @Test
  void ipv6_networks_of_the_whole_world_or_taken_out_again_are_unfit() {
    AddressRange network = AddressRange.parse("2001:db8::/64");

    assertThat(scope("2000::/3").objection()).isPresent();
    assertThat(scope("fe80::/10").objection()).isEmpty();
    assertThat(new ScanScope(List.of(network), List.of(network)).objection()).isPresent();
  }

  private static ScanScope scope(String range) {
    return new ScanScope(List.of(AddressRange.parse(range)), List.of());
  }
}
