package lenswacht.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lenswacht.observation.Bytes;
import lenswacht.observation.JournalEvent.Probed;
import lenswacht.observation.JournalEvent.Searched;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.Mandates;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.question.Answers;
import lenswacht.probe.question.DatagramProbe;
import lenswacht.simulator.Building;
import lenswacht.simulator.SimulatedBuilding;
import org.junit.jupiter.api.Test;

class SubnetSearchTest {
  private static final int MOST_PACKETS = 60;

  @Test
  void interface_outside_the_mandate_is_passed_over_with_a_reason() throws Exception {
    try (NetworkDoor door = Mandates.door("127.71.8.0/24")) {
      SubnetSearch.Outcome outcome = new SubnetSearch(door).search(segment -> Searches.common());

      for (NetworkInterface nic : NetworkInterface.networkInterfaces().toList()) {
        if (nic.isUp() && !nic.isLoopback()) {
          assertThat(outcome.searches())
              .contains(
                  new Searched(nic.getName(), "sadp", 0, 0, Optional.of("subnet-not-in-mandate")));
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

      SubnetSearch.Outcome outcome = new SubnetSearch(door).search(segment -> Searches.common());

      assertThat(outcome.answers()).isEmpty();
      assertThat(outcome.searches())
          .isNotEmpty()
          .allMatch(search -> search.impossible().equals(Optional.of("stopped")));
      assertThat(door.counters()).doesNotContainKey("multicast.packets.sent");
    }
  }

  @Test
  void practice_building_answers_every_search_it_has_the_makers_for() throws Exception {
    try (SimulatedBuilding building =
            SimulatedBuilding.start(Building.practice(), "127.71.16.0/20", 20_000);
        NetworkDoor door = Mandates.door("127.71.16.0/20")) {
      SubnetSearch.Outcome outcome = new SubnetSearch(door).search(segment -> everySearch());

      Set<String> answered =
          outcome.searches().stream()
              .filter(search -> search.answers() > 0)
              .map(Searched::probe)
              .collect(Collectors.toSet());
      assertThat(answered)
          .contains(
              "ws-discovery",
              "sadp",
              "dhip",
              "ssdp",
              "mdns",
              "xiongmai-search",
              "tvt-search",
              "hanwha-search",
              "bosch-search",
              "sony-search",
              "panasonic-search",
              "vivotek-search",
              "foscam-search",
              "vstarcam-search",
              "ubiquiti-search",
              "reolink-search",
              "360vision-search",
              "dahua-legacy-search",
              "tp-link");
      assertThat(building.total().neverFlags()).isEmpty();
      assertThat(door.counters().get("multicast.packets.sent")).isLessThan(MOST_PACKETS);
      assertThat(outcome.answers())
          .allMatch(found -> found.outcome() instanceof ProbeOutcome.Answered);
    }
  }

  @Test
  void search_is_made_once_in_a_run() throws Exception {
    try (NetworkDoor door = Mandates.door("127.71.9.0/24")) {
      SubnetSearch search = new SubnetSearch(door);
      search.search(segment -> Searches.common());
      long sent = door.counters().get("multicast.packets.sent");

      SubnetSearch.Outcome again = search.search(segment -> Searches.common());

      assertThat(door.counters().get("multicast.packets.sent")).isEqualTo(sent);
      assertThat(again.searches())
          .filteredOn(one -> one.network().equals("lo"))
          .isNotEmpty()
          .allMatch(one -> one.impossible().equals(Optional.of("already-searched")));
    }
  }

  @Test
  void password_in_a_reply_to_a_search_is_never_kept() throws Exception {
    try (SimulatedBuilding building =
            SimulatedBuilding.start(
                Building.practice().only(Set.of("vstarcam-hall")), "127.71.10.0/24", 20_000);
        NetworkDoor door = Mandates.door("127.71.10.0/24")) {
      SubnetSearch.Outcome outcome = new SubnetSearch(door).search(segment -> everySearch());

      Probed found = outcome.answers().getFirst();
      assertThat(found.probe()).isEqualTo("vstarcam-search");
      assertThat(((ProbeOutcome.Answered) found.outcome()).evidence())
          .allMatch(kept -> kept.bytes().length() == 0xec && kept.truncated());
      assertThat(building.total().neverFlags()).isEmpty();
    }
  }

  @Test
  void makers_are_hinted_by_what_was_said_and_by_hardware_addresses() {
    assertThat(Searches.hinted(List.of(), List.of())).isEmpty();
    assertThat(Searches.hinted(List.of(), List.of("Hanwha Techwin Security Vietnam")))
        .extracting(DatagramProbe::name)
        .containsExactly("hanwha-search");
    assertThat(Searches.hinted(List.of(said("VVTK-HTTP-Server/0.1")), List.of("TP-LINK")))
        .extracting(DatagramProbe::name)
        .containsExactly("vivotek-search", "tp-link");
  }

  private static Observation said(String banner) {
    return new Observation.Stated(
        Service.tcp(InetAddress.ofLiteral("192.0.2.1"), 80),
        Observable.HTTP_SERVER,
        banner,
        Answers.heard(Bytes.EMPTY).evidence().id());
  }

  private static List<DatagramProbe> everySearch() {
    List<DatagramProbe> all = new ArrayList<>(Searches.common());
    all.addAll(Searches.makers());
    return all;
  }
}
