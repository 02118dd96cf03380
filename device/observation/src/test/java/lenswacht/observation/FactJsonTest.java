package lenswacht.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactJsonTest {
  @Test
  void a_fact_is_an_object_that_names_its_case() {
    String json =
        new String(
            FactJson.writeLine(
                new JournalEvent.Probed(
                    "http",
                    FactsForTests.WEB,
                    new ProbeOutcome.Refused(ProbeOutcome.RefusalReason.CLOSED))),
            StandardCharsets.UTF_8);
    assertThat(json)
        .isEqualTo(
            "{\"type\":\"Probed\",\"probe\":\"http\",\"service\":\"192.0.2.64:80/tcp\","
                + "\"outcome\":{\"type\":\"Refused\",\"reason\":\"CLOSED\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"type\":\"Nothing\"}",
        "{\"type\":\"PhaseStarted\"}",
        "{\"type\":\"PhaseStarted\",\"phase\":null}",
        "{\"type\":\"PhaseStarted\",\"phase\":\"DANCE\"}",
        "{\"type\":\"PhaseStarted\",\"phase\":\"SWEEP\",\"more\":1}",
        "{\"type\":\"PhaseStarted\",\"phase\":\"SWEEP\"} {}",
        "{\"type\":\"NotLookedAt\",\"address\":\"camera.example\",\"reason\":\"x\"}",
        "{\"type\":\"NotLookedAt\",\"address\":\"192.0.2.9\",\"reason\":\"boredom\"}",
        "{\"type\":\"java.lang.Runtime\"}"
      })
  void what_does_not_fit_is_refused_with_a_sentence(String json) {
    assertThatThrownBy(() -> FactJson.read(json, JournalEvent.class))
        .isInstanceOf(MalformedFactException.class)
        .message()
        .isNotBlank();
  }

  @Test
  void lines_of_earlier_programs_are_read() throws MalformedFactException {
    assertThat(
            FactJson.read(
                "{\"type\":\"Swept\",\"ranges\":[\"192.0.2.0/24\"],\"ports\":[80,554],"
                    + "\"addresses\":254,\"answering\":1}",
                JournalEvent.class))
        .isEqualTo(
            new JournalEvent.Swept(
                java.util.List.of(AddressRange.parse("192.0.2.0/24")),
                java.util.List.of(80, 554),
                254,
                1,
                java.util.Optional.empty()));
    assertThat(
            FactJson.read(
                "{\"type\":\"NotLookedAt\",\"address\":\"192.0.2.9\",\"reason\":\"mandate-ended\"}",
                JournalEvent.class))
        .isEqualTo(
            new JournalEvent.NotLookedAt(
                java.net.InetAddress.ofLiteral("192.0.2.9"), Omission.MANDATE_ENDED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1/host", "[2001:db8:0:0:0:0:0:1]/host", "192.0.2.1:80/tcp"})
  void a_service_is_written_as_it_is_read(String text) throws MalformedFactException {
    assertThat(FactJson.read('"' + text + '"', Service.class)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1:0/tcp", "192.0.2.1:80/host", "/host", "192.0.2.1/tcp"})
  void what_is_no_service_is_refused(String text) {
    assertThatThrownBy(() -> FactJson.read('"' + text + '"', Service.class))
        .isInstanceOf(MalformedFactException.class);
  }

  @Test
  void deep_nesting_is_refused() {
    String deep = "{\"type\":\"Swept\",\"ranges\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
    assertThatThrownBy(() -> FactJson.read(deep, JournalEvent.class))
        .isInstanceOf(MalformedFactException.class);
  }

  @Test
  void damaged_lines_give_a_fact_or_a_refusal_and_nothing_else() {
    byte[] line =
        FactJson.writeLine(
            new JournalEvent.Probed(
                "http",
                FactsForTests.WEB,
                new ProbeOutcome.Answered(
                    FactsForTests.oneOfEach(), java.util.List.of(FactsForTests.PAGE))));
    Random random = new Random(5);
    for (int trial = 0; trial < 3000; trial++) {
      byte[] changed = line.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(FactJson.read(changed, JournalEvent.class)).isNotNull();
      } catch (MalformedFactException expected) {
        assertThat(expected).hasMessageMatching("(?s).+");
      }
    }
  }

  @Test
  void text_from_a_stranger_is_cleaned_and_cut() {
    Observation.Stated stated =
        new Observation.Stated(
            FactsForTests.WEB,
            Observable.HTTP_TITLE,
            "\u0000Lobby\u202e\u001b[31m" + "x".repeat(1000),
            FactsForTests.PAGE.id());
    assertThat(stated.value())
        .startsWith("Lobby")
        .hasSize(256 - 1)
        .doesNotContain("\u202e", "\u001b");
  }
}
