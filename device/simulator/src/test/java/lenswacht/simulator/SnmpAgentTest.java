package lenswacht.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SnmpAgentTest {
  private static final String DESCRIPTION = "1.3.6.1.2.1.1.1.0";

  private final Resident printer = resident();
  private final SnmpAgent agent =
      new SnmpAgent(
          printer,
          printer.host().services().stream()
              .filter(service -> service.kind().equals("snmp"))
              .findFirst()
              .orElseThrow());

  private static Resident resident() {
    SimulatedHost host = Building.practice().only(Set.of("printer-brother")).hosts().getFirst();
    return Resident.at(Map.of(host.id(), InetAddress.ofLiteral("127.0.0.9")), host, 0);
  }

  @Test
  void get_gives_the_value_of_that_name() {
    assertThat(asked(new SnmpQuestion(0xa0, DESCRIPTION))).contains("Brother NC-8700w");
  }

  @Test
  void get_next_gives_the_value_behind_that_name() {
    assertThat(asked(new SnmpQuestion(0xa1, "1.3.6.1"))).contains("Brother NC-8700w");
    assertThat(asked(new SnmpQuestion(0xa1, "1.3.6.1.2.1.1.3.0"))).contains("printer-brother");
  }

  @Test
  void get_bulk_gives_at_least_the_next_value() {
    assertThat(asked(new SnmpQuestion(0xa5, "1.3.6.1"))).contains("Brother NC-8700w");
  }

  @Test
  void unknown_community_is_met_with_silence() {
    assertThat(agent.answer(new SnmpQuestion(0xa0, DESCRIPTION, "site-9").bytes())).isEmpty();
    assertThat(printer.ledger().counters().flags()).containsOnlyKeys("snmp-community-unknown");
  }

  @Test
  void guessed_community_is_flagged() {
    assertThat(agent.answer(new SnmpQuestion(0xa0, DESCRIPTION, "private").bytes())).isEmpty();
    assertThat(printer.ledger().counters().neverFlags()).containsEntry("snmp-guessed", 1L);
  }

  @Test
  void set_is_flagged_and_met_with_silence() {
    assertThat(agent.answer(new SnmpQuestion(0xa3, DESCRIPTION).bytes())).isEmpty();
    assertThat(printer.ledger().counters().neverFlags()).containsEntry("snmp-set", 1L);
  }

  @Test
  void damaged_questions_are_answered_or_met_with_silence() {
    byte[] question = new SnmpQuestion(0xa1, DESCRIPTION).bytes();
    Random random = new Random(161);
    for (int length = 0; length < question.length; length++) {
      assertThat(agent.answer(Arrays.copyOf(question, length))).isNotNull();
    }
    for (int i = 0; i < 20_000; i++) {
      byte[] wrong = question.clone();
      wrong[random.nextInt(wrong.length)] = (byte) random.nextInt(256);
      wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
      Optional<byte[]> reply = agent.answer(wrong);
      reply.ifPresent(bytes -> assertThat(bytes).hasSizeLessThan(65_000));
    }
  }

  private String asked(SnmpQuestion question) {
    return new String(agent.answer(question.bytes()).orElseThrow(), StandardCharsets.ISO_8859_1);
  }
}
