package lenswacht.casefile;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.exposure.ExposureFact;
import lenswacht.assessment.exposure.Ground;
import lenswacht.knowledge.Truth;
import lenswacht.observation.Coverage;
import lenswacht.observation.Observation;
import lenswacht.observation.Service;

/// What a visit shows by where the device stood: a service that answered a device in another
/// network is reached from there.
final class Crossings {
  private Crossings() {}

  /// One fact for each service that answered from beyond. A host whose hardware address was heard
  /// stands on the device's own cable, whatever its range is called.
  static List<ExposureFact> of(Coverage coverage, List<SeenAsset> assets) {
    String stood =
        coverage.standpoints().stream()
            .flatMap(where -> where.addresses().stream())
            .map(InetAddress::getHostAddress)
            .distinct()
            .collect(Collectors.joining(" "));
    List<ExposureFact> crossings = new ArrayList<>();
    for (SeenAsset asset : assets) {
      Set<InetAddress> near = new LinkedHashSet<>();
      for (Observation fact : asset.observations()) {
        if (fact instanceof Observation.HardwareAddress seen && seen.service().isHost()) {
          near.add(seen.service().address());
        }
      }
      Set<Service> told = new LinkedHashSet<>();
      for (Observation fact : asset.observations()) {
        Service service = fact.service();
        if (fact instanceof Observation.Listening
            && !service.isHost()
            && !service.address().isLoopbackAddress()
            && !near.contains(service.address())
            && isBeyond(coverage, service.address())
            && told.add(service)) {
          crossings.add(
              new ExposureFact.ZoneReach(
                  stood, "", service, Truth.YES, new Ground.Seen(fact.evidence())));
        }
      }
    }
    return crossings;
  }

  private static boolean isBeyond(Coverage coverage, InetAddress address) {
    return coverage.segments().stream()
        .filter(segment -> segment.range().contains(address))
        .allMatch(segment -> segment.vantage() == Coverage.Vantage.BEYOND);
  }
}
