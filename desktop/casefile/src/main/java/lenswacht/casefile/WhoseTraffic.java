package lenswacht.casefile;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import lenswacht.assessment.Visit;
import lenswacht.casefile.log.ClientPolicy;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;

/// How closely it may be kept who called somebody outside: read from where something was met and
/// from the mandates under which it was.
final class WhoseTraffic {
  private WhoseTraffic() {}

  static ClientPolicy policy(Set<InetAddress> addresses, List<Visit> visits) {
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
