package lenswacht.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Arrays;
import java.util.List;
import lenswacht.observation.AddressRange;
import lenswacht.observation.ScanScope;
import org.junit.jupiter.api.Test;

class LocalSegmentTest {
  @Test
  void loopback_lies_in_a_practice_building_and_in_no_other() throws Exception {
    NetworkInterface loopback =
        NetworkInterface.getByInetAddress(InetAddress.ofLiteral("127.0.0.1"));
    assertThat(new LocalSegment(loopback).mayBeSearched(scope("127.71.0.0/16"))).isTrue();
    assertThat(new LocalSegment(loopback).mayBeSearched(scope("10.0.0.0/8"))).isFalse();
    assertThat(new LocalSegment(loopback).mayBeSearched(scope("127.0.0.0/8", "10.0.0.0/8")))
        .isTrue();
  }

  @Test
  void exclusion_within_the_subnet_keeps_the_search_at_home() throws Exception {
    NetworkInterface loopback =
        NetworkInterface.getByInetAddress(InetAddress.ofLiteral("127.0.0.1"));
    ScanScope scope =
        new ScanScope(
            List.of(AddressRange.parse("127.0.0.0/8"), AddressRange.parse("10.0.0.0/8")),
            List.of(AddressRange.parse("127.0.0.9/32")));
    assertThat(new LocalSegment(loopback).mayBeSearched(scope)).isFalse();
  }

  @Test
  void everybody_on_loopback_hears_at_its_highest_address() throws Exception {
    NetworkInterface loopback =
        NetworkInterface.getByInetAddress(InetAddress.ofLiteral("127.0.0.1"));
    LocalSegment segment = new LocalSegment(loopback);
    assertThat(segment.broadcasts()).containsExactly(InetAddress.ofLiteral("127.255.255.255"));
    assertThat(segment.contains(InetAddress.ofLiteral("127.71.0.9"))).isTrue();
    assertThat(segment.contains(InetAddress.ofLiteral("10.0.0.9"))).isFalse();
  }

  @Test
  void loopback_speaks_no_ipv6_to_anybody() throws Exception {
    NetworkInterface loopback =
        NetworkInterface.getByInetAddress(InetAddress.ofLiteral("127.0.0.1"));
    assertThat(new LocalSegment(loopback).speaker(scope("127.0.0.0/8", "::1/128"))).isEmpty();
  }

  private static ScanScope scope(String... ranges) {
    return new ScanScope(Arrays.stream(ranges).map(AddressRange::parse).toList(), List.of());
  }
}
