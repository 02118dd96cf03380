package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The short version of `lenswacht bench power`.
class PowerCutTest {
  @TempDir private Path folder;

  @Test
  void a_run_that_loses_its_power_at_any_moment_goes_on_and_asks_nobody_twice() throws Exception {
    PowerCuts.Round round = new PowerCuts(folder, 4).round(2);

    assertThat(round.fault()).isEmpty();
    assertThat(round.kills()).isPositive();
    assertThat(round.questions()).isGreaterThan(50);
  }
}
