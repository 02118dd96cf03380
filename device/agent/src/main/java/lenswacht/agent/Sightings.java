package lenswacht.agent;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Identifier;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;

/// What has been seen of each host in this run, kept only to know what to ask next and how far we
/// are. Safe for several threads.
final class Sightings {
  private final Identifier identifier;
  private final Map<InetAddress, Sighting> byAddress = new LinkedHashMap<>();
  private final Set<InetAddress> skipped = new LinkedHashSet<>();

  Sightings(Identifier identifier) {
    this.identifier = identifier;
  }

  /// Takes note of an open service.
  synchronized void open(Service service) {
    of(service.address()).open.add(service);
  }

  /// Takes note of what a question to `service`, or listening to it, brought.
  synchronized void add(Service service, ProbeOutcome outcome) {
    if (outcome instanceof ProbeOutcome.Answered answered) {
      Sighting sighting = of(service.address());
      sighting.observations.addAll(answered.observations());
      sighting.kind = identifier.identify(sighting.observations).identity().kind();
    }
  }

  /// Takes note of a host that was not looked at.
  synchronized void skip(InetAddress address) {
    skipped.add(address);
  }

  /// Number of hosts that were not looked at.
  synchronized int skipped() {
    return skipped.size();
  }

  /// Every host of which anything was seen, in the order of first sight.
  synchronized Set<InetAddress> addresses() {
    return new LinkedHashSet<>(byAddress.keySet());
  }

  /// Every hardware address that was told.
  synchronized Set<MacAddress> hardware() {
    Set<MacAddress> told = new LinkedHashSet<>();
    for (Sighting sighting : byAddress.values()) {
      for (Observation fact : sighting.observations) {
        if (fact instanceof Observation.HardwareAddress(Service _, MacAddress mac, EvidenceId _)) {
          told.add(mac);
        }
      }
    }
    return told;
  }

  /// The services of `host` that accept connections.
  synchronized Collection<Service> openOn(InetAddress host) {
    return List.copyOf(of(host).open);
  }

  /// Everything observed on `host`.
  synchronized List<Observation> on(InetAddress host) {
    return List.copyOf(of(host).observations);
  }

  /// Identifies every host anew.
  synchronized void identifyAll() {
    byAddress
        .values()
        .forEach(one -> one.kind = identifier.identify(one.observations).identity().kind());
  }

  /// Number of hosts that are of `kind`.
  synchronized int count(AssetKind kind) {
    return (int)
        byAddress.values().stream()
            .filter(one -> one.kind == kind)
            .filter(one -> !one.open.isEmpty() || !one.observations.isEmpty())
            .count();
  }

  private Sighting of(InetAddress address) {
    return byAddress.computeIfAbsent(address, unseen -> new Sighting());
  }

  private static final class Sighting {
    private final Set<Service> open = new LinkedHashSet<>();
    private final List<Observation> observations = new ArrayList<>();
    private AssetKind kind = AssetKind.UNKNOWN;
  }
}
