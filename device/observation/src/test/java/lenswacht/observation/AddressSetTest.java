package lenswacht.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressSetTest {
  @Test
  void blocks_that_touch_become_one() {
    assertThat(set("192.0.2.128/25", "192.0.2.0/26", "192.0.2.64/26", "192.0.2.7").ranges())
        .containsExactly(AddressRange.parse("192.0.2.0/24"));
  }

  @Test
  void the_highest_address_of_ipv4_does_not_touch_the_lowest_of_ipv6() {
    assertThat(set("255.255.255.255", "::").ranges()).hasSize(2);
    assertThat(set("::/0").contains(InetAddress.ofLiteral("0.0.0.1"))).isFalse();
  }

  @Test
  void a_network_of_ipv6_is_larger_than_any_number() {
    assertThat(set("2001:db8::/64").size()).isEqualTo(Long.MAX_VALUE);
    assertThat(set("2001:db8::/64").minus(set("2001:db8::8000:0:0:0/65")).ranges())
        .containsExactly(AddressRange.parse("2001:db8::/65"));
  }

  @Test
  void what_is_taken_away_is_not_there_any_more_and_nothing_else() {
    Random random = new Random(7);
    for (int trial = 0; trial < 300; trial++) {
      Set<InetAddress> one = some(random);
      Set<InetAddress> other = some(random);
      AddressSet left = AddressSet.ofAddresses(one);
      AddressSet right = AddressSet.ofAddresses(other);
      Set<InetAddress> without = new HashSet<>(one);
      without.removeAll(other);
      Set<InetAddress> both = new HashSet<>(one);
      both.retainAll(other);
      Set<InetAddress> all = new HashSet<>(one);
      all.addAll(other);
      assertThat(hosts(left.minus(right))).isEqualTo(without);
      assertThat(hosts(left.and(right))).isEqualTo(both);
      assertThat(hosts(left.plus(right))).isEqualTo(all);
      assertThat(left.plus(right).size()).isEqualTo(all.size());
      assertThat(left.minus(right).plus(left.and(right))).isEqualTo(left);
    }
  }

  @Test
  void a_scope_as_a_set_holds_the_addresses_that_it_names() {
    ScanScope scope =
        new ScanScope(
            List.of(
                AddressRange.parse("192.0.2.0/26"),
                AddressRange.parse("192.0.2.63"),
                AddressRange.parse("198.51.100.4/31")),
            List.of(AddressRange.parse("192.0.2.8/29")));
    assertThat(hosts(scope.hostSet())).isEqualTo(new HashSet<>(scope.hosts().toList()));
  }

  private static AddressSet set(String... ranges) {
    return new AddressSet(List.of(ranges).stream().map(AddressRange::parse).toList());
  }

  private static Set<InetAddress> some(Random random) {
    Set<InetAddress> some = new HashSet<>();
    for (int n = random.nextInt(60); n >= 0; n--) {
      some.add(
          random.nextInt(4) == 0
              ? InetAddress.ofLiteral("2001:db8::" + random.nextInt(10))
              : InetAddress.ofLiteral("192.0.2." + random.nextInt(64)));
    }
    return some;
  }

  /// Block by block, down to single addresses, so that no end is left out.
  private static Set<InetAddress> hosts(AddressSet set) {
    List<AddressRange> blocks = new ArrayList<>(set.ranges());
    Set<InetAddress> hosts = new HashSet<>();
    while (!blocks.isEmpty()) {
      AddressRange block = blocks.removeLast();
      block.ends().forEach(end -> hosts.add(end.base()));
      block.hosts().forEach(hosts::add);
    }
    return hosts;
  }
}
