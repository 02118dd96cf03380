package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import lenswacht.agent.service.FilterGate;
import lenswacht.observation.Bytes;
import lenswacht.observation.SignedMandate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a program that begins anew finds of the run of an earlier one.
class BoxKeeperTest {
  private static final SignedMandate MANDATE = new SignedMandate("a mandate\n");

  @TempDir private Path folder;

  @Test
  void a_run_that_never_ended_leaves_its_mandate_behind() throws Exception {
    Files.writeString(
        folder.resolve("open"),
        Bytes.of(MANDATE.text().getBytes(StandardCharsets.UTF_8)).sha256().hex());
    assertThat(new FilterGate(folder).open(MANDATE, Duration.ofSeconds(5))).isTrue();

    assertThat(new FilterGate(folder).laid()).contains(MANDATE);
  }

  @Test
  void a_run_that_ended_leaves_nothing() throws Exception {
    FilterGate gate = new FilterGate(folder);
    gate.open(MANDATE, Duration.ZERO);

    assertThat(gate.laid()).isEmpty();
  }

  @Test
  void without_a_run_there_is_nothing_to_take_up() throws Exception {
    assertThat(new FilterGate(folder).laid()).isEmpty();
  }
}
