package lenswacht.agent;

import java.net.InetAddress;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.LeftAlone;
import lenswacht.observation.JournalEvent.Probed;
import lenswacht.observation.Omission;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.observation.Transport;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.question.Probe;

/// Puts questions to hosts: each once in a run, written down before it is put, one after the other
/// on one host. Treats fragile families gently and leaves alone whoever stops answering. Safe for
/// several threads, as long as one host is visited by one of them at a time.
final class QuestionDesk {
  private final NetworkDoor door;
  private final Sightings sightings;
  private final RunMemory memory;
  private final RunJournal journal;
  private final BooleanSupplier stopped;
  private final RunHold hold;
  private final Map<InetAddress, HostWatch> watches = new ConcurrentHashMap<>();
  private final Set<InetAddress> treatedGently = ConcurrentHashMap.newKeySet();
  private final AtomicInteger unfinished = new AtomicInteger();

  /// @param stopped whether a person stopped the run
  /// @param hold holds it
  QuestionDesk(
      NetworkDoor door,
      Sightings sightings,
      RunMemory memory,
      RunJournal journal,
      BooleanSupplier stopped,
      RunHold hold) {
    this.door = door;
    this.sightings = sightings;
    this.memory = memory;
    this.journal = journal;
    this.stopped = stopped;
    this.hold = hold;
  }

  /// Puts to `host` every question of `probes` that applies to one of `services`, service by
  /// service.
  void put(InetAddress host, Collection<Probe> probes, Collection<Service> services)
      throws InterruptedException {
    for (Service service : services) {
      for (Probe probe : probes) {
        if (memory.isAlone(host)) {
          return;
        }
        hold.await();
        Optional<Omission> why = reason();
        if (why.isPresent()) {
          unfinished.incrementAndGet();
          journal.append(new JournalEvent.NotLookedAt(host, why.get()));
          return;
        }
        if (applies(probe, service) && !isTooMuch(service) && memory.claim(probe.name(), service)) {
          ask(probe, service);
        }
      }
    }
  }

  /// Why nothing may be asked at this moment; empty where it may.
  Optional<Omission> reason() {
    if (stopped.getAsBoolean()) {
      return Optional.of(Omission.STOPPED);
    }
    return door.mandate().isInForceAt(door.clock().instant())
        ? Optional.empty()
        : Optional.of(Omission.MANDATE_ENDED);
  }

  /// Number of hosts that were left before the end: the run ended, or they were left alone.
  int unfinished() {
    return unfinished.get() + memory.alone();
  }

  private boolean applies(Probe probe, Service service) {
    Intrusiveness most = door.mandate().intrusiveness();
    return probe.intrusiveness().compareTo(most) <= 0
        && probe.appliesTo(service, sightings.on(service.address()));
  }

  /// Whether a fragile host has had its share of questions already.
  private boolean isTooMuch(Service service) {
    if (service.transport() != Transport.TCP) {
      return false;
    }
    InetAddress host = service.address();
    Optional<GentleTable.Row> row = GentleTable.row(sightings.on(host));
    if (row.isEmpty()) {
      return false;
    }
    door.beGentle(host);
    boolean isTooMuch = memory.overTcp(host) >= row.get().mostQuestions();
    if (isTooMuch && treatedGently.add(host)) {
      journal.append(new JournalEvent.NotLookedAt(host, Omission.TREATED_GENTLY));
    }
    return isTooMuch;
  }

  private void ask(Probe probe, Service service) throws InterruptedException {
    InetAddress host = service.address();
    journal.append(new JournalEvent.Asking(probe.name(), service));
    journal.sync();
    ProbeOutcome outcome = probe.ask(service, door);
    journal.append(new Probed(probe.name(), service, outcome));
    sightings.add(service, outcome);
    if (sightings.knows(host)) {
      watch(probe, service, outcome);
    } else {
      door.tidy(host);
    }
  }

  private void watch(Probe probe, Service service, ProbeOutcome outcome) {
    InetAddress host = service.address();
    HostWatch watch =
        watches.computeIfAbsent(host, unseen -> new HostWatch(host, sightings.openOn(host)));
    Optional<LeftAlone> end = watch.note(probe.name(), service, outcome, door.isLost(service));
    if (end.isPresent()) {
      memory.leaveAlone(host);
      journal.append(end.get());
    }
  }
}
