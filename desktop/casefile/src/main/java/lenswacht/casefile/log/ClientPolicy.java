package lenswacht.casefile.log;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import lenswacht.casefile.log.Contact.Whom;
import lenswacht.fingerprint.domain.Purpose;
import lenswacht.observation.AddressRange;
import lenswacht.observation.ScanScope;

/// How closely it may be kept who asked for a name. What lies in the ranges of a mandate, as all
/// assets of a case do, is kept by address, everybody else by segment. Who called a service that
/// recognises faces is kept by segment, unless a mandate that covers the caller names that purpose.
///
/// @param scopes what the mandates of the case cover
/// @param faceScopes what those cover that name face recognition as a purpose
public record ClientPolicy(List<ScanScope> scopes, List<ScanScope> faceScopes) {
  private static final int SEGMENT_4 = 24;
  private static final int SEGMENT_6 = 64;

  public ClientPolicy {
    scopes = List.copyOf(scopes);
    faceScopes = List.copyOf(faceScopes);
  }

  /// The segment of `client`, if it is one that matters to the case.
  Optional<AddressRange> segment(InetAddress client) {
    return isIn(scopes, client) ? Optional.of(around(client)) : Optional.empty();
  }

  /// The segment that an address is counted in.
  public static AddressRange around(InetAddress client) {
    return AddressRange.around(client, client instanceof Inet4Address ? SEGMENT_4 : SEGMENT_6);
  }

  /// Who `client` is, as closely as may be kept.
  Whom whom(InetAddress client, Purpose purpose) {
    boolean byAddress = purpose.isAboutFaces() ? isIn(faceScopes, client) : isIn(scopes, client);
    return new Whom(byAddress ? client.getHostAddress() : "", around(client).toString());
  }

  private static boolean isIn(List<ScanScope> scopes, InetAddress client) {
    return scopes.stream().anyMatch(scope -> scope.covers(client));
  }
}
