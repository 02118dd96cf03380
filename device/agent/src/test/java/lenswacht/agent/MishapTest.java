package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.Probed;
import lenswacht.observation.JournalEvent.RunEnded;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.JournalEvent.RunResumed;
import lenswacht.simulator.Building;
import lenswacht.simulator.SimulatedBuilding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens to a survey when the kit's storage is full or its cable is pulled. Needs root.
@Tag("root")
class MishapTest {
  private static final int LOW_PORTS_AT = 20_000;
  private static final String SEGMENT = "10.30.0.0/28";

  @TempDir Path folder;

  @Test
  void storage_that_is_full_ends_the_run_and_what_was_kept_is_whole() throws Exception {
    Path journal = folder.resolve("journal");
    try (SmallDisk disk = new SmallDisk(journal, "256k");
        SimulatedBuilding building =
            SimulatedBuilding.start(Building.practice(), "127.74.0.0/16", LOW_PORTS_AT)) {
      Surveyor surveyor = new Surveyor(folder, journal, List.of());
      List<String> ranges = List.of("127.74.0.0/25");
      String shifted = String.valueOf(LOW_PORTS_AT);

      AgentProcess.Ended ended = surveyor.survey(ranges, "--low-ports-at", shifted, "--quiet");

      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
      assertThat(ended.err())
          .contains("could not be written; what it holds already is kept")
          .doesNotContain("\tat ");
      List<JournalEvent> kept = surveyor.events();
      assertThat(kept).hasSizeGreaterThan(20).noneMatch(RunEnded.class::isInstance);
      assertThat(building.total().tcpConnections()).isPositive();

      disk.enlarge("32m");
      AgentProcess.Ended again = surveyor.survey(ranges, "--low-ports-at", shifted, "--quiet");

      assertThat(again.exitCode()).as(again.err()).isZero();
      List<JournalEvent> all = surveyor.events();
      assertThat(all).startsWith(kept.toArray(JournalEvent[]::new));
      assertThat(all.get(kept.size())).isInstanceOf(RunResumed.class);
      assertThat(questions(all.subList(kept.size(), all.size())))
          .as("asked before and again")
          .doesNotContainAnyElementsOf(questions(kept));
      assertThat(outcome(all)).isEqualTo(RunOutcome.COMPLETE);
    }
  }

  @Test
  void a_pulled_cable_leaves_the_run_incomplete_and_the_next_one_completes_it() throws Exception {
    try (TownHouse kit = new TownHouse("kit", folder);
        TownHouse cameras = new TownHouse("cameras", folder)) {
      cameras.cable("port", kit, "eth0");
      kit.run("ip address add 10.30.0.14/28 dev eth0");
      for (int i = 1; i <= 5; i++) {
        cameras.run("ip address add 10.30.0." + i + "/28 dev port");
      }
      cameras.startSimulator(
          "port", SEGMENT, "hik-stairs,dahua-lobby,axis-entrance,hanwha-hall,uniview-aisle");
      Path journal = folder.resolve("journal");
      Surveyor surveyor = new Surveyor(folder, journal, kit.inside());
      List<String> ranges = List.of(SEGMENT);

      Process run = surveyor.start(ranges, "--listen-for", "0", "--quiet");
      surveyor.await(new JournalEvent.PhaseStarted(JournalEvent.Phase.ASK), run);
      cameras.run("ip link set port down");
      run.getOutputStream().close();
      String err = new String(run.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(run.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(run.exitValue()).as(err).isEqualTo(6);
      assertThat(err).contains("run incomplete").doesNotContain("\tat ");
      assertThat(outcome(surveyor.events())).isEqualTo(RunOutcome.INCOMPLETE);

      cameras.run("ip link set port up");
      AgentProcess.Ended again = surveyor.survey(ranges, "--listen-for", "0", "--quiet");

      assertThat(again.exitCode()).as(again.err()).isZero();
      assertThat(outcome(surveyor.events())).isEqualTo(RunOutcome.COMPLETE);
      assertThat(surveyor.events().toString()).containsIgnoringCase("axis");
    }
  }

  /// Which questions were put to whom.
  private static Set<String> questions(List<JournalEvent> events) {
    return events.stream()
        .filter(Probed.class::isInstance)
        .map(Probed.class::cast)
        .map(probed -> probed.probe() + " " + probed.service())
        .collect(Collectors.toSet());
  }

  private static RunOutcome outcome(List<JournalEvent> events) {
    return ((RunEnded) events.getLast()).outcome();
  }
}
