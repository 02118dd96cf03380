package lenswacht.agent;

import java.net.InetAddress;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lenswacht.observation.AddressSet;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.Phase;
import lenswacht.observation.OutsideEndpoint;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.observation.Transport;
import lenswacht.probe.net.Rule;

/// What a scan run has done already, so that nothing is done twice: which questions were put, which
/// ranges were swept, which hosts were left alone. After an interruption the journal's lines bring
/// it back. A bit per question is kept. Safe for several threads.
final class RunMemory {
  private final Map<Kind, Integer> kinds = new HashMap<>();
  private final Map<InetAddress, BitSet> put = new HashMap<>();
  private final Set<InetAddress> alone = new HashSet<>();
  private AddressSet swept = AddressSet.EMPTY;
  private AddressSet sweptAgain = AddressSet.EMPTY;
  private AddressSet answering = AddressSet.EMPTY;
  private final Set<String> ways = new HashSet<>();
  private boolean hasListened;
  private final Set<Phase> begun = EnumSet.noneOf(Phase.class);

  /// A question without its address.
  private record Kind(String probe, Transport transport, int port) {}

  /// Takes note of a line that the run wrote before it was interrupted.
  synchronized void recall(JournalEvent event) {
    switch (event) {
      case JournalEvent.Listened _ -> hasListened = true;
      case JournalEvent.WayOutTried one -> ways.add(one.network() + " " + one.endpoint());
      case JournalEvent.PhaseStarted(Phase phase) -> begun.add(phase);
      case JournalEvent.Swept one ->
          sweep(
              new AddressSet(one.ranges()),
              one.sweeping()
                  .map(sweeping -> new AddressSet(sweeping.answering()))
                  .orElse(AddressSet.EMPTY));
      case JournalEvent.Asking(String probe, Service service) -> claim(probe, service);
      case JournalEvent.Probed probed -> recall(probed);
      case JournalEvent.LeftAlone one -> leaveAlone(one.address());
      case JournalEvent.RunStarted _,
          JournalEvent.SegmentCalled _,
          JournalEvent.RunResumed _,
          JournalEvent.Planned _,
          JournalEvent.Located _,
          JournalEvent.Heard _,
          JournalEvent.Searched _,
          JournalEvent.NotSwept _,
          JournalEvent.NotLookedAt _,
          JournalEvent.Unasked _,
          JournalEvent.Ordered _,
          JournalEvent.BoxNoted _,
          JournalEvent.RunEnded _ -> {}
    }
  }

  /// A question that was held back because the run was ending may still be put.
  private void recall(JournalEvent.Probed probed) {
    if (probed.outcome() instanceof ProbeOutcome.NotAsked(String rule)
        && (rule.equals(Rule.STOPPED.key()) || rule.equals(Rule.MANDATE_NOT_IN_FORCE.key()))) {
      bits(probed.service()).clear(place(probed.probe(), probed.service()));
    } else {
      claim(probed.probe(), probed.service());
    }
  }

  /// Whether the way to an endpoint outside may be tried from behind a network interface: yes the
  /// first time, no ever after.
  synchronized boolean claim(String network, OutsideEndpoint endpoint) {
    return ways.add(network + " " + endpoint);
  }

  /// Whether this question may be put: yes the first time, no ever after.
  synchronized boolean claim(String probe, Service service) {
    int place = place(probe, service);
    BitSet bits = bits(service);
    boolean isNew = !bits.get(place);
    bits.set(place);
    return isNew;
  }

  /// Number of questions over TCP that were put to `host`, the sweep's left out.
  synchronized int overTcp(InetAddress host) {
    BitSet bits = put.getOrDefault(host, new BitSet());
    return (int)
        kinds.entrySet().stream()
            .filter(one -> one.getKey().transport() == Transport.TCP)
            .filter(one -> !one.getKey().probe().equals(Sightings.CONNECT))
            .filter(one -> bits.get(one.getValue()))
            .count();
  }

  private int place(String probe, Service service) {
    Kind kind = new Kind(probe, service.transport(), service.port());
    return kinds.computeIfAbsent(kind, unseen -> kinds.size());
  }

  private BitSet bits(Service service) {
    return put.computeIfAbsent(service.address(), unseen -> new BitSet());
  }

  /// Takes note of ranges that were swept, and of who answered there.
  synchronized void sweep(AddressSet where, AddressSet there) {
    sweptAgain = sweptAgain.plus(swept.and(where));
    swept = swept.plus(where);
    answering = answering.plus(there);
  }

  /// What was swept.
  synchronized AddressSet swept() {
    return swept;
  }

  /// What was swept more than once.
  synchronized AddressSet sweptAgain() {
    return sweptAgain;
  }

  /// Who answered the sweep.
  synchronized AddressSet answering() {
    return answering;
  }

  /// Takes note of a host that gets no further question.
  synchronized void leaveAlone(InetAddress address) {
    alone.add(address);
  }

  /// Whether a host gets no further question.
  synchronized boolean isAlone(InetAddress address) {
    return alone.contains(address);
  }

  /// Number of hosts that get no further question.
  synchronized int alone() {
    return alone.size();
  }

  /// Whether the run listened before it was interrupted.
  synchronized boolean hasListened() {
    return hasListened;
  }

  /// Whether the run had begun `phase` before it was interrupted.
  synchronized boolean hasBegun(Phase phase) {
    return begun.contains(phase);
  }
}
