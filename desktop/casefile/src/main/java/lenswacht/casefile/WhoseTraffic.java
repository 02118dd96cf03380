package lenswacht.casefile;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.Visit;
import lenswacht.casefile.log.ClientPolicy;
import lenswacht.fingerprint.asset.Presence;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;

/// How closely it may be kept who called somebody outside: read from the assets of a case and the
/// mandates under which they were seen.
final class WhoseTraffic {
  private WhoseTraffic() {}

  static ClientPolicy policy(List<SeenAsset> assets, List<Visit> visits) {
    Set<InetAddress> addresses =
        assets.stream()
            .flatMap(asset -> asset.trace().presences().stream())
            .map(Presence::address)
            .collect(Collectors.toSet());
    return new ClientPolicy(addresses, scopes(visits, false), scopes(visits, true));
  }

  private static List<ScanScope> scopes(List<Visit> visits, boolean onlyWithFaceCallers) {
    return visits.stream()
        .map(Visit::mandate)
        .filter(mandate -> !onlyWithFaceCallers || mandate.faceCallers())
        .map(Mandate::scope)
        .distinct()
        .toList();
  }
}
