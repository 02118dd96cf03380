package lenswacht.agent;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Identifier;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;

/// What has been seen of each host in this run, kept only to know what to ask next and how far we
/// are. Safe for several threads.
final class Sightings {
  /// Name of the question whether a service accepts a connection.
  static final String CONNECT = "connect";

  /// Of a page so much is kept here; the journal has all of it.
  private static final int LONGEST_BODY = 8192;

  private static final int MOST_LINES = 500;

  private final Identifier identifier;
  private final Map<InetAddress, Sighting> byAddress = new LinkedHashMap<>();

  Sightings(Identifier identifier) {
    this.identifier = identifier;
  }

  /// Takes note of an open service.
  ///
  /// @return whether it is news
  synchronized boolean open(Service service) {
    return of(service.address()).open.add(service);
  }

  /// Takes note of what a question to `service`, or listening to it, brought.
  synchronized void add(Service service, ProbeOutcome outcome) {
    if (outcome instanceof ProbeOutcome.Answered) {
      recall(service, outcome);
      identify(of(service.address()));
    }
  }

  /// The same, without saying what the host is until [#identifyAll].
  synchronized void recall(Service service, ProbeOutcome outcome) {
    if (outcome instanceof ProbeOutcome.Answered answered) {
      Sighting sighting = of(service.address());
      answered.observations().forEach(fact -> sighting.observations.add(shortened(fact)));
    }
  }

  /// Whether anything was seen of `host`.
  synchronized boolean knows(InetAddress host) {
    return byAddress.containsKey(host);
  }

  private static Observation shortened(Observation fact) {
    return fact
                instanceof
                Observation.Stated(Service service, Observable what, String value, var id)
            && value.length() > LONGEST_BODY
        ? new Observation.Stated(service, what, value.substring(0, LONGEST_BODY), id)
        : fact;
  }

  private void identify(Sighting one) {
    ProductIdentity identity = identifier.identify(one.observations).identity();
    one.kind = identity.kind();
    one.makers = Stream.of(identity.brand(), identity.maker()).flatMap(Optional::stream).toList();
  }

  /// The brands and makers that the words and the hardware address of `host` point to.
  synchronized List<String> makersOf(InetAddress host) {
    Sighting seen = byAddress.get(host);
    return seen == null ? List.of() : seen.makers;
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
    Sighting seen = byAddress.get(host);
    return seen == null ? List.of() : List.copyOf(seen.open);
  }

  /// Whether any service of `host` accepts connections.
  synchronized boolean isOpen(InetAddress host) {
    Sighting seen = byAddress.get(host);
    return seen != null && !seen.open.isEmpty();
  }

  /// Every service that accepts connections.
  synchronized List<Service> allOpen() {
    return byAddress.values().stream().flatMap(one -> one.open.stream()).toList();
  }

  /// Everything observed on `host`.
  synchronized List<Observation> on(InetAddress host) {
    Sighting seen = byAddress.get(host);
    return seen == null ? List.of() : List.copyOf(seen.observations);
  }

  /// Identifies every host anew.
  synchronized void identifyAll() {
    byAddress.values().forEach(this::identify);
  }

  /// The hosts that are of one of `kinds`.
  synchronized List<InetAddress> of(Set<AssetKind> kinds) {
    return byAddress.entrySet().stream()
        .filter(one -> kinds.contains(one.getValue().kind))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The hosts that are of one of `kinds`, each with what it is and who made it, as far as told.
  synchronized List<String> lines(Set<AssetKind> kinds) {
    return byAddress.entrySet().stream()
        .filter(one -> kinds.contains(one.getValue().kind))
        .map(one -> one.getKey().getHostAddress() + " " + String.join(" ", one.getValue().makers))
        .limit(MOST_LINES)
        .toList();
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
    private List<String> makers = List.of();
  }
}
