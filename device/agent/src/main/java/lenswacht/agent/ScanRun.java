package lenswacht.agent;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import lenswacht.link.Progress;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.Heard;
import lenswacht.observation.JournalEvent.Phase;
import lenswacht.observation.JournalEvent.Probed;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.Mandate;
import lenswacht.observation.Observation;
import lenswacht.observation.Service;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.Whereabouts;
import lenswacht.probe.MulticastSearch;
import lenswacht.probe.Probes;
import lenswacht.probe.listen.ListeningPost;
import lenswacht.probe.net.HostAnswer;
import lenswacht.probe.net.Sweep;
import lenswacht.probe.net.SweepListener;
import lenswacht.probe.net.SweepOrder;
import lenswacht.probe.net.SweepOutcome;
import lenswacht.probe.net.TcpSweep;
import lenswacht.probe.question.Probe;

/// One scan run under one mandate. Its methods are its phases, in this order:
///
/// 1. [#listen] hears what is said anyway and says where the device stands; nothing is sent
/// 2. [#sweep] finds which addresses answer, and on which ports of the closed list
/// 3. [#ask] puts the ordinary questions, by multicast once and then host by host
/// 4. [#identify] says what the answers mean so far, to know what to ask next
/// 5. [#followUp] puts the questions that the first answers point to
/// 6. [#finish] writes how it ended
///
/// Every step is in the journal before the next one begins. [#stop] ends it within a second.
final class ScanRun {
  /// Hosts that are asked at the same time. The door limits connections and packets besides.
  private static final int HOSTS_AT_ONCE = 32;

  /// A scope of at most this many addresses has every address asked by datagram, silent ones too.
  // In
  /// a larger one that many answering hosts are; of more, only those with an open port.
  private static final int SMALL_SCOPE = 1024;

  private final String run;
  private final SignedMandate signed;
  private final Mandate mandate;
  private final ScanTools tools;
  private final Journal journal;
  private final Sightings sightings;
  private final ProgressMeter meter;
  private final Consumer<Whereabouts> here;
  private volatile boolean stopped;
  private boolean sweptWhole;

  ScanRun(
      String run,
      SignedMandate signed,
      Mandate mandate,
      ScanTools tools,
      Journal journal,
      Consumer<Progress> listener,
      Consumer<Whereabouts> here) {
    this.run = run;
    this.signed = signed;
    this.mandate = mandate;
    this.tools = tools;
    this.journal = journal;
    this.sightings = new Sightings(tools.identifier());
    this.meter = new ProgressMeter(sightings, tools.clock(), listener);
    this.here = here;
  }

  /// Carries out the whole run and says how it ended.
  RunOutcome run() throws InterruptedException {
    try {
      journal.append(new JournalEvent.RunStarted(run, signed, tools.device(), tools.program()));
      journal.sync();
      listen();
      Set<InetAddress> answering = sweep();
      ask(answering);
      identify();
      followUp();
      return finish();
    } finally {
      meter.close();
    }
  }

  /// Stops at once: nothing more is sent.
  void stop() {
    stopped = true;
    tools.door().stop();
  }

  /// How far it is.
  Progress progress() {
    return meter.progress();
  }

  private void listen() throws InterruptedException {
    begin(Phase.LISTEN, tools.listenFor().toSeconds());
    ListeningPost.Outcome outcome =
        new ListeningPost(tools.door())
            .listen(tools.listenFor(), this::mayGoOn, this::hear, meter::reach);
    outcome.listened().forEach(journal::append);
    for (Whereabouts where : outcome.whereabouts()) {
      journal.append(new JournalEvent.Located(where));
      here.accept(where);
    }
    journal.sync();
  }

  private Set<InetAddress> sweep() throws InterruptedException {
    begin(Phase.SWEEP, size());
    SweepOutcome swept =
        new Sweep(tools.door())
            .sweep(
                new SweepOrder(mandate.scope(), sightings.addresses(), sightings.hardware()),
                new Finds());
    journal.append(
        new JournalEvent.Swept(
            swept.complete() ? sweepable() : List.of(),
            swept.ports(),
            swept.addresses(),
            swept.answering().size()));
    journal.sync();
    sweptWhole = swept.complete() && swept.searched().isEmpty();
    return swept.answering();
  }

  private long size() {
    return mandate.scope().size();
  }

  /// The ranges of which every address is asked; in the others hosts are only searched for.
  private List<AddressRange> sweepable() {
    return mandate.scope().ranges().stream().filter(AddressRange::isSweepable).toList();
  }

  private void ask(Set<InetAddress> answering) throws InterruptedException {
    Set<InetAddress> hosts = new LinkedHashSet<>(sightings.addresses());
    if (size() <= SMALL_SCOPE) {
      mandate.scope().hosts().forEach(hosts::add);
    } else if (answering.size() <= SMALL_SCOPE) {
      hosts.addAll(answering);
    }
    begin(Phase.ASK, hosts.size() + 1L);
    MulticastSearch.Outcome search = new MulticastSearch(tools.door()).search();
    for (Probed found : search.answers()) {
      keep(found);
      hosts.add(found.service().address());
    }
    meter.expect(hosts.size() + 1L);
    meter.step();
    journal.sync();
    forEachHost(hosts, host -> put(host, Probes.first(), firstServices(host)));
  }

  private void identify() {
    begin(Phase.IDENTIFY, 1);
    sightings.identifyAll();
    meter.step();
  }

  private void followUp() throws InterruptedException {
    Set<InetAddress> hosts = sightings.addresses();
    begin(Phase.FOLLOW_UP, hosts.size());
    forEachHost(hosts, host -> put(host, Probes.followUp(), knownServices(host)));
    sightings.identifyAll();
  }

  private RunOutcome finish() {
    begin(Phase.FINISH, 1);
    RunOutcome outcome;
    if (stopped) {
      outcome = RunOutcome.STOPPED;
    } else if (!mandate.isInForceAt(tools.clock().instant())) {
      outcome = RunOutcome.MANDATE_ENDED;
    } else {
      outcome = isComplete() ? RunOutcome.COMPLETE : RunOutcome.INCOMPLETE;
    }
    journal.append(new JournalEvent.RunEnded(outcome, Map.copyOf(tools.door().counters())));
    journal.sync();
    meter.step();
    return outcome;
  }

  /// Whether everything in the mandate was looked at, not only what this run was narrowed to.
  private boolean isComplete() {
    return sweptWhole && tools.wholeMandate() && sightings.skipped() == 0;
  }

  private void begin(Phase phase, long steps) {
    journal.append(new JournalEvent.PhaseStarted(phase));
    meter.begin(phase, steps);
  }

  private void forEachHost(Set<InetAddress> hosts, HostTask task) throws InterruptedException {
    Semaphore places = new Semaphore(HOSTS_AT_ONCE);
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (InetAddress host : hosts) {
        running.add(
            threads.submit(
                () -> {
                  places.acquire();
                  try {
                    visit(host, task);
                  } finally {
                    places.release();
                  }
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UncheckedIOException storage) {
        throw storage;
      }
      throw new IllegalStateException("a host could not be asked", failed.getCause());
    }
  }

  private void visit(InetAddress host, HostTask task) throws InterruptedException {
    if (!mayGoOn()) {
      sightings.skip(host);
      journal.append(new JournalEvent.NotLookedAt(host, stopped ? "stopped" : "mandate-ended"));
    } else {
      task.ask(host);
    }
    journal.sync();
    meter.step();
  }

  private void put(InetAddress host, List<Probe> probes, List<Service> services)
      throws InterruptedException {
    for (Service service : services) {
      for (Probe probe : probes) {
        if (!mayGoOn()) {
          return;
        }
        boolean allowed = probe.intrusiveness().compareTo(mandate.intrusiveness()) <= 0;
        if (allowed && probe.appliesTo(service, sightings.on(host))) {
          keep(new Probed(probe.name(), service, probe.ask(service, tools.door())));
        }
      }
    }
  }

  private boolean mayGoOn() {
    return !stopped && mandate.isInForceAt(tools.clock().instant());
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
    Probes.followUpPorts().forEach(port -> services.add(Service.udp(host, port)));
    sightings.on(host).stream()
        .map(Observation::service)
        .filter(service -> !service.isHost())
        .forEach(services::add);
    return List.copyOf(services);
  }

  private void keepOpen(Service service) {
    keep(new Probed("connect", service, TcpSweep.accepted(service, tools.clock().instant())));
    sightings.open(service);
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

  /// Writes down what the sweep finds.
  private final class Finds implements SweepListener {
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
      meter.reach(addresses);
    }
  }

  /// What is done with one host.
  private interface HostTask {
    void ask(InetAddress host) throws InterruptedException;
  }
}
