package lenswacht.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lenswacht.agent.service.ConsoleTime;
import lenswacht.agent.service.FilterGate;
import lenswacht.agent.service.Health;
import lenswacht.fingerprint.Catalogue;
import lenswacht.link.DeviceCard;
import lenswacht.link.DeviceDesk;
import lenswacht.link.JournalState;
import lenswacht.link.OrderAnswer;
import lenswacht.link.OrderReply;
import lenswacht.link.PairedPeers;
import lenswacht.link.Progress;
import lenswacht.observation.BoxState;
import lenswacht.observation.Bytes;
import lenswacht.observation.Coverage;
import lenswacht.observation.HandOver;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent.Phase;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.Mandate;
import lenswacht.observation.Order;
import lenswacht.observation.ScanLevel;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.SignedOrder;

/// What the device does for a console that is connected: takes an order, tells how far it is, hands
/// over the journal. One scan run at a time.
final class ScanDesk implements DeviceDesk {
  private static final Progress NOT_RUNNING =
      new Progress(Phase.SWEEP, 0, 1, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO, false);

  private static final OrderAnswer.Refused BUSY =
      new OrderAnswer.Refused("busy", "a scan is running");

  /// How long the packet filter may take to load the rules of a mandate.
  private static final Duration FILTER_PATIENCE = Duration.ofSeconds(20);

  private final DeviceCard card;
  private final PairedPeers peers;
  private final Journal journal;
  private final OrderDesk orders;
  private final BoxTale box;
  private final int lowPortsAt;
  private final Optional<Duration> listenFor;
  private final PanelDesk panel;
  private final DeviceClock clock;
  private volatile Optional<FilterGate> gate = Optional.empty();
  private volatile Optional<DeliveryDesk> deliveries = Optional.empty();
  private volatile Health health = new Health();
  private Optional<ScanRun> current = Optional.empty();
  private Optional<Thread> scanning = Optional.empty();
  private Optional<SignedMandate> waiting = Optional.empty();
  private boolean pausing;

  ScanDesk(
      DeviceCard card,
      PairedPeers peers,
      Journal journal,
      Path home,
      int lowPortsAt,
      Optional<Duration> listenFor,
      PanelDesk panel,
      DeviceClock clock) {
    this.card = card;
    this.peers = peers;
    this.journal = journal;
    this.orders = new OrderDesk(card.key(), peers, journal, clock, home);
    this.box = new BoxTale(Path.of("/"), home);
    this.lowPortsAt = lowPortsAt;
    this.listenFor = listenFor;
    this.panel = panel;
    this.clock = clock;
  }

  /// From now on no run begins before the packet filter holds the rules of its mandate, nor on a
  /// box that could not carry it.
  ///
  /// @throws IOException if the folder in which both meet cannot be read
  void behind(FilterGate filter, Health box) throws IOException {
    agreeOnTime(filter);
    health = box;
    gate = Optional.of(filter);
  }

  @Override
  public DeviceCard card() {
    return card;
  }

  @Override
  public boolean confirmPairing(String eightDigits) {
    return panel.confirm(eightDigits);
  }

  @Override
  public synchronized OrderReply order(SignedMandate signed) {
    if (isRunning()) {
      return new OrderReply.Refused("busy", "a scan is running already");
    }
    if (panel.isHalted()) {
      return new OrderReply.Refused(
          "halted", "a person stopped the device in an emergency and has not let it go on yet");
    }
    MandateDesk desk = new MandateDesk(peers.keys());
    return switch (desk.decide(signed, clock.instant())) {
      case MandateDesk.Decision.Refused(String why, String detail) -> {
        panel.refused(why);
        yield new OrderReply.Refused(why, detail);
      }
      case MandateDesk.Decision.Granted(Mandate mandate) -> begin(signed, mandate);
    };
  }

  @Override
  public synchronized void stop() {
    boolean wasPaused = pausing && !isRunning();
    pausing = false;
    current.ifPresent(ScanRun::stop);
    shut();
    if (wasPaused) {
      current.ifPresent(run -> over(run, RunOutcome.STOPPED));
    }
  }

  /// Halts the run, to be gone on with.
  synchronized void pause() {
    if (isRunning()) {
      pausing = true;
      current.ifPresent(ScanRun::stop);
      shut();
    }
  }

  /// Starts a run under the mandate that waits, or goes on with the one that was halted.
  synchronized void start() {
    waiting.ifPresent(this::order);
  }

  /// A mandate that is kept since an earlier start waits for its run.
  synchronized void takeUpKept() {
    try {
      orders.newest().ifPresent(this::await);
    } catch (IOException unreadable) {
      System.err.println("lenswacht agent: kept mandates cannot be read: " + unreadable);
    }
  }

  /// A person at the panel may start under this mandate, if it may be acted upon.
  private synchronized void await(SignedMandate signed) {
    if (new MandateDesk(peers.keys()).decide(signed, clock.instant())
        instanceof MandateDesk.Decision.Granted(Mandate mandate)) {
      waiting = Optional.of(signed);
      panel.keeps(Optional.of(mandate));
    }
  }

  @Override
  public synchronized Progress progress() {
    return current.map(ScanRun::progress).orElse(NOT_RUNNING);
  }

  /// Only what survives a power cut: what may still be lost is handed to nobody.
  @Override
  public long journalLength() {
    return journal.durable();
  }

  @Override
  public InputStream journalFrom(long offset) throws IOException {
    InputStream in = Files.newInputStream(Journal.fileIn(journal.folder()));
    try {
      in.skipNBytes(offset);
      return in;
    } catch (IOException failed) {
      in.close();
      throw failed;
    }
  }

  /// The journal stays whole on this device until its last console is unpaired.
  @Override
  public void acknowledged(Bytes console, long offset) {
    orders.received(console, offset);
  }

  @Override
  public JournalState journalState() {
    journal.sync();
    return new JournalState(journalLength(), journal.sequence(), journal.first(), journal.last());
  }

  /// From now on what consoles send is taken in by `desk`.
  void take(DeliveryDesk desk) {
    deliveries = Optional.of(desk);
  }

  @Override
  public BoxState box() {
    return box.state(clock, panel.battery(), panel.place());
  }

  @Override
  public Optional<OrderAnswer.Refused> objection(Order.Delivery delivery) throws IOException {
    return isRunning() || deliveries.isEmpty()
        ? Optional.of(BUSY)
        : deliveries.get().objection(delivery);
  }

  @Override
  public Path place(Order.Delivery delivery) {
    return deliveries.orElseThrow().place(delivery);
  }

  @Override
  public OrderAnswer carryOut(Bytes console, SignedOrder signed, Order order) throws IOException {
    return switch (order) {
      case Order.KeepMandate(SignedMandate mandate) -> keep(signed, mandate);
      case Order.Start(String mandate) -> start(signed, mandate);
      case Order.Stop _ -> {
        Optional<OrderAnswer.Refused> refused = orders.note(signed);
        stop();
        yield refused.isPresent() ? refused.get() : new OrderAnswer.Done();
      }
      case Order.SetClock(Instant at) -> isRunning() ? busy() : set(signed, at);
      case Order.TakeEdition _ ->
          isRunning() ? busy() : deliveries.orElseThrow().take(() -> orders.note(signed));
      case Order.TakeProgram program ->
          isRunning() ? busy() : deliveries.orElseThrow().take(program, () -> orders.note(signed));
      case Order.Unpair(boolean even) ->
          isRunning() ? busy() : orders.unpair(console, signed, even);
      case Order.ChangeHands(HandOver statement) ->
          isRunning() ? busy() : orders.changeHands(console, signed, statement);
    };
  }

  private OrderAnswer keep(SignedOrder signed, SignedMandate mandate) throws IOException {
    OrderAnswer answer = orders.keep(signed, mandate);
    if (answer instanceof OrderAnswer.Refused(String why, String _)) {
      panel.refused(why);
    } else {
      await(mandate);
    }
    return answer;
  }

  private static OrderAnswer busy() {
    return BUSY;
  }

  private OrderAnswer start(SignedOrder signed, String id) throws IOException {
    Optional<SignedMandate> mandate = orders.kept(id);
    if (mandate.isEmpty()) {
      return new OrderAnswer.Refused("no-mandate", "the device keeps no mandate " + id);
    }
    Optional<OrderAnswer.Refused> refused = orders.note(signed);
    if (refused.isPresent()) {
      return refused.get();
    }
    return switch (order(mandate.get())) {
      case OrderReply.Accepted(String run) -> new OrderAnswer.Begun(run);
      case OrderReply.Refused(String why, String detail) -> new OrderAnswer.Refused(why, detail);
    };
  }

  /// Sets the clock by which this program and the packet filter both reckon. Not during a run: the
  /// rules that the filter holds lapse after a time that was counted when they were loaded.
  private OrderAnswer set(SignedOrder signed, Instant at) throws IOException {
    Instant own = clock.own();
    OrderAnswer answer = orders.set(signed, own, at);
    if (answer instanceof OrderAnswer.Done && gate.isPresent()) {
      gate.get().tell(new ConsoleTime(own, signed));
    }
    return answer;
  }

  /// The time by which the packet filter reckons is the one by which this program does, also when
  /// it was started anew.
  private void agreeOnTime(FilterGate filter) throws IOException {
    Optional<ConsoleTime> ordered = filter.time();
    ordered
        .flatMap(time -> time.ahead(peers.keys(), card.key()))
        .ifPresent(
            ahead -> {
              clock.set(ordered.get().own(), ordered.get().own().plus(ahead));
              journal.trustClock(clock.trust());
            });
  }

  private synchronized boolean isRunning() {
    return current.map(run -> run.progress().running()).orElse(false);
  }

  private OrderReply begin(SignedMandate signed, Mandate mandate) {
    if (lowPortsAt != 0 && !mandate.scope().isLoopback()) {
      return new OrderReply.Refused(
          "practice-only", "this device is set up for practice buildings on loopback only");
    }
    if (peers.readers().isEmpty()) {
      return new OrderReply.Refused(
          "nobody-to-seal-for",
          "no paired console has given this device a sealing key: connect with a newer console");
    }
    Optional<String> unfit = health.objection();
    if (unfit.isPresent()) {
      return new OrderReply.Refused(unfit.get(), "the box has too little power or storage left");
    }
    ScanDeck deck;
    try {
      deck =
          ScanDeck.here(
                  mandate,
                  ScanLevel.CAREFUL,
                  Optional.empty(),
                  lowPortsAt,
                  listenFor,
                  clock,
                  catalogue())
              .at(panel.spot());
    } catch (IOException failed) {
      return new OrderReply.Refused("storage", "the knowledge that is kept cannot be read");
    }
    RunPlan.TakeUp takeUp = pausing ? RunPlan.TakeUp.STOPPED_TOO : RunPlan.TakeUp.BROKEN_OFF;
    ScanRun run;
    try {
      run = deck.prepare(signed, takeUp, journal, panel::progress, panel::located);
    } catch (IOException failed) {
      deck.close();
      return new OrderReply.Refused("storage", "the notes of earlier runs cannot be read");
    }
    run.hold(health.isHot());
    current = Optional.of(run);
    waiting = Optional.of(signed);
    pausing = false;
    panel.granted(mandate);
    scanning =
        Optional.of(
            Thread.ofPlatform()
                .name("scan")
                .start(() -> carryOut(run, mandate.id(), signed, deck)));
    return new OrderReply.Accepted(mandate.id());
  }

  /// What the next run knows, which is put into the journal before it.
  private Catalogue catalogue() throws IOException {
    return deliveries.isPresent()
        ? deliveries.get().catalogue(note -> BoxKeeper.note(journal, note))
        : Catalogue.bundled();
  }

  /// Stops the run; the next one under its mandate goes on with it.
  synchronized void breakOff() {
    current.ifPresent(ScanRun::breakOff);
    shut();
  }

  /// Asks the hosts that are being asked to the end, and no others.
  synchronized void roundOff() {
    current.ifPresent(ScanRun::roundOff);
  }

  /// The run sends nothing until it may again.
  synchronized void hold(boolean held) {
    current.ifPresent(run -> run.hold(held));
  }

  /// Waits until no run is going on; false where one still is after `patience`.
  boolean awaitEnd(Duration patience) throws InterruptedException {
    Optional<Thread> thread;
    synchronized (this) {
      thread = scanning;
    }
    return thread.isEmpty() || thread.get().join(patience);
  }

  private void carryOut(ScanRun run, String mandate, SignedMandate signed, ScanDeck deck) {
    try (deck) {
      if (!letsThrough(signed)) {
        run.stop();
        panel.fault("LW-110");
      }
      RunOutcome outcome = run.run();
      if (isPausing()) {
        panel.paused(run.progress());
      } else {
        over(run, outcome);
      }
      if (!isPausing() && !run.isBrokenOff()) {
        orders.ended(mandate);
      }
    } catch (InterruptedException interrupted) {
      run.stop();
      Thread.currentThread().interrupt();
    } catch (IOException failed) {
      panel.fault("LW-100");
    } catch (RuntimeException failed) {
      run.stop();
      panel.fault("LW-100");
      throw failed;
    } finally {
      shut();
    }
  }

  private synchronized boolean isPausing() {
    return pausing;
  }

  /// A run is over. Its mandate waits on where the device is to go to another spot.
  private synchronized void over(ScanRun run, RunOutcome outcome) {
    long unseen =
        run.coverage().segments().stream()
            .mapToLong(Coverage.Segment::missed)
            .reduce(0, ScanDesk::sum);
    panel.ended(outcome, run.progress(), unseen, run.found());
    if (!panel.hasMoreSpots()) {
      waiting = Optional.empty();
      panel.keeps(Optional.empty());
    }
  }

  private static long sum(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /// Whether the packet filter, where there is one, lets through what the mandate allows.
  private boolean letsThrough(SignedMandate signed) throws InterruptedException {
    try {
      return gate.isEmpty() || gate.get().open(signed, FILTER_PATIENCE);
    } catch (IOException failed) {
      System.err.println(
          "lenswacht agent: the mandate cannot be handed to the packet filter: " + failed);
      return false;
    }
  }

  /// Takes the mandate from the packet filter. Where that fails the filter lets it lapse.
  private void shut() {
    try {
      if (gate.isPresent()) {
        gate.get().close();
      }
    } catch (IOException failed) {
      panel.fault("LW-110");
    }
  }
}
