package lenswacht.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import lenswacht.observation.FactJson;
import org.junit.jupiter.api.Test;

class CoverageTaleTest {
  private static String told(String language) {
    return new CoverageTale(Locale.of(language)).text(SampleCoverage.coverage());
  }

  @Test
  void what_was_not_looked_at_is_told_with_its_reason() {
    assertThat(told("en"))
        .contains("the scan was narrowed to other ranges: 126 (198.51.100.1–198.51.100.126)")
        .contains("too many addresses to sweep one by one: more than can be counted");
  }

  @Test
  void where_the_device_stood_is_told() {
    assertThat(told("en"))
        .contains("Where the device stood: network eth0")
        .contains("Own address: 192.0.2.99")
        .contains("Gateway: 192.0.2.1")
        .contains("VLAN: 20")
        .contains("Switch and port: sw-2-oost, port Gi1/0/7, VLAN 20 (LLDP)")
        .contains("DNS suffix: stadhuis.example")
        .contains("In the mandate: inside");
  }

  @Test
  void what_could_not_be_heard_is_told_in_the_language_that_is_spoken() {
    assertThat(told("nl"))
        .contains("multicast die een switch alleen zendt aan wie lid is van de groep")
        .contains("frames die te snel kwamen, 3 in getal");
  }

  @Test
  void hosts_left_alone_lost_answers_and_searches_are_told() {
    assertThat(told("en"))
        .contains("192.0.2.9: stopped answering after page; then silent: 192.0.2.9:80/tcp")
        .contains("192.0.2.10:554/tcp: the answer to rtsp was lost")
        .contains(
            "eth0, sadp: put; answers: 4. Answers from outside the mandate, not looked at: 1.")
        .contains("wlan0, ws-discovery: could not be put");
  }

  @Test
  void a_range_too_large_to_count_does_not_spoil_the_sum() {
    assertThat(told("en"))
        .contains("Addresses that equipment can have in scope: 379")
        .doesNotContain("-9");
  }

  @Test
  void what_a_further_round_would_find_stands_right_behind_the_numbers() {
    List<CoverageTale.Chapter> chapters =
        new CoverageTale(Locale.ENGLISH).tell(SampleCoverage.coverage());
    assertThat(chapters.get(1).title()).isEqualTo("What a further round would still find");
    assertThat(chapters.get(1).lines()).hasSizeGreaterThan(5);
  }

  @Test
  void coverage_is_facts_for_programs_too() {
    assertThat(FactJson.writePretty(SampleCoverage.coverage()))
        .contains("\"rounds\" : 1")
        .contains("\"StandInside\"")
        .contains("\"198.51.100.0/25\"")
        .doesNotContain("\"empty\"");
  }
}
