package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.SignedMandate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxKeeperTest {
  private static final SignedMandate FIRST = new SignedMandate("first\n");
  private static final SignedMandate SECOND = new SignedMandate("second\n");

  @TempDir private Path folder;

  @Test
  void a_run_that_never_ended_is_taken_up() throws Exception {
    try (Journal journal = journal()) {
      begin(journal, "1", FIRST);
      end(journal);
      begin(journal, "2", SECOND);
    }

    assertThat(BoxKeeper.brokenOff(folder)).contains(SECOND);
  }

  @Test
  void a_run_that_a_person_or_an_empty_battery_ended_is_not() throws Exception {
    try (Journal journal = journal()) {
      begin(journal, "1", FIRST);
      end(journal);
    }

    assertThat(BoxKeeper.brokenOff(folder)).isEmpty();
  }

  @Test
  void without_a_run_there_is_nothing_to_take_up() throws Exception {
    journal().close();

    assertThat(BoxKeeper.brokenOff(folder)).isEmpty();
  }

  private Journal journal() throws Exception {
    return Journal.open(folder, InstantSource.system(), ClockTrust.COMPUTER);
  }

  private static void begin(Journal journal, String run, SignedMandate mandate) {
    journal.append(new JournalEvent.RunStarted(run, mandate, "box", "0.1.0"));
  }

  private static void end(Journal journal) {
    journal.append(new JournalEvent.RunEnded(RunOutcome.STOPPED, Map.of()));
  }
}
