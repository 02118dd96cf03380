package lenswacht.assessment.separation;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lenswacht.observation.AddressSet;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Service;
import lenswacht.observation.Whereabouts;

/// What one scan run tried from where it stood, and what came back.
///
/// @param run id of the run
/// @param began when it began
/// @param spot the socket, as the person who plugged in called it; empty where nobody said
/// @param whereabouts where its own networks say it stood
/// @param sweeps what was tried
/// @param open services that accepted a connection
/// @param echoes hosts that answered an echo
/// @param neighbours hosts that answered or spoke on the device's own cable
public record Vantage(
    String run,
    Instant began,
    Optional<String> spot,
    List<Whereabouts> whereabouts,
    List<Tried> sweeps,
    Set<Seen> open,
    Set<Seen> echoes,
    Set<Neighbour> neighbours) {
  public Vantage {
    whereabouts = List.copyOf(whereabouts);
    sweeps = List.copyOf(sweeps);
    open = Set.copyOf(open);
    echoes = Set.copyOf(echoes);
    neighbours = Set.copyOf(neighbours);
  }

  /// One sweep.
  ///
  /// @param where addresses that were tried
  /// @param ports on which each of them was
  /// @param answering the addresses that answered
  /// @param portsOfAnswering ports on which only these were tried
  public record Tried(
      AddressSet where, Set<Integer> ports, AddressSet answering, Set<Integer> portsOfAnswering) {
    public Tried {
      ports = Set.copyOf(ports);
      portsOfAnswering = Set.copyOf(portsOfAnswering);
    }
  }

  /// A service or host that answered, and the bytes that say so.
  public record Seen(Service service, EvidenceId evidence) {}

  /// A host on the same cable.
  ///
  /// @param by the protocol that gave it away, for example `arp` or `mdns`
  public record Neighbour(String by, InetAddress address, EvidenceId evidence) {}

  /// The zones in which it stood: the one that the spot is named after, or those in which its own
  /// addresses lie.
  public List<Zone> standsIn(ZonePlan plan) {
    Optional<Zone> named = spot.flatMap(plan::named);
    return named
        .map(List::of)
        .orElseGet(
            () ->
                whereabouts.stream()
                    .flatMap(where -> where.addresses().stream())
                    .map(plan::of)
                    .flatMap(Optional::stream)
                    .distinct()
                    .toList());
  }

  /// Whether a connection to `service` was tried.
  boolean tried(Service service) {
    return open.stream().anyMatch(seen -> seen.service().equals(service))
        || sweeps.stream().anyMatch(sweep -> covers(sweep, service));
  }

  /// Whether anything was tried at `address`.
  boolean tried(InetAddress address) {
    return sweeps.stream().anyMatch(sweep -> sweep.where().contains(address));
  }

  /// Whether any address of `zone` was tried.
  boolean triedAny(Zone zone) {
    AddressSet addresses = new AddressSet(zone.ranges());
    return open.stream().anyMatch(seen -> zone.contains(seen.service().address()))
        || sweeps.stream().anyMatch(sweep -> !sweep.where().and(addresses).isEmpty());
  }

  private static boolean covers(Tried sweep, Service service) {
    return (sweep.ports().contains(service.port()) && sweep.where().contains(service.address()))
        || (sweep.portsOfAnswering().contains(service.port())
            && sweep.answering().contains(service.address()));
  }
}
