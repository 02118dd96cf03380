package lenswacht.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lenswacht.assessment.Visit;
import lenswacht.casefile.CaseFile;
import lenswacht.console.room.DeviceLine;
import lenswacht.console.visit.VisitRefusedException;
import lenswacht.link.Identity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.JournalEvent.Phase;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SignedMandate;
import lenswacht.simulator.Building;
import lenswacht.simulator.HostCounters;
import lenswacht.simulator.SimulatedBuilding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the console's visit screen does, with the device program as a process of its own at the
/// other end of the cable and a practice building around it.
class LiveVisitTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LOW_PORTS_AT = 20_000;

  @TempDir Path folder;
  private SimulatedBuilding building;
  private Child device;
  private String address;
  private DeviceLine line;
  private Path caseFile;

  @BeforeEach
  void start() throws Exception {
    building = SimulatedBuilding.start(Building.practice(), "127.78.0.0/16", LOW_PORTS_AT);
    device =
        Child.start(
            "device agent",
            Program.AGENT,
            Map.of(),
            List.of(
                "serve",
                "--listen",
                "tcp:127.0.0.1:0",
                "--home",
                folder.resolve("device").toString(),
                "--lang",
                "en",
                "--low-ports-at",
                String.valueOf(LOW_PORTS_AT)));
    address = device.await("listening ", PATIENCE).substring("listening ".length());
    line = new DeviceLine(folder.resolve("console"), "console");
    caseFile = folder.resolve("site.lenswacht");
  }

  @AfterEach
  void end() {
    line.close();
    device.close();
    building.close();
  }

  @Test
  void the_console_pairs_orders_follows_and_brings_the_journal_home() throws Exception {
    line.connect(address, this::pressRightKey);
    line.run(mandate("127.78.0.0/26"), caseFile, progress -> {});
    Visit visit = onlyVisit();
    assertThat(visit.outcome()).contains(RunOutcome.COMPLETE);
    assertThat(visit.answering()).isEqualTo(62);
    device.await("PANEL done", PATIENCE);
  }

  @Test
  void stop_silences_the_device_within_a_second_and_the_journal_says_so() throws Exception {
    line.connect(address, this::pressRightKey);
    CountDownLatch asking = new CountDownLatch(1);
    Path mandate = mandate("127.78.0.0/16");
    CompletableFuture<Void> run =
        CompletableFuture.runAsync(
            () -> {
              try {
                line.run(
                    mandate,
                    caseFile,
                    progress -> {
                      if (progress.phase() == Phase.SWEEP && progress.done() > 0) {
                        asking.countDown();
                      }
                    });
              } catch (VisitRefusedException refused) {
                throw new IllegalStateException(refused);
              }
            });
    assertThat(asking.await(60, TimeUnit.SECONDS)).isTrue();
    line.stop();
    Thread.sleep(1000);
    long packets = packets();
    Thread.sleep(1500);
    assertThat(packets()).as("nothing is sent a second after the stop").isEqualTo(packets);
    run.get(60, TimeUnit.SECONDS);
    assertThat(onlyVisit().outcome()).contains(RunOutcome.STOPPED);
    device.await("PANEL stopped", PATIENCE);
  }

  @Test
  void digits_that_differ_pair_nobody() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    line.connect(
                        address,
                        digits -> {
                          press("L");
                          return false;
                        })))
        .isInstanceOf(VisitRefusedException.class);
    assertThat(folder.resolve("device/peers.json")).doesNotExist();
  }

  @Test
  void a_mandate_of_another_console_is_refused_and_nothing_is_sent() throws Exception {
    line.connect(address, this::pressRightKey);
    Identity stranger = Identity.openOrCreate(folder.resolve("stranger"), "stranger");
    Path mandate = mandate("127.78.0.0/26", stranger);
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> line.run(mandate, caseFile, progress -> {})))
        .isInstanceOf(VisitRefusedException.class);
    assertThat(packets()).isZero();
    device.await("PANEL refused", PATIENCE);
  }

  private boolean pressRightKey(String digits) {
    try {
      String shown = device.await("PANEL needs-human", PATIENCE).replaceAll("[^0-9]", "");
      press("R");
      return shown.equals(digits);
    } catch (CommandException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private void press(String key) {
    try {
      device.say(key);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private long packets() {
    HostCounters total = building.total();
    return total.tcpConnections() + total.udpDatagrams();
  }

  private Visit onlyVisit() throws Exception {
    try (CaseFile file = CaseFile.open(caseFile)) {
      file.verify();
      assertThat(file.visits()).hasSize(1);
      return file.visits().getFirst();
    }
  }

  private Path mandate(String range) throws Exception {
    return mandate(range, Identity.openOrCreate(folder.resolve("console"), "console"));
  }

  private Path mandate(String range, Identity signer) throws Exception {
    Mandate mandate =
        new Mandate(
            "M-1",
            "Practice building",
            "Head of facilities",
            new ScanScope(List.of(AddressRange.parse(range)), List.of()),
            Instant.now().minusSeconds(60),
            Instant.now().plusSeconds(3600),
            Intrusiveness.ASK,
            2000,
            true);
    SignedMandate signed = SignedMandate.sign(mandate, signer.privateKey(), signer.publicKey());
    return Files.writeString(folder.resolve("practice.mandate"), signed.text());
  }
}
