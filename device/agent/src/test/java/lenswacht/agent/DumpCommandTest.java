package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.Identifier;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.simulator.Building;
import lenswacht.simulator.HostCounters;
import lenswacht.simulator.SimulatedBuilding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A host of the practice building, recorded by the device program as people run it.
class DumpCommandTest {
  private static final int LOW_PORTS_AT = 20_000;

  @TempDir Path folder;

  /// How a dump ended.
  private record Dumped(int exitCode, String out, String err) {}

  private Dumped dump(InetAddress host, List<String> mandated, String id) throws Exception {
    Surveyor surveyor = new Surveyor(folder, folder.resolve("unused"), List.of());
    Path mandate = surveyor.mandate(mandated);
    Path err = folder.resolve("dump.err");
    Process process =
        new AgentProcess(folder.resolve("home"))
            .command(
                "dump",
                "--host",
                host.getHostAddress(),
                "--mandate",
                mandate.toString(),
                "--id",
                id,
                "--low-ports-at",
                String.valueOf(LOW_PORTS_AT))
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Dumped(process.exitValue(), out, Files.readString(err));
  }

  private Identification surveyed(InetAddress host, String journal) throws Exception {
    Surveyor surveyor = new Surveyor(folder, folder.resolve(journal), List.of());
    AgentProcess.Ended ended =
        surveyor.survey(
            List.of(host.getHostAddress() + "/32"),
            "--low-ports-at",
            String.valueOf(LOW_PORTS_AT),
            "--quiet");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    List<Observation> observations = new ArrayList<>();
    for (JournalEvent event : surveyor.events()) {
      if (event instanceof JournalEvent.Probed probed
          && probed.outcome() instanceof ProbeOutcome.Answered answered) {
        observations.addAll(answered.observations());
      }
    }
    return new Identifier(Catalogue.bundled()).identify(observations);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hik-hall", "dahua-lobby", "reolink-shop", "vivotek-bridge"})
  void a_record_is_replayed_and_identified_as_the_host_it_was_made_of(String id) throws Exception {
    ProductIdentity before;
    Dumped dumped;
    Building practice = Building.practice().only(Set.of(id));
    try (SimulatedBuilding building =
        SimulatedBuilding.start(practice, "127.82.0.0/16", LOW_PORTS_AT)) {
      InetAddress host = building.addressOf(id);
      before = surveyed(host, "before").identity();
      building.resetCounters();
      dumped = dump(host, List.of(host.getHostAddress() + "/32"), "recorded-" + id);
      HostCounters asked = building.total();
      assertThat(asked.neverFlags()).as("behaviour that must never happen").isEmpty();
      assertThat(asked.maxOpenAtOnce()).isLessThanOrEqualTo(2);
    }
    assertThat(dumped.exitCode()).as(dumped.err()).isZero();
    assertThat(dumped.out().lines()).as("one line").hasSize(1);
    assertThat(dumped.out()).doesNotContain("127.82.");
    Path record = Files.writeString(folder.resolve("record.jsonl"), dumped.out());
    try (SimulatedBuilding building =
        SimulatedBuilding.start(Building.read(record), "127.83.0.0/24", LOW_PORTS_AT)) {
      InetAddress host = building.addressOf("recorded-" + id);
      assertThat(surveyed(host, "after").identity()).isEqualTo(before);
    }
  }

  @Test
  void a_host_outside_the_mandate_is_sent_nothing() throws Exception {
    try (SimulatedBuilding building =
        SimulatedBuilding.start(Building.practice(), "127.84.0.0/16", LOW_PORTS_AT)) {
      InetAddress host = building.addressOf("hik-hall");
      Dumped dumped = dump(host, List.of("127.84.250.0/24"), "outside");
      assertThat(dumped.exitCode()).isEqualTo(ExitCode.REFUSED.number());
      assertThat(dumped.out()).isEmpty();
      assertThat(dumped.err()).contains("nothing was sent");
      HostCounters asked = building.total();
      assertThat(asked.tcpConnections()).isZero();
      assertThat(asked.udpDatagrams()).isZero();
    }
  }
}
