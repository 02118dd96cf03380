package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.agent.service.NoticeSocket;
import lenswacht.link.Cables;
import lenswacht.link.ConsoleLink;
import lenswacht.link.Identity;
import lenswacht.link.LinkAddress;
import lenswacht.link.OrderReply;
import lenswacht.link.PairedPeers;
import lenswacht.link.SealingIdentity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.BoxNote;
import lenswacht.observation.BoxNote.Step;
import lenswacht.observation.Bytes;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SignedMandate;
import lenswacht.simulator.Building;
import lenswacht.simulator.SimulatedBuilding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A box that runs hot and then out of power in the midst of a run: the agent, the console, the
/// practice building and what stands for the service manager are all real, the kernel's files and
/// the switching off are not.
class LowPowerTest {
  private static final String ADDRESS = "tcp:127.0.0.1:7462";
  private static final int LOW_PORTS_AT = 20_000;
  private static final int MOST_HOSTS = 24;

  @TempDir private Path folder;
  private Path home;
  private Path box;
  private Identity console;
  private PairedPeers devices;
  private SimulatedBuilding building;
  private SignedMandate mandate;

  @BeforeEach
  void a_box_in_a_building() throws Exception {
    home = folder.resolve("device");
    box = Files.createDirectories(folder.resolve("run"));
    Identity device = Identity.openOrCreate(home, "device");
    Path own = folder.resolve("console");
    console = Identity.openOrCreate(own, "console");
    Bytes sealing = SealingIdentity.openOrCreate(own).key().octets();
    PairedPeers.open(home)
        .add(new PairedPeers.Peer(console.key(), "console", Instant.now(), Optional.of(sealing)));
    devices = PairedPeers.open(own);
    devices.add(new PairedPeers.Peer(device.key(), "device", Instant.now()));
    building = SimulatedBuilding.start(Building.practice(), "127.75.0.0/16", LOW_PORTS_AT);
    mandate = SignedMandate.sign(unsigned(), console.privateKey(), console.publicKey());
    Files.writeString(box.resolve("open"), Bytes.utf8(mandate.text()).sha256().hex());
    put("power_supply/gauge/type", "Battery");
    put("power_supply/gauge/status", "Discharging");
    battery(40);
    put("thermal/thermal_zone0/temp", "85000");
  }

  @AfterEach
  void close_the_building() {
    building.close();
  }

  private Mandate unsigned() {
    List<AddressRange> ranges =
        building.counters().keySet().stream()
            .filter(id -> !id.startsWith("odd-"))
            .map(building::addressOf)
            .map(InetAddress::getHostAddress)
            .sorted()
            .limit(MOST_HOSTS)
            .map(address -> AddressRange.parse(address + "/32"))
            .toList();
    return new Mandate(
        "M-1",
        "Practice building",
        "Head of facilities",
        new ScanScope(ranges, List.of()),
        Instant.now().minusSeconds(60),
        Instant.now().plusSeconds(3600),
        Intrusiveness.ASK,
        10_000,
        true);
  }

  private void put(String name, String value) throws IOException {
    Path file = folder.resolve("sys/class").resolve(name);
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling("fresh");
    Files.writeString(fresh, value + "\n");
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private void battery(int percent) throws IOException {
    put("power_supply/gauge/capacity", String.valueOf(percent));
  }

  private Process start() throws Exception {
    ProcessBuilder builder =
        new AgentProcess(folder)
            .command(
                "serve",
                "--listen",
                ADDRESS,
                "--home",
                home.toString(),
                "--box",
                box.toString(),
                "--sys",
                folder.resolve("sys").toString(),
                "--low-ports-at",
                String.valueOf(LOW_PORTS_AT),
                "--listen-for",
                "0");
    builder.environment().put("NOTIFY_SOCKET", folder.resolve("notify").toString());
    builder.environment().put("WATCHDOG_USEC", "150000");
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private ConsoleLink connect() throws Exception {
    return ConsoleLink.connect(Cables.open(LinkAddress.parse(ADDRESS)), console, devices);
  }

  private List<JournalEvent> events() throws Exception {
    return KeptJournal.events(home.resolve("journal"), folder);
  }

  private List<BoxNote> notes() throws Exception {
    return events().stream()
        .filter(JournalEvent.BoxNoted.class::isInstance)
        .map(event -> ((JournalEvent.BoxNoted) event).note())
        .toList();
  }

  private void await(String what, Callable<Boolean> condition) throws Exception {
    for (int left = 600; !condition.call(); left--) {
      assertThat(left)
          .as("waiting until " + what + Files.readString(folder.resolve("err")))
          .isPositive();
      Thread.sleep(50);
    }
  }

  private static void awaitReady(NoticeSocket manager) throws Throwable {
    while (!manager.next().equals("READY=1")) {
      Thread.yield();
    }
  }

  private void await(BoxNote note) throws Exception {
    await(
        note + " is in the journal",
        () -> Files.exists(Journal.fileIn(home.resolve("journal"))) && notes().contains(note));
  }

  @Test
  void a_hot_box_pauses_and_an_empty_one_rounds_off_closes_its_journal_goes_off_and_resumes()
      throws Throwable {
    try (NoticeSocket manager = new NoticeSocket(folder.resolve("notify"))) {
      Process agent = start();
      awaitReady(manager);
      Process power =
          new ProcessBuilder(
                  "sh",
                  "-c",
                  "until [ -e power-off ]; do sleep 0.05; done; tail -n 1 \"$0\" >went-off",
                  Journal.fileIn(home.resolve("journal")).toString())
              .directory(box.toFile())
              .start();
      try (ConsoleLink link = connect()) {
        await(new BoxNote.Heat(85, Step.PAUSED));
        assertThat(link.order(mandate)).isInstanceOf(OrderReply.Accepted.class);
        await("the sweep is to begin", () -> events().toString().contains("SWEEP"));
        assertThat(building.total().tcpConnections()).isZero();

        put("thermal/thermal_zone0/temp", "60000");
        await("hosts are asked", () -> building.total().tcpConnections() > 40);
        battery(8);
        await("the round is over", () -> !link.progress().running());
        assertThat(link.order(mandate))
            .isInstanceOfSatisfying(
                OrderReply.Refused.class,
                refused -> assertThat(refused.why()).isEqualTo("battery-low"));
      }
      battery(4);
      assertThat(agent.waitFor()).as(Files.readString(folder.resolve("err"))).isZero();
      power.waitFor();
      assertThat(Files.readString(box.resolve("went-off"))).contains(" closed ");
      assertThat(events()).noneMatch(JournalEvent.RunEnded.class::isInstance);
      Files.delete(box.resolve("power-off"));
    }

    Files.delete(folder.resolve("notify"));
    put("power_supply/gauge/status", "Charging");
    try (NoticeSocket manager = new NoticeSocket(folder.resolve("notify"))) {
      Process again = start();
      awaitReady(manager);
      try (ConsoleLink link = connect()) {
        assertThat(link.order(mandate)).isInstanceOf(OrderReply.Accepted.class);
        await("the run is over", () -> !link.progress().running());
      }
      again.destroy();
      again.waitFor();
    }
    assertThat(notes())
        .containsExactly(
            new BoxNote.Heat(85, Step.PAUSED),
            new BoxNote.Heat(60, Step.OVER),
            new BoxNote.Battery(8, Step.ROUNDED_OFF),
            new BoxNote.Battery(4, Step.SWITCHED_OFF));
    List<JournalEvent> events = events();
    assertThat(events).filteredOn(JournalEvent.RunStarted.class::isInstance).hasSize(1);
    assertThat(events).filteredOn(JournalEvent.RunResumed.class::isInstance).hasSize(1);
    assertThat(events)
        .filteredOn(JournalEvent.Asking.class::isInstance)
        .hasSizeGreaterThan(50)
        .doesNotHaveDuplicates();
    assertThat(events)
        .filteredOn(JournalEvent.RunEnded.class::isInstance)
        .extracting(event -> ((JournalEvent.RunEnded) event).outcome())
        .containsExactly(RunOutcome.COMPLETE);
  }
}
