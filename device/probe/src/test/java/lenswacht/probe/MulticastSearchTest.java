package lenswacht.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.NetworkInterface;
import lenswacht.probe.net.Mandates;
import lenswacht.probe.net.NetworkDoor;
import org.junit.jupiter.api.Test;

class MulticastSearchTest {
  @Test
  void interface_outside_the_mandate_is_passed_over_with_a_reason() throws Exception {
    try (NetworkDoor door = Mandates.door("127.71.8.0/24")) {
      MulticastSearch.Outcome outcome = new MulticastSearch(door).search();

      for (NetworkInterface nic : NetworkInterface.networkInterfaces().toList()) {
        if (nic.isUp() && !nic.isLoopback()) {
          assertThat(outcome.reasons()).contains(nic.getName() + ": subnet-not-in-mandate");
        }
      }
      assertThat(outcome.answers())
          .allMatch(found -> door.mandate().scope().covers(found.service().address()));
    }
  }

  @Test
  void stopped_search_asks_nothing() throws Exception {
    try (NetworkDoor door = Mandates.door("127.71.8.0/24")) {
      door.stop();

      MulticastSearch.Outcome outcome = new MulticastSearch(door).search();

      assertThat(outcome.answers()).isEmpty();
      assertThat(outcome.reasons()).isNotEmpty().allMatch(reason -> reason.endsWith(": stopped"));
      assertThat(door.counters()).doesNotContainKey("multicast.packets.sent");
    }
  }
}
