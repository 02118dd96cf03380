package lenswacht.agent;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import lenswacht.agent.panel.Panel;
import lenswacht.agent.panel.PanelPins;
import lenswacht.agent.panel.Panels;
import lenswacht.agent.service.FilterGate;
import lenswacht.agent.service.Heartbeat;
import lenswacht.agent.service.PowerGauge;
import lenswacht.agent.service.ServiceNotice;
import lenswacht.agent.service.Vitals;
import lenswacht.agent.update.Publishers;
import lenswacht.agent.update.UpdateDesk;
import lenswacht.link.DeviceCard;
import lenswacht.link.DeviceLink;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;
import lenswacht.link.LinkAddress;
import lenswacht.link.LinkException;
import lenswacht.link.OrderBook;
import lenswacht.link.PairedPeers;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Journal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Waits for a console on a cable or a network address and does what its signed mandates say.
@Command(
    name = "serve",
    description = {
      "Waits for a paired console and scans when it sends a signed mandate.",
      "Prints 'listening ADDRESS' once consoles can connect."
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  /// How long a signal waits for a run to end.
  private static final Duration LAST_MOMENT = Duration.ofSeconds(5);

  @Option(
      names = "--listen",
      defaultValue = "tcp:127.0.0.1:7443",
      paramLabel = "ADDRESS",
      description = "tcp:HOST:PORT (port 0: any) or serial:PORT. Default: ${DEFAULT-VALUE}")
  private String listen = "";

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Folder for key, paired consoles and journal.")
  private Path home = HomeFolder.agent();

  @Option(
      names = "--announce",
      description = {
        "Lets consoles that know this device find it (DNS-SD). Off unless given: anybody on the",
        "network who asks learns that such a device is there."
      })
  private boolean announce;

  @Option(
      names = "--clock",
      defaultValue = "COMPUTER",
      description =
          "How far this computer's clock can be trusted: ${COMPLETION-CANDIDATES}. UNKNOWN lets"
              + " a console set the time. Default: ${DEFAULT-VALUE}")
  private ClockTrust clock = ClockTrust.COMPUTER;

  @Option(
      names = "--panel",
      defaultValue = "none",
      paramLabel = "none|gpio",
      description = "Lamps and keys: gpio on a Pi, none for lines on the standard streams.")
  private String panelName = "";

  @Option(names = "--lang", defaultValue = "nl", description = "Language of the panel: nl or en.")
  private Locale language = Locale.of("nl");

  @Option(
      names = "--low-ports-at",
      paramLabel = "N",
      description =
          "For practice buildings on loopback only: ports below 1024 are found at port + N.")
  private int lowPortsAt;

  @Option(
      names = "--box",
      paramLabel = "DIR",
      description = {
        "On the box: hands each mandate to the packet filter in this folder and waits for its",
        "rules, takes up a run that a power cut broke off, watches battery and storage."
      })
  private @Nullable Path box;

  @Option(
      names = "--sys",
      hidden = true,
      defaultValue = "/sys",
      description = "Where the kernel tells of battery, temperature and storage.")
  private Path sys = Path.of("");

  @Option(
      names = "--lay-out",
      hidden = true,
      description = "Ends as soon as consoles could connect: for laying classes out beforehand.")
  private boolean layOut;

  private Optional<BoxKeeper> leaving = Optional.empty();

  @CommandLine.Mixin private ListenOption listening = new ListenOption();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws AgentException, InterruptedException {
    Path journalFolder = home.resolve("journal");
    DeviceClock time = new DeviceClock(InstantSource.system(), clock);
    try (Panel panel = openPanel()) {
      Identity identity = Identity.openOrCreate(home, DeviceName.ofThisComputer());
      PairedPeers peers = PairedPeers.open(home);
      try (Journal journal =
          Journal.open(journalFolder, AgentKeys.of(identity, peers), time, time.trust())) {
        journal
            .tornTail()
            .ifPresent(tail -> spec.commandLine().getErr().println(TornText.of(tail)));
        serve(identity, peers, panel, journal, time);
      }
      farewell();
      return ExitCode.RAN.number();
    } catch (BrokenJournalException broken) {
      throw new AgentException(
          ExitCode.INTEGRITY, broken.getMessage() + "; nothing was changed", broken);
    } catch (LinkException failed) {
      throw new AgentException(ExitCode.UNREACHABLE, String.valueOf(failed.getMessage()), failed);
    } catch (IOException failed) {
      throw new AgentException(ExitCode.USAGE, String.valueOf(failed.getMessage()), failed);
    }
  }

  private void serve(
      Identity identity, PairedPeers peers, Panel panel, Journal journal, DeviceClock time)
      throws AgentException, LinkException, IOException, InterruptedException {
    PanelDesk panelDesk = new PanelDesk(panel);
    CountDownLatch ended = new CountDownLatch(1);
    Publishers publishers = Launched.publishers(System.getenv(), peers);
    UpdateDesk updates = Launched.updates(System.getenv(), publishers);
    ScanDesk desk =
        new ScanDesk(
            new DeviceCard(identity.name(), Launched.program(updates), identity.key()),
            peers,
            journal,
            home,
            lowPortsAt,
            listening.time(),
            panelDesk,
            time);
    panelDesk.onEmergencyStop(desk::stop);
    desk.take(new DeliveryDesk(home, publishers, updates, () -> Launched.after(desk::stop, ended)));
    PowerGauge gauge = Optional::empty;
    Optional<ServiceNotice> notice = ServiceNotice.from(System.getenv());
    Optional<BoxKeeper> keeper =
        box == null
            ? Optional.empty()
            : Optional.of(
                new BoxKeeper(new FilterGate(box), desk, panelDesk, journal, ended::countDown));
    leaving = keeper;
    try (DeviceLink link = new DeviceLink(identity, peers, OrderBook.open(home), desk);
        Heartbeat heart =
            new Heartbeat(
                notice,
                () -> Vitals.read(sys, home).with(gauge.read()),
                desk::progress,
                vitals -> keeper.ifPresent(one -> one.heed(vitals)))) {
      serve(link, desk, panelDesk, journal, new Start(notice, keeper, updates, ended));
    }
  }

  /// What is left to do once the journal is closed.
  private void farewell() throws IOException {
    if (leaving.isPresent()) {
      leaving.get().farewell();
    }
  }

  /// What is done once consoles can connect.
  private record Start(
      Optional<ServiceNotice> notice,
      Optional<BoxKeeper> keeper,
      UpdateDesk updates,
      CountDownLatch ended) {
    void ready(Journal journal) throws IOException {
      if (notice.isPresent()) {
        notice.get().ready();
      }
      updates.settle(new SelfCheck(journal), note -> BoxKeeper.note(journal, note));
      keeper.ifPresent(BoxKeeper::takeUp);
    }

    /// A service manager that is gone need not be told.
    void ending() {
      try {
        if (notice.isPresent()) {
          notice.get().stopping();
        }
      } catch (IOException gone) {
        System.err.println("lenswacht agent: " + gone.getMessage());
      }
    }
  }

  private void serve(DeviceLink link, ScanDesk desk, PanelDesk panel, Journal journal, Start start)
      throws AgentException, LinkException, IOException, InterruptedException {
    CountDownLatch ended = start.ended();
    Thread serving = Thread.currentThread();
    LastMoment.run(
        () -> {
          if (ended.getCount() == 0) {
            return;
          }
          start.ending();
          desk.stop();
          if (desk.awaitEnd(LAST_MOMENT)) {
            journal.sync();
            panel.safeToUnplug(journal.sequence());
          }
          ended.countDown();
          serving.join(LAST_MOMENT);
        });
    PrintWriter out = spec.commandLine().getOut();
    switch (address()) {
      case LinkAddress.Tcp tcp -> {
        int port = link.listen(new InetSocketAddress(tcp.address(), anyPort() ? 0 : tcp.port()));
        if (announce) {
          link.announce(port);
        }
        out.println("listening tcp:" + tcp.host() + ":" + port);
        out.flush();
        start.ready(journal);
        await(ended);
      }
      case LinkAddress.Serial serial -> {
        link.listen(serial);
        out.println("listening " + serial);
        out.flush();
        start.ready(journal);
        await(ended);
      }
      case LinkAddress.JournalFolder folder ->
          throw new AgentException(ExitCode.USAGE, folder + " is no address to listen on");
    }
  }

  private void await(CountDownLatch ended) throws InterruptedException {
    if (!layOut) {
      ended.await();
    }
  }

  /// Whether the system may choose the port: `tcp:HOST:0`, which is no address to connect to.
  private boolean anyPort() {
    return listen.startsWith("tcp:") && listen.endsWith(":0");
  }

  private LinkAddress address() throws AgentException {
    try {
      return LinkAddress.parse(anyPort() ? listen + "1" : listen);
    } catch (IllegalArgumentException malformed) {
      throw new AgentException(ExitCode.USAGE, "--listen: " + malformed.getMessage(), malformed);
    }
  }

  private Panel openPanel() throws AgentException {
    try {
      return Panels.of(panelName).open(PanelPins.BOARD, System.out, System.in, language);
    } catch (IllegalArgumentException unknown) {
      throw new AgentException(ExitCode.USAGE, "--panel: " + unknown.getMessage(), unknown);
    }
  }
}
