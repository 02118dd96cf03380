package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lenswacht.observation.AddressRange;
import lenswacht.observation.AddressSet;
import lenswacht.observation.ScanScope;
import org.junit.jupiter.api.Test;

class SweepBlockTest {
  @Test
  void blocks_reach_every_address_that_a_host_can_have_and_no_other() {
    Random random = new Random(31);
    for (int trial = 0; trial < 20; trial++) {
      ScanScope scope = scope(random);
      Set<InetAddress> reached = new HashSet<>();
      for (SweepBlock block : SweepBlock.of(scope, AddressSet.EMPTY, 1 + random.nextInt(2000))) {
        block.scope().hosts().forEach(reached::add);
      }
      assertThat(reached).isEqualTo(new HashSet<>(scope.hosts().toList()));
    }
  }

  @Test
  void what_was_swept_is_not_swept_again() {
    ScanScope scope = new ScanScope(List.of(AddressRange.parse("10.4.0.0/16")), List.of());
    List<SweepBlock> all = SweepBlock.of(scope, AddressSet.EMPTY, 1000);
    assertThat(all).hasSize(32);
    AddressSet done = new AddressSet(all.get(0).ranges()).plus(new AddressSet(all.get(5).ranges()));
    List<SweepBlock> left = SweepBlock.of(scope, done, 1000);
    assertThat(left).hasSize(30).doesNotContain(all.get(0), all.get(5));
    assertThat(SweepBlock.of(scope, scope.hostSet(), 1000)).isEmpty();
  }

  @Test
  void ranges_of_ipv4_come_first() {
    ScanScope scope =
        new ScanScope(
            List.of(AddressRange.parse("2001:db8::/116"), AddressRange.parse("10.4.0.0/20")),
            List.of());
    assertThat(SweepBlock.of(scope, AddressSet.EMPTY, 1).getFirst().ranges())
        .allMatch(range -> range.base().getAddress().length == 4);
  }

  @Test
  void a_fast_mandate_sweeps_a_large_range_in_one_go() {
    ScanScope scope = new ScanScope(List.of(AddressRange.parse("10.4.0.0/16")), List.of());
    assertThat(SweepBlock.of(scope, AddressSet.EMPTY, 1_000_000)).hasSize(1);
  }

  @Test
  void silent_addresses_are_swept_again_in_blocks_too_small_to_be_dark() {
    ScanScope scope = new ScanScope(List.of(AddressRange.parse("10.4.0.0/18")), List.of());
    AddressSet silent = scope.hostSet().minus(AddressSet.of(AddressRange.parse("10.4.3.0/25")));
    Set<InetAddress> reached = new HashSet<>();
    for (SweepBlock block : SweepBlock.again(scope, silent)) {
      assertThat(block.scope().hosts().count()).isLessThanOrEqualTo(1024);
      block.scope().hosts().forEach(reached::add);
    }
    Set<InetAddress> wanted = new HashSet<>();
    silent.addresses().forEach(wanted::add);
    assertThat(reached).isEqualTo(wanted);
  }

  private static ScanScope scope(Random random) {
    List<AddressRange> ranges = new ArrayList<>();
    for (int n = random.nextInt(3); n >= 0; n--) {
      int prefix = 17 + random.nextInt(16);
      ranges.add(
          AddressRange.around(
              InetAddress.ofLiteral("10.7." + random.nextInt(256) + "." + random.nextInt(256)),
              prefix));
    }
    ranges.add(AddressRange.parse("2001:db8::/120"));
    return new ScanScope(ranges, List.of(AddressRange.parse("10.7.128.0/20")));
  }
}
