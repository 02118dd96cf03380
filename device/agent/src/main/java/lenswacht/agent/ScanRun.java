package lenswacht.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import lenswacht.fingerprint.AssetKind;
import lenswacht.link.Progress;
import lenswacht.observation.AddressRange;
import lenswacht.observation.AddressSet;
import lenswacht.observation.Coverage;
import lenswacht.observation.Forecast;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.Heard;
import lenswacht.observation.JournalEvent.Phase;
import lenswacht.observation.JournalEvent.Probed;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.Mandate;
import lenswacht.observation.Observation;
import lenswacht.observation.Omission;
import lenswacht.observation.OutsideEndpoint;
import lenswacht.observation.Service;
import lenswacht.observation.Whereabouts;
import lenswacht.probe.Probes;
import lenswacht.probe.Searches;
import lenswacht.probe.SubnetSearch;
import lenswacht.probe.listen.ListeningPost;
import lenswacht.probe.net.HostAnswer;
import lenswacht.probe.net.LocalSegment;
import lenswacht.probe.net.Routes;
import lenswacht.probe.net.Sweep;
import lenswacht.probe.net.SweepListener;
import lenswacht.probe.net.SweepOrder;
import lenswacht.probe.net.SweepOutcome;
import lenswacht.probe.net.TcpSweep;
import lenswacht.probe.net.Wire;
import lenswacht.probe.question.DatagramProbe;
import lenswacht.probe.question.Probe;

/// One scan run under one mandate. Its methods are its phases, in this order:
///
/// 1. [#listen] hears what is said anyway and says where the device stands; nothing is sent
/// 2. [#sweep] finds which addresses answer, and on which ports of the closed list; hosts that an
///    earlier run knew and that are silent now are tried on every port once more
/// 3. [#ask] puts the ordinary questions, by multicast once and then host by host
/// 4. [#identify] says what the answers mean so far, to know what to ask next
/// 5. [#followUp] puts the questions that the first answers point to
/// 6. [#finish] writes how it ended
///
/// Every step is in the journal before the next one begins. [#stop] ends it within a second. A run
/// that broke off goes on from what the journal holds of it.
final class ScanRun {

  /// Hosts without an open port are asked by datagram alone, which is mostly waiting.
  private static final int QUIET_HOSTS_AT_ONCE = 256;

  private static final int QUIET_HOSTS_PER_SUBNET = 128;

  private final RunStart start;
  private final LevelTable.Row level;
  private final Mandate mandate;
  private final AddressSet sweepable;
  private final ScanTools tools;
  private final RunJournal journal;
  private final RunMemory memory;
  private final Sightings sightings;
  private final QuestionDesk desk;
  private final ProgressMeter meter;
  private final Consumer<Whereabouts> here;
  private final Set<InetAddress> routers = new LinkedHashSet<>();
  private final RunHold hold = new RunHold();
  private volatile boolean stopped;
  private volatile boolean roundingOff;
  private volatile boolean brokenOff;
  private boolean sweptWhole = true;

  ScanRun(
      RunStart start,
      ScanTools tools,
      RunJournal journal,
      Consumer<Progress> listener,
      Consumer<Whereabouts> here) {
    this.start = start;
    this.mandate = tools.door().mandate();
    this.level = LevelTable.row(start.plan().level(), mandate.intrusiveness());
    this.tools = tools;
    this.journal = journal;
    this.memory = start.memory();
    this.sightings = start.sightings();
    this.sweepable =
        mandate
            .scope()
            .hostSet()
            .and(
                new AddressSet(
                    mandate.scope().ranges().stream().filter(AddressRange::isSweepable).toList()));
    this.desk = new QuestionDesk(tools.door(), sightings, memory, journal, () -> stopped, hold);
    this.meter =
        new ProgressMeter(
            sightings,
            tools.clock(),
            listener,
            new Forecast(
                listeningTime(),
                sweepable.size(),
                mandate.packetsPerSecond(),
                Forecast.HOSTS_AT_ONCE));
    this.here = here;
  }

  /// Carries out the whole run and says how it ended.
  RunOutcome run() throws InterruptedException, IOException {
    try (journal) {
      begin();
      listen();
      if (level.sends()) {
        tryWaysOut();
        sweep();
        ask();
        identify();
        followUp();
      }
      return finish();
    } finally {
      meter.close();
    }
  }

  /// Stops at once: nothing more is sent.
  void stop() {
    stopped = true;
    hold.end();
    tools.door().stop();
  }

  /// Stops at once, without an end in the journal: the next run under this mandate goes on here.
  void breakOff() {
    brokenOff = true;
    stop();
  }

  /// Asks the hosts that are being asked to the end, and no others; then breaks off.
  void roundOff() {
    brokenOff = true;
    roundingOff = true;
    hold.end();
  }

  /// Sends nothing until it is told to go on.
  void hold(boolean held) {
    hold.hold(held);
  }

  /// Whether it was not ended but broken off.
  boolean isBrokenOff() {
    return brokenOff;
  }

  /// How far it is.
  Progress progress() {
    return meter.progress();
  }

  /// What was looked at so far, and what was not, in this run and earlier ones.
  Coverage coverage() {
    return journal.coverage();
  }

  /// Cameras and recorders seen so far, a line each.
  List<String> found() {
    return sightings.lines(Set.of(AssetKind.CAMERA, AssetKind.RECORDER, AssetKind.ENCODER));
  }

  /// What the hosts have had of it.
  TrafficSum traffic() {
    return TrafficSum.of(sightings, tools.door());
  }

  private void begin() {
    if (start.isResumed()) {
      sightings.identifyAll();
      sightings.allOpen().forEach(tools.door()::recall);
      journal.append(new JournalEvent.RunResumed(start.run(), tools.device(), tools.program()));
    } else {
      journal.append(
          new JournalEvent.RunStarted(
              start.run(), start.signed(), tools.device(), tools.program()));
      journal.append(start.plan().planned());
    }
    journal.sync();
  }

  private Duration listeningTime() {
    return memory.hasListened() ? Duration.ZERO : tools.listenFor();
  }

  private void listen() throws InterruptedException {
    boolean isNew = !memory.hasListened();
    begin(Phase.LISTEN, listeningTime().toSeconds());
    ListeningPost.Outcome outcome =
        new ListeningPost(tools.door(), new ServiceWatch(mandate.faceCallers()))
            .listen(listeningTime(), this::mayGoOn, this::hear, meter::reach);
    outcome.calls().forEach(journal::append);
    if (isNew) {
      outcome.listened().forEach(journal::append);
    }
    for (Whereabouts where : outcome.whereabouts()) {
      journal.append(new JournalEvent.Located(where));
      where.gateways().stream().filter(mandate.scope()::covers).forEach(routers::add);
      here.accept(where);
    }
    journal.sync();
  }

  private void tryWaysOut() {
    for (OutsideEndpoint endpoint : mandate.wayOut()) {
      for (Wire wire : Wire.up()) {
        if (!wire.isLoopback() && mayGoOn() && memory.claim(wire.name(), endpoint)) {
          tools.door().tryWayOut(wire, endpoint).ifPresent(journal::append);
        }
      }
    }
    journal.sync();
  }

  private void sweep() throws InterruptedException {
    List<SweepBlock> blocks =
        SweepBlock.of(mandate.scope(), memory.swept(), mandate.packetsPerSecond());
    begin(Phase.SWEEP, sweepable.size());
    for (SweepBlock block : blocks) {
      sweep(block);
    }
    AddressSet silent = sweepable.minus(memory.answering()).minus(memory.sweptAgain());
    AddressSet again = level.sweepsAgain() ? silent : silent.and(start.known());
    for (SweepBlock block : SweepBlock.again(mandate.scope(), again.and(memory.swept()))) {
      sweep(block);
    }
    journal.sync();
  }

  private void sweep(SweepBlock block) throws InterruptedException {
    hold.await();
    Optional<Omission> why = reason();
    if (why.isEmpty()) {
      long before = memory.swept().size();
      SweepOutcome swept =
          new Sweep(tools.door())
              .sweep(
                  new SweepOrder(block.scope(), sightings.addresses(), sightings.hardware()),
                  new Finds(before));
      why = desk.reason();
      if (swept.complete() || why.isEmpty()) {
        keep(block, swept);
        return;
      }
    }
    sweptWhole = false;
    journal.append(new JournalEvent.NotSwept(block.ranges(), why.get()));
  }

  /// Writes down a block that was swept as far as there is a way to it.
  private void keep(SweepBlock block, SweepOutcome swept) {
    AddressSet all = new AddressSet(block.ranges());
    AddressSet lost = swept.complete() ? AddressSet.EMPTY : Routes.missing(block.ranges());
    AddressSet large =
        new AddressSet(block.ranges().stream().filter(range -> !range.isSweepable()).toList());
    AddressSet reached = all.minus(lost).minus(large);
    AddressSet answering = AddressSet.ofAddresses(swept.answering());
    List<Integer> more = new ArrayList<>(tools.door().ports().canonicalPorts());
    more.removeAll(swept.ports());
    journal.append(
        new JournalEvent.Swept(
            reached.ranges(),
            swept.ports(),
            swept.addresses(),
            answering.size(),
            Optional.of(
                new JournalEvent.Sweeping(
                    swept.means().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    answering.ranges(),
                    more,
                    swept.packets(),
                    swept.rounds()))));
    memory.sweep(reached, answering);
    omit(lost, Omission.NO_ROUTE);
    omit(large.minus(lost), Omission.TOO_LARGE);
    sweptWhole &= swept.complete() && large.isEmpty();
    journal.sync();
  }

  private void omit(AddressSet where, Omission why) {
    if (!where.isEmpty()) {
      journal.append(new JournalEvent.NotSwept(where.ranges(), why));
    }
  }

  private void ask() throws InterruptedException {
    boolean isNew = !memory.hasBegun(Phase.ASK);
    begin(Phase.ASK, sightings.addresses().size() + 1L);
    if (isNew) {
      search(segment -> level.searchesAll() ? Searches.all() : Searches.common());
    }
    Set<InetAddress> hosts = sightings.addresses();
    AddressSet quiet = sweepable.size() <= level.silentUpTo() ? sweepable : memory.answering();
    quiet = quiet.minus(AddressSet.ofAddresses(hosts));
    if (quiet.size() > Math.max(level.silentUpTo(), level.shutUpTo())) {
      journal.append(new JournalEvent.Unasked(quiet.ranges(), Omission.TOO_MANY));
      quiet = AddressSet.EMPTY;
    }
    meter.hosts(hosts.size());
    meter.expect(hosts.size() + quiet.size() + 1L);
    meter.step();
    journal.sync();
    visit(hosts, quiet, host -> desk.put(host, Probes.first(), firstServices(host)));
  }

  /// Puts to each network at once the questions that `plan` names for it.
  private void search(Function<LocalSegment, List<DatagramProbe>> plan)
      throws InterruptedException {
    SubnetSearch.Outcome search = new SubnetSearch(tools.door()).search(plan);
    search.searches().forEach(journal::append);
    search.answers().forEach(this::keep);
    journal.sync();
  }

  private void identify() {
    begin(Phase.IDENTIFY, 1);
    sightings.identifyAll();
    meter.step();
  }

  private void followUp() throws InterruptedException {
    boolean isNew = !memory.hasBegun(Phase.FOLLOW_UP);
    begin(Phase.FOLLOW_UP, sightings.addresses().size());
    if (isNew && !level.searchesAll()) {
      search(segment -> List.copyOf(Searches.hinted(seenOn(segment), makersOn(segment))));
    }
    List<Probe> probes = Probes.followUp(mandate, routers);
    Set<InetAddress> hosts = new LinkedHashSet<>(sightings.addresses());
    hosts.addAll(routers);
    meter.expect(hosts.size());
    visit(hosts, AddressSet.EMPTY, host -> desk.put(host, probes, knownServices(host)));
    sightings.identifyAll();
  }

  private List<Observation> seenOn(LocalSegment segment) {
    return sightings.addresses().stream()
        .filter(segment::contains)
        .flatMap(host -> sightings.on(host).stream())
        .toList();
  }

  private List<String> makersOn(LocalSegment segment) {
    return sightings.addresses().stream()
        .filter(segment::contains)
        .flatMap(host -> sightings.makersOf(host).stream())
        .distinct()
        .toList();
  }

  private RunOutcome finish() {
    begin(Phase.FINISH, 1);
    RunOutcome outcome;
    if (stopped || brokenOff) {
      outcome = RunOutcome.STOPPED;
    } else if (!mandate.isInForceAt(tools.clock().instant())) {
      outcome = RunOutcome.MANDATE_ENDED;
    } else {
      outcome = isComplete() ? RunOutcome.COMPLETE : RunOutcome.INCOMPLETE;
    }
    if (!brokenOff) {
      journal.append(new JournalEvent.RunEnded(outcome, Map.copyOf(tools.door().counters())));
    }
    journal.sync();
    meter.step();
    return outcome;
  }

  /// Whether everything in the mandate was looked at, not only what this run was narrowed to.
  private boolean isComplete() {
    return level.sends() && sweptWhole && tools.wholeMandate() && desk.unfinished() == 0;
  }

  private void begin(Phase phase, long steps) {
    journal.append(new JournalEvent.PhaseStarted(phase));
    meter.begin(phase, steps);
  }

  /// Visits `hosts`, and at the same time those of `quiet`, of which nothing was seen so far. Hosts
  /// without an open port are asked by datagram alone.
  private void visit(Set<InetAddress> hosts, AddressSet quiet, HostVisits.HostTask task)
      throws InterruptedException {
    HostVisits.HostTask step =
        host -> {
          task.visit(host);
          journal.sync();
          meter.step();
        };
    List<InetAddress> talking = hosts.stream().filter(sightings::isOpen).toList();
    AddressSet others = AddressSet.ofAddresses(hosts).minus(AddressSet.ofAddresses(talking));
    HostVisits loud =
        new HostVisits(
            Forecast.HOSTS_AT_ONCE,
            tools.door().limits().connectionsPerSubnet(),
            this::mayGoOn,
            step);
    HostVisits silent =
        new HostVisits(QUIET_HOSTS_AT_ONCE, QUIET_HOSTS_PER_SUBNET, this::mayGoOn, step);
    Map<HostVisits, Iterable<InetAddress>> rounds = new LinkedHashMap<>();
    rounds.put(loud, talking);
    rounds.put(silent, quiet.plus(others).addresses());
    HostVisits.all(rounds);
    AddressSet left = loud.left().plus(silent.left());
    if (!left.isEmpty()) {
      journal.append(new JournalEvent.Unasked(left.ranges(), reason().orElse(Omission.STOPPED)));
    }
    journal.sync();
  }

  private boolean mayGoOn() {
    return reason().isEmpty();
  }

  /// Why nothing further may be begun; empty where it may.
  private Optional<Omission> reason() {
    return roundingOff ? Optional.of(Omission.STOPPED) : desk.reason();
  }

  private List<Service> firstServices(InetAddress host) {
    List<Service> services = new ArrayList<>(sightings.openOn(host));
    for (int port : Probes.discoveryPorts()) {
      services.add(Service.udp(host, port));
    }
    return services;
  }

  private List<Service> knownServices(InetAddress host) {
    Set<Service> services =
        new TreeSet<>(Comparator.comparing(Service::transport).thenComparingInt(Service::port));
    services.addAll(sightings.openOn(host));
    Probes.followUpPorts(mandate).forEach(port -> services.add(Service.udp(host, port)));
    sightings.on(host).stream()
        .map(Observation::service)
        .filter(service -> !service.isHost())
        .forEach(services::add);
    return List.copyOf(services);
  }

  private void keepOpen(Service service) {
    if (sightings.open(service)) {
      keep(
          new Probed(
              Sightings.CONNECT, service, TcpSweep.accepted(service, tools.clock().instant())));
    }
    tools.door().recall(service);
  }

  private void hear(Heard heard) {
    journal.append(heard);
    sightings.add(heard.service(), heard.outcome());
    meter.refresh();
  }

  private void keep(Probed probed) {
    journal.append(probed);
    sightings.add(probed.service(), probed.outcome());
    meter.refresh();
  }

  /// Writes down what the sweep of one block finds.
  private final class Finds implements SweepListener {
    private final long before;

    Finds(long before) {
      this.before = before;
    }

    @Override
    public void open(Service service) {
      keepOpen(service);
    }

    @Override
    public void answered(HostAnswer answer) {
      keep(new Probed(answer.by(), answer.service(), answer.outcome()));
    }

    @Override
    public void reached(long addresses) {
      meter.reach(before + addresses);
    }
  }
}
