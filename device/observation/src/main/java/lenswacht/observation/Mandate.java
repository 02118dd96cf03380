package lenswacht.observation;

import java.time.Instant;
import java.util.List;

/// Who allowed this scan, where, until when and how far it may go. No scan without one.
///
/// @param id unique id, for the report and the device's display
/// @param site name of the site, as the owner writes it
/// @param issuedBy who allowed it, free text
/// @param scope where
/// @param from first moment at which scanning is allowed
/// @param until first moment at which it is not allowed any more
/// @param intrusiveness how far probes may go
/// @param packetsPerSecond upper limit of packets that the device sends, 1 to 1,000,000
/// @param anonymousReads whether GetDeviceInformation may be asked once without credentials
/// @param snmpCommunities SNMP communities that the owner supplies, at most 4, each tried once on a
///     host; without them SNMP is never asked
/// @param serialsInClear whether serial numbers may be shown as they are; otherwise they are
///     shown as a keyed hash
/// @param faceCallers whether it may be kept by address who called a service that recognises faces;
///     otherwise it is kept by segment
/// @param wayOut the endpoints outside towards which the way out of a segment may be tried, at most
///     2; without them it is not tried
/// @param witness who walks along on behalf of the site, free text; empty where nobody is named
public record Mandate(
    String id,
    String site,
    String issuedBy,
    ScanScope scope,
    Instant from,
    Instant until,
    Intrusiveness intrusiveness,
    int packetsPerSecond,
    boolean anonymousReads,
    List<SnmpCommunity> snmpCommunities,
    boolean serialsInClear,
    boolean faceCallers,
    List<OutsideEndpoint> wayOut,
    String witness) {
  private static final int MOST_COMMUNITIES = 4;
  private static final int MOST_ENDPOINTS = 2;

  public Mandate {
    snmpCommunities = List.copyOf(snmpCommunities);
    if (snmpCommunities.size() > MOST_COMMUNITIES) {
      throw new IllegalArgumentException(
          "a mandate supplies at most " + MOST_COMMUNITIES + " SNMP communities");
    }
    wayOut = List.copyOf(wayOut);
    if (wayOut.size() > MOST_ENDPOINTS) {
      throw new IllegalArgumentException(
          "a mandate names at most " + MOST_ENDPOINTS + " endpoints outside");
    }
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("a mandate must end after it begins");
    }
    if (packetsPerSecond < 1 || packetsPerSecond > 1_000_000) {
      throw new IllegalArgumentException("packets per second must be between 1 and 1000000");
    }
    if (id.isBlank() || site.isBlank() || site.length() > 200 || issuedBy.length() > 200) {
      throw new IllegalArgumentException(
          "a mandate needs an id and a site of at most 200 characters");
    }
    if (witness.length() > 200) {
      throw new IllegalArgumentException("a witness has a name of at most 200 characters");
    }
  }

  /// A mandate that supplies no credentials of any kind and keeps serial numbers hashed.
  public Mandate(
      String id,
      String site,
      String issuedBy,
      ScanScope scope,
      Instant from,
      Instant until,
      Intrusiveness intrusiveness,
      int packetsPerSecond,
      boolean anonymousReads) {
    this(
        id,
        site,
        issuedBy,
        scope,
        from,
        until,
        intrusiveness,
        packetsPerSecond,
        anonymousReads,
        List.of(),
        false,
        false,
        List.of(),
        "");
  }

  /// Whether `moment` lies in the period of this mandate.
  public boolean isInForceAt(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }
}
