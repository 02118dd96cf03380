package lenswacht.assessment.separation;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.exposure.ExposureFact;
import lenswacht.assessment.exposure.Ground;
import lenswacht.knowledge.Truth;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Service;

/// What a separation matrix tells of single assets: from which zones they are reached.
public final class SeparationFacts {
  /// What people say of their zones is what a pair rests on that nobody tried.
  private static final Ground ZONES = new Ground.Said("zones");

  private SeparationFacts() {}

  /// One fact for each service that was tried from another zone, one for each asset that was not,
  /// and one for each bridge.
  public static List<ExposureFact> of(SeparationMatrix matrix, List<SeenAsset> assets) {
    List<ExposureFact> facts = new ArrayList<>();
    Set<InetAddress> addresses = new LinkedHashSet<>();
    assets.forEach(asset -> addresses.addAll(asset.trace().addresses()));
    for (Cell cell : matrix.cells()) {
      Set<InetAddress> told = new LinkedHashSet<>();
      for (Cell.PortReach port : cell.ports()) {
        Ground ground = ground(port.evidence());
        port.reached().forEach(service -> facts.add(fact(cell, service, Truth.YES, ground)));
        port.closed().forEach(service -> facts.add(fact(cell, service, Truth.NO, ground)));
        port.reached().forEach(service -> told.add(service.address()));
        port.closed().forEach(service -> told.add(service.address()));
      }
      Optional<Zone> to = matrix.plan().named(cell.to());
      addresses.stream()
          .filter(address -> !told.contains(address))
          .filter(address -> to.map(zone -> zone.contains(address)).orElse(false))
          .map(address -> fact(cell, Service.host(address), Truth.NOT_DETERMINED, ZONES))
          .forEach(facts::add);
    }
    matrix.bridges().forEach(bridge -> facts.add(fact(bridge)));
    return List.copyOf(facts);
  }

  private static ExposureFact fact(Cell cell, Service service, Truth reached, Ground ground) {
    return new ExposureFact.ZoneReach(cell.from(), cell.to(), service, reached, ground);
  }

  private static ExposureFact fact(SeparationMatrix.Bridge bridge) {
    return new ExposureFact.Bridge(
        bridge.legs().values().stream().flatMap(List::stream).toList(),
        List.copyOf(bridge.legs().keySet()),
        ground(bridge.joins().stream().flatMap(join -> join.evidence().stream()).toList()));
  }

  private static Ground ground(List<EvidenceId> evidence) {
    return evidence.isEmpty() ? ZONES : new Ground.Seen(evidence.getFirst());
  }
}
