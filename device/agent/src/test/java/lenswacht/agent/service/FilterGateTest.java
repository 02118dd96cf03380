package lenswacht.agent.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import lenswacht.observation.Bytes;
import lenswacht.observation.SignedMandate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterGateTest {
  private static final SignedMandate SIGNED = new SignedMandate("a mandate\n");

  @TempDir private Path folder;

  @Test
  void the_gate_opens_once_the_filter_holds_this_very_mandate() throws Exception {
    Files.writeString(
        folder.resolve("open"),
        Bytes.of(SIGNED.text().getBytes(StandardCharsets.UTF_8)).sha256().hex() + "\n");

    assertThat(new FilterGate(folder).open(SIGNED, Duration.ofSeconds(5))).isTrue();
    assertThat(folder.resolve("mandate")).hasContent(SIGNED.text());
  }

  @Test
  void rules_of_another_mandate_open_nothing_and_the_mandate_is_taken_back() throws Exception {
    Files.writeString(folder.resolve("open"), "0".repeat(64));

    assertThat(new FilterGate(folder).open(SIGNED, Duration.ofMillis(1))).isFalse();
    assertThat(folder.resolve("mandate")).doesNotExist();
  }

  @Test
  void a_request_to_switch_off_is_a_file() throws Exception {
    new FilterGate(folder).powerOff();

    assertThat(folder.resolve("power-off")).exists();
  }
}
