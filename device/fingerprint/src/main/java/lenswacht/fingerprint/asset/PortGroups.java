package lenswacht.fingerprint.asset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.Service;
import lenswacht.observation.Transport;

/// Which services of one address can belong to one asset. Services that name other makers, or other
/// serial numbers in the same field, cannot: either several assets stand behind the address, each
/// on ports of its own, or one thing there answers as anybody would want it to.
final class PortGroups {
  /// So many ports of the closed list no camera opens.
  private static final int NEARLY_ALL = 12;

  private static final int NEARLY_ALL_SURELY = 24;
  private static final int MAKERS_OF_NOBODY = 3;

  private final List<Sighted> sighted;
  private final Identification identification;
  private final Map<EvidenceId, Service> services = new HashMap<>();
  private final Map<Service, Traits> traits =
      new TreeMap<>(Comparator.comparing(Service::toString));
  private final Map<Service, Set<String>> makers = new HashMap<>();
  private final List<Set<Service>> groups = new ArrayList<>();

  /// @param sighted what was seen at one address at one time
  /// @param identification what that means taken together
  PortGroups(List<Sighted> sighted, Identification identification) {
    this.sighted = sighted;
    this.identification = identification;
    for (Sighted one : sighted) {
      Service service = one.fact().service();
      services.put(one.fact().evidence(), service);
      if (one.fact() instanceof Observation.Stated stated) {
        Serials.in(stated).ifPresent(serial -> of(service).serial(stated.observable(), serial));
      }
    }
    for (Claim claim : identification.claims()) {
      Service service = services.get(claim.evidence());
      if (service != null
          && !service.isHost()
          && claim.attribute() == Claim.Attribute.MAKER
          && Front.isOwnWord(claim)) {
        of(service).maker(claim.value());
        makers.computeIfAbsent(service, first -> new TreeSet<>()).add(claim.value());
      }
    }
    group();
  }

  private Traits of(Service service) {
    return traits.computeIfAbsent(service, first -> new Traits());
  }

  /// Puts each service that shows a trait to the first group that it does not contradict.
  private void group() {
    List<Traits> sums = new ArrayList<>();
    traits.forEach(
        (service, own) -> {
          for (int i = 0; i < groups.size(); i++) {
            if (!sums.get(i).contradict(own)) {
              groups.get(i).add(service);
              sums.set(i, Traits.of(List.of(sums.get(i), own)));
              return;
            }
          }
          groups.add(new HashSet<>(Set.of(service)));
          sums.add(own);
        });
  }

  /// Every maker that a service here names as its own.
  Set<String> makers() {
    Set<String> all = new TreeSet<>();
    makers.values().forEach(all::addAll);
    return all;
  }

  /// Number of TCP ports that accept connections.
  int openPorts() {
    return (int)
        sighted.stream()
            .map(Sighted::fact)
            .filter(Observation.Listening.class::isInstance)
            .map(Observation::service)
            .filter(service -> service.transport() == Transport.TCP)
            .map(Service::port)
            .distinct()
            .count();
  }

  boolean opensEveryPort() {
    return openPorts() >= NEARLY_ALL;
  }

  Confidence opensEveryPortSurely() {
    return openPorts() >= NEARLY_ALL_SURELY ? Confidence.CERTAIN : Confidence.LIKELY;
  }

  /// Whether one thing here answers as several rivals: it speaks the private searches of two, names
  /// three, or names two while it opens every port.
  boolean answersAsSeveral() {
    int named = makers().size();
    return named >= MAKERS_OF_NOBODY || (named >= 2 && opensEveryPort()) || searchesOfRivals() >= 2;
  }

  /// How sure that is: every sign but one port is one thing that answers.
  Confidence answersAsSeveralSurely() {
    return searchesOfRivals() >= 2 || opensEveryPort() ? Confidence.CERTAIN : Confidence.LIKELY;
  }

  private long searchesOfRivals() {
    return sighted.stream()
        .map(Sighted::fact)
        .filter(Observation.Stated.class::isInstance)
        .map(Observation.Stated.class::cast)
        .map(stated -> family(stated.observable()))
        .filter(family -> !family.isEmpty())
        .distinct()
        .count();
  }

  /// The family whose equipment alone speaks the search that `observable` comes from.
  private static String family(Observable observable) {
    return switch (observable) {
      case SADP_MODEL, SADP_FIRMWARE, SADP_SERIAL, SADP_OEM, SADP_FIELD -> "SADP";
      case DHIP_MODEL, DHIP_FIRMWARE, DHIP_VENDOR, DHIP_CLASS, DHIP_FIELD -> "DHIP";
      case TDP_FIELD -> "TDP";
      default -> "";
    };
  }

  /// Whether several assets stand behind the address.
  boolean isShared() {
    return groups.size() > 1 && !answersAsSeveral();
  }

  /// How sure that is: serial numbers decide, names of makers point.
  Confidence isSharedSurely() {
    List<Traits> sums =
        groups.stream().map(group -> Traits.of(group.stream().map(this::of).toList())).toList();
    return sums.get(0).serialsDiffer(sums.get(1)) ? Confidence.CERTAIN : Confidence.LIKELY;
  }

  /// What was seen, one part for each asset. What no service decides goes to the asset with most
  /// services, the first of them where several have as many.
  List<List<Sighted>> parts() {
    Set<Service> largest =
        groups.stream().reduce((one, next) -> next.size() > one.size() ? next : one).orElseThrow();
    List<List<Sighted>> parts = new ArrayList<>();
    for (Set<Service> group : groups) {
      List<Sighted> part = new ArrayList<>();
      for (Sighted one : sighted) {
        Service service = one.fact().service();
        boolean isDecided = traits.containsKey(service);
        if (isDecided ? group.contains(service) : group == largest) {
          part.add(one);
        }
      }
      parts.add(part);
    }
    return parts;
  }

  /// The evidence of what the makers' names, or the serial numbers, were read from.
  List<EvidenceId> evidence() {
    List<EvidenceId> found = new ArrayList<>();
    identification.claims().stream()
        .filter(claim -> claim.attribute() == Claim.Attribute.MAKER && Front.isOwnWord(claim))
        .map(Claim::evidence)
        .forEach(found::add);
    sighted.stream()
        .map(Sighted::fact)
        .filter(fact -> fact instanceof Observation.Stated it && Serials.in(it).isPresent())
        .map(Observation::evidence)
        .forEach(found::add);
    return found.stream().distinct().toList();
  }
}
