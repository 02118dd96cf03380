package lenswacht.agent;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lenswacht.agent.panel.Battery;
import lenswacht.agent.panel.Facts;
import lenswacht.agent.panel.Panel;
import lenswacht.agent.service.BoxLook;
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
      description = {
        "How far this computer's clock can be trusted: ${COMPLETION-CANDIDATES}. UNKNOWN lets a",
        "console set the time. Unless given: COMPUTER; on the box what the clock on the board",
        "vouches for, else UNKNOWN."
      })
  private @Nullable ClockTrust clock;

  @CommandLine.Mixin private PanelOption panelOption = new PanelOption();

  @Option(
      names = "--spots",
      paramLabel = "FILE",
      description = "Names of sockets, a line each: the panel sends a person from one to the next.")
  private @Nullable Path spots;

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
  private final CountDownLatch closed = new CountDownLatch(1);

  @CommandLine.Mixin private ListenOption listening = new ListenOption();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  private ClockTrust clockTrust() {
    if (clock != null) {
      return clock;
    }
    return box == null ? ClockTrust.COMPUTER : new BoxLook(Path.of("/"), home).clockTrust();
  }

  @Override
  public Integer call() throws AgentException, InterruptedException {
    Path journalFolder = home.resolve("journal");
    DeviceClock time = new DeviceClock(InstantSource.system(), clockTrust());
    try (Panel panel = panelOption.open()) {
      Identity identity = Identity.openOrCreate(home, DeviceName.ofThisComputer());
      PairedPeers peers = PairedPeers.open(home);
      try (Journal journal =
          Journal.open(journalFolder, AgentKeys.of(identity, peers), time, time.trust())) {
        journal
            .tornTail()
            .ifPresent(tail -> spec.commandLine().getErr().println(TornText.of(tail)));
        serve(identity, peers, panel, journal, time);
      }
      closed.countDown();
      farewell();
      return ExitCode.RAN.number();
    } catch (BrokenJournalException broken) {
      throw new AgentException(
          ExitCode.INTEGRITY, broken.getMessage() + "; nothing was changed", broken);
    } catch (LinkException failed) {
      throw new AgentException(ExitCode.UNREACHABLE, String.valueOf(failed.getMessage()), failed);
    } catch (IOException failed) {
      throw new AgentException(ExitCode.USAGE, String.valueOf(failed.getMessage()), failed);
    } finally {
      closed.countDown();
    }
  }

  private void serve(
      Identity identity, PairedPeers peers, Panel panel, Journal journal, DeviceClock time)
      throws AgentException, LinkException, IOException, InterruptedException {
    PanelSettings settings = new PanelSettings(home);
    PanelDesk panelDesk =
        new PanelDesk(
            panel,
            Facts.of(identity.name(), ProgramVersion.number()),
            settings.read(panelOption.texts()),
            spots == null ? new SpotList(List.of()) : SpotList.read(spots),
            time);
    panelDesk.keepSettings(settings::keep);
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
    desk.take(new DeliveryDesk(home, publishers, updates, () -> Launched.after(desk::stop, ended)));
    PowerGauge gauge = () -> charge(panel.battery());
    Optional<ServiceNotice> notice = ServiceNotice.from(System.getenv());
    Optional<BoxKeeper> keeper =
        box == null
            ? Optional.empty()
            : Optional.of(
                new BoxKeeper(new FilterGate(box), desk, panelDesk, journal, ended::countDown));
    leaving = keeper;
    PanelHands hands =
        new PanelHands(
            desk,
            panelDesk,
            new SelfTest(panel, home),
            () -> keeper.ifPresentOrElse(BoxKeeper::switchOff, ended::countDown));
    panelDesk.heed(hands);
    try (PanelWatch watch = new PanelWatch(panel, panelDesk, home, time);
        DeviceLink link = new DeviceLink(identity, peers, OrderBook.open(home), desk);
        Heartbeat heart =
            new Heartbeat(
                notice,
                () -> Vitals.read(sys, home).with(gauge.read()),
                desk::progress,
                vitals -> keeper.ifPresent(one -> one.heed(vitals)))) {
      desk.takeUpKept();
      if (panelOption.isSeen()) {
        hands.begin();
      } else {
        panelDesk.rest();
      }
      serve(link, desk, panelDesk, journal, new Start(notice, keeper, updates, ended));
    }
  }

  private static Optional<PowerGauge.Charge> charge(Battery battery) {
    return battery.percent().isPresent()
        ? Optional.of(new PowerGauge.Charge(battery.percent().getAsInt(), !battery.isCharging()))
        : Optional.empty();
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
    LastMoment.run(
        () -> {
          if (ended.getCount() == 0) {
            return;
          }
          start.ending();
          desk.stop();
          if (desk.awaitEnd(LAST_MOMENT)) {
            journal.sync();
            panel.safeToUnplug(journal.sequence(), ChainLook.at(journal.folder()));
          }
          panel.close();
          ended.countDown();
          if (!closed.await(LAST_MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
            System.err.println("lenswacht agent: the journal was not closed in time");
          }
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
}
