package lenswacht.assessment.separation;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import lenswacht.assessment.separation.Cell.Conformity;
import lenswacht.assessment.separation.Cell.PortReach;
import lenswacht.assessment.separation.SeparationMatrix.Stand;
import lenswacht.fingerprint.asset.Presence;
import lenswacht.knowledge.SeparationNorm;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Service;

/// Reads one cell of the matrix.
///
/// Silence alone shows nothing: it is "closed" only where a service is known to answer elsewhere,
/// was tried from here, and did not answer. A refusal counts as silence, because a filter refuses
/// as well as a host does.
final class CellReader {
  private static final Comparator<Service> BY_ADDRESS =
      Comparator.comparing(Service::address, Presence.BY_NUMBER).thenComparingInt(Service::port);

  private final ZonePlan plan;
  private final SeparationNorm norm;
  private final List<Stand> stands;
  private final Map<Service, EvidenceId> known = new HashMap<>();

  CellReader(ZonePlan plan, SeparationNorm norm, List<Stand> stands) {
    this.plan = plan;
    this.norm = norm;
    this.stands = stands;
    for (Stand stand : stands) {
      stand.vantage().open().forEach(seen -> known.putIfAbsent(seen.service(), seen.evidence()));
    }
  }

  Cell read(Zone from, Zone to) {
    List<Vantage> tried =
        stands.stream()
            .filter(stand -> stand.zones().equals(List.of(from.name())))
            .map(Stand::vantage)
            .filter(vantage -> vantage.triedAny(to))
            .toList();
    List<PortReach> ports = ports(tried, to);
    Reach reach = tried.isEmpty() ? Reach.NOT_MEASURED : reach(ports, echoes(tried, to));
    Optional<Agreement> agreed = plan.between(from, to);
    Optional<SeparationNorm.Clause> clause = norm.between(from.role(), to.role());
    return new Cell(
        from.name(),
        to.name(),
        reach,
        ports,
        agreed,
        clause,
        conformity(reach, ports, agreed, clause.isPresent()),
        tried.stream().map(Vantage::run).toList());
  }

  private List<PortReach> ports(List<Vantage> tried, Zone to) {
    Map<Service, EvidenceId> reached = new HashMap<>();
    for (Vantage vantage : tried) {
      vantage.open().stream()
          .filter(seen -> to.contains(seen.service().address()))
          .forEach(seen -> reached.putIfAbsent(seen.service(), seen.evidence()));
    }
    Set<Service> closed = new TreeSet<>(BY_ADDRESS);
    known.keySet().stream()
        .filter(service -> to.contains(service.address()) && !reached.containsKey(service))
        .filter(service -> tried.stream().anyMatch(vantage -> vantage.tried(service)))
        .forEach(closed::add);
    Map<Integer, SortedSet<Service>> openByPort = byPort(reached.keySet());
    Map<Integer, SortedSet<Service>> closedByPort = byPort(closed);
    SortedSet<Integer> ports = new TreeSet<>(openByPort.keySet());
    ports.addAll(closedByPort.keySet());
    SortedSet<Service> none = new TreeSet<>(BY_ADDRESS);
    return ports.stream()
        .map(
            port ->
                portReach(
                    port,
                    openByPort.getOrDefault(port, none),
                    closedByPort.getOrDefault(port, none),
                    reached))
        .toList();
  }

  private static Map<Integer, SortedSet<Service>> byPort(Collection<Service> services) {
    Map<Integer, SortedSet<Service>> byPort = new TreeMap<>();
    services.forEach(
        service ->
            byPort.computeIfAbsent(service.port(), _ -> new TreeSet<>(BY_ADDRESS)).add(service));
    return byPort;
  }

  private PortReach portReach(
      int port,
      SortedSet<Service> open,
      SortedSet<Service> closed,
      Map<Service, EvidenceId> evidence) {
    List<EvidenceId> ids =
        open.isEmpty()
            ? closed.stream()
                .flatMap(service -> Optional.ofNullable(known.get(service)).stream())
                .toList()
            : open.stream()
                .flatMap(service -> Optional.ofNullable(evidence.get(service)).stream())
                .toList();
    return new PortReach(
        port,
        reach(!open.isEmpty(), !closed.isEmpty()),
        List.copyOf(open),
        List.copyOf(closed),
        ids);
  }

  private static Reach reach(List<PortReach> ports, boolean isEchoed) {
    boolean isOpen = isEchoed || ports.stream().anyMatch(port -> port.reach().isReached());
    boolean isClosed = ports.stream().anyMatch(port -> !port.closed().isEmpty());
    return reach(isOpen, isClosed);
  }

  private static Reach reach(boolean isOpen, boolean isClosed) {
    if (isOpen) {
      return isClosed ? Reach.PARTLY : Reach.OPEN;
    }
    return isClosed ? Reach.CLOSED : Reach.NOT_DETERMINED;
  }

  private static boolean echoes(List<Vantage> tried, Zone to) {
    return tried.stream()
        .flatMap(vantage -> vantage.echoes().stream())
        .anyMatch(seen -> to.contains(seen.service().address()));
  }

  /// What was agreed goes before the norm: an owner may allow what the norm speaks of only in
  /// general, and the report shows both.
  private static Conformity conformity(
      Reach reach, List<PortReach> ports, Optional<Agreement> agreed, boolean isNormed) {
    if (agreed.isEmpty() && !isNormed) {
      return Conformity.NOTHING_EXPECTED;
    }
    Agreement.Wanted wanted = agreed.map(Agreement::wanted).orElse(Agreement.Wanted.CLOSED);
    return switch (reach) {
      case NOT_MEASURED, NOT_DETERMINED -> Conformity.NOT_DETERMINED;
      case OPEN, PARTLY ->
          wanted == Agreement.Wanted.CLOSED || !isAgreed(ports, agreed)
              ? Conformity.DEVIATING
              : Conformity.AS_EXPECTED;
      case CLOSED ->
          wanted == Agreement.Wanted.CLOSED ? Conformity.AS_EXPECTED : Conformity.DEVIATING;
    };
  }

  /// Whether every port that was reached may be, and none that is to be open stayed closed
  /// everywhere.
  private static boolean isAgreed(List<PortReach> ports, Optional<Agreement> agreed) {
    return agreed
        .map(
            one ->
                ports.stream()
                    .allMatch(
                        port ->
                            port.reach().isReached()
                                ? one.opens(port.port())
                                : one.ports().isEmpty() || !one.opens(port.port())))
        .orElse(false);
  }
}
