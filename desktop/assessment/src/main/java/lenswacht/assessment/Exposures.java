package lenswacht.assessment;

import java.net.InetAddress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lenswacht.assessment.exposure.ExposedAsset;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.assessment.exposure.ExposureFact;
import lenswacht.assessment.exposure.ExposureFacts;
import lenswacht.assessment.exposure.ExposureReader;
import lenswacht.fingerprint.domain.DomainCatalogue;
import lenswacht.fingerprint.domain.DomainMatcher;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observation;
import lenswacht.observation.Service;

/// The exposure of every asset of a site: what the assets and gateways themselves say, joined with
/// what was brought in from elsewhere.
public final class Exposures {
  private final ExposureReader reader;
  private final List<Visit> visits;

  /// @param assets everything that was seen, gateways included
  /// @param visits the scan runs in which it was seen
  /// @param brought facts that did not come from these assets
  /// @param onDay the day for which ages are counted
  public Exposures(
      List<SeenAsset> assets, List<Visit> visits, List<ExposureFact> brought, LocalDate onDay) {
    ExposureFacts told = new ExposureFacts(new DomainMatcher(DomainCatalogue.bundled())::find);
    List<ExposureFact> facts = new ArrayList<>(brought);
    assets.forEach(asset -> facts.addAll(told.of(asset.observations())));
    this.visits = List.copyOf(visits);
    this.reader =
        new ExposureReader(facts, onDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /// The exposure of `asset`.
  public Exposure of(SeenAsset asset) {
    Map<Service, EvidenceId> answering = new TreeMap<>((one, other) -> compare(one, other));
    for (Observation observation : asset.observations()) {
      if (observation instanceof Observation.Listening(Service service, EvidenceId id)) {
        answering.putIfAbsent(service, id);
      }
    }
    List<InetAddress> addresses = asset.addresses();
    return reader.read(
        new ExposedAsset(asset.address(), addresses, answering, askedPorts(addresses)));
  }

  private static int compare(Service one, Service other) {
    return one.toString().compareTo(other.toString());
  }

  /// The ports that the asset was asked on, in runs that swept an address of it and left none of
  /// them out.
  private Set<Integer> askedPorts(List<InetAddress> addresses) {
    Set<Integer> ports = new HashSet<>();
    for (Visit visit : visits) {
      boolean swept =
          addresses.stream()
              .allMatch(one -> visit.swept().stream().anyMatch(range -> range.contains(one)));
      boolean whole =
          visit.notLookedAt().stream().noneMatch(not -> addresses.contains(not.address()));
      if (swept && whole) {
        ports.addAll(visit.ports());
      }
    }
    return ports;
  }
}
