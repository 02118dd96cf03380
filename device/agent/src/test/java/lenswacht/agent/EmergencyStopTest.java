package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import lenswacht.agent.panel.Facts;
import lenswacht.agent.panel.Key;
import lenswacht.agent.panel.PanelTexts;
import lenswacht.agent.panel.Settings;
import lenswacht.agent.panel.board.PracticeBoard;
import lenswacht.link.DeviceCard;
import lenswacht.link.Identity;
import lenswacht.link.OrderReply;
import lenswacht.link.PairedPeers;
import lenswacht.link.SealingIdentity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.RunEnded;
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

/// A finger on the left key, a run that is going on, and the hosts that it asks.
class EmergencyStopTest {
  private static final int LOW_PORTS_AT = 20_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;
  private SimulatedBuilding building;
  private final PracticeBoard board = new PracticeBoard();
  private Journal journal;
  private PanelDesk panel;
  private ScanDesk desk;
  private SignedMandate mandate;

  @BeforeEach
  void a_device_in_a_building() throws Exception {
    building = SimulatedBuilding.start(Building.practice(), "127.71.0.0/16", LOW_PORTS_AT);
    Identity device = Identity.openOrCreate(folder.resolve("device"), "device");
    Identity console = Identity.openOrCreate(folder.resolve("console"), "console");
    SealingIdentity reader = SealingIdentity.openOrCreate(folder.resolve("console"));
    PairedPeers peers = PairedPeers.open(folder.resolve("device"));
    peers.add(
        new PairedPeers.Peer(
            console.key(), "console", Instant.now(), Optional.of(reader.key().octets())));
    DeviceClock clock = new DeviceClock(InstantSource.system(), ClockTrust.COMPUTER);
    journal =
        Journal.open(folder.resolve("journal"), AgentKeys.of(device, peers), clock, clock.trust());
    panel =
        new PanelDesk(
            board.panel(),
            Facts.of("LW-0042", "0.1.0"),
            Settings.usual(PanelTexts.of(Locale.ENGLISH)),
            new SpotList(List.of()),
            clock);
    panel.rest();
    desk =
        new ScanDesk(
            new DeviceCard("LW-0042", "lenswacht", device.key()),
            peers,
            journal,
            folder.resolve("device"),
            LOW_PORTS_AT,
            Optional.of(Duration.ZERO),
            panel,
            clock);
    panel.heed(new PanelHands(desk, panel, new SelfTest(board.panel(), folder), () -> {}));
    mandate = mandate(console);
  }

  @AfterEach
  void close() throws Exception {
    desk.stop();
    desk.awaitEnd(PATIENCE);
    journal.close();
    board.panel().close();
    building.close();
  }

  @Test
  void left_key_held_for_a_second_silences_a_running_scan_until_a_person_goes_on()
      throws Exception {
    assertThat(desk.order(mandate)).isInstanceOf(OrderReply.Accepted.class);
    await(() -> packets() > 50);
    assertThat(desk.progress().running()).isTrue();

    board.press(Key.Name.L);
    await(panel::isHalted);
    Thread.sleep(Duration.ofSeconds(1));
    long afterOneSecond = packets();
    assertThat(desk.awaitEnd(PATIENCE)).isTrue();
    assertThat(packets()).as("after the second nothing is sent").isEqualTo(afterOneSecond);
    board.release(Key.Name.L);

    List<JournalEvent> told = KeptJournal.events(folder.resolve("journal"), folder);
    assertThat(told.getLast())
        .isInstanceOfSatisfying(
            RunEnded.class, end -> assertThat(end.outcome()).isEqualTo(RunOutcome.STOPPED));
    assertThat(desk.progress().done())
        .as("it was stopped on the way")
        .isLessThan(building.counters().size() * 1000L);
    assertThat(desk.order(mandate))
        .isInstanceOfSatisfying(
            OrderReply.Refused.class, no -> assertThat(no.why()).isEqualTo("halted"));
    assertThat(packets()).isEqualTo(afterOneSecond);

    board.press(Key.Name.R);
    Thread.sleep(Duration.ofMillis(100));
    board.release(Key.Name.R);
    await(() -> !panel.isHalted());
    assertThat(desk.order(mandate)).isInstanceOf(OrderReply.Accepted.class);
    await(() -> packets() > afterOneSecond);
  }

  @Test
  void a_run_that_is_halted_goes_on_where_it_was() throws Exception {
    desk.order(mandate);
    await(() -> packets() > 50);
    desk.pause();
    assertThat(desk.awaitEnd(PATIENCE)).isTrue();
    long meanwhile = packets();
    desk.start();
    await(() -> packets() > meanwhile);
    desk.stop();
    assertThat(desk.awaitEnd(PATIENCE)).isTrue();
    List<JournalEvent> told = KeptJournal.events(folder.resolve("journal"), folder);
    assertThat(told).hasAtLeastOneElementOfType(JournalEvent.RunResumed.class);
    assertThat(told.stream().filter(JournalEvent.RunStarted.class::isInstance)).hasSize(1);
  }

  private long packets() {
    HostCounters total = building.total();
    return total.tcpConnections() + total.udpDatagrams();
  }

  private static void await(BooleanSupplier sign) throws InterruptedException {
    long began = System.nanoTime();
    while (!sign.getAsBoolean()) {
      assertThat(System.nanoTime() - began).isLessThan(PATIENCE.toNanos());
      Thread.sleep(Duration.ofMillis(2));
    }
  }

  private static SignedMandate mandate(Identity console) throws Exception {
    Mandate all =
        new Mandate(
            "M-1",
            "Practice building",
            "Head of facilities",
            new ScanScope(List.of(AddressRange.parse("127.71.0.0/16")), List.of()),
            Instant.now().minusSeconds(60),
            Instant.now().plusSeconds(3600),
            Intrusiveness.ASK,
            2000,
            true);
    return SignedMandate.sign(all, console.privateKey(), console.publicKey());
  }
}
