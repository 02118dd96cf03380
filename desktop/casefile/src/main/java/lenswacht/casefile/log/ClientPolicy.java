package lenswacht.casefile.log;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lenswacht.casefile.log.Contact.Whom;
import lenswacht.fingerprint.domain.Purpose;
import lenswacht.observation.AddressRange;
import lenswacht.observation.ScanScope;

/// How closely it may be kept who asked for a name. Assets and what lies in the ranges of a mandate
/// are kept by address, everybody else by segment. Who called a service that recognises faces is
/// kept by segment, unless a mandate that covers the caller names that purpose.
///
/// @param assets addresses of the assets of the case
/// @param scopes what the mandates of the case cover
/// @param faceScopes what those cover that name face recognition as a purpose
public record ClientPolicy(
    Set<InetAddress> assets, List<ScanScope> scopes, List<ScanScope> faceScopes) {
  private static final int SEGMENT_4 = 24;
  private static final int SEGMENT_6 = 64;

  public ClientPolicy {
    assets = Set.copyOf(assets);
    scopes = List.copyOf(scopes);
    faceScopes = List.copyOf(faceScopes);
  }

  /// The segment of `client`, if it is one that matters to the case.
  Optional<AddressRange> segment(InetAddress client) {
    return assets.contains(client) || isIn(scopes, client)
        ? Optional.of(around(client))
        : Optional.empty();
  }

  /// The segment that an address is counted in.
  public static AddressRange around(InetAddress client) {
    return AddressRange.around(client, client instanceof Inet4Address ? SEGMENT_4 : SEGMENT_6);
  }

  /// Who `client` is, as closely as may be kept.
  Whom whom(InetAddress client, Purpose purpose) {
    boolean byAddress =
        purpose.isAboutFaces()
            ? isIn(faceScopes, client)
            : assets.contains(client) || isIn(scopes, client);
    return new Whom(byAddress ? client.getHostAddress() : "", around(client).toString());
  }

  private static boolean isIn(List<ScanScope> scopes, InetAddress client) {
    return scopes.stream().anyMatch(scope -> scope.covers(client));
  }
}
