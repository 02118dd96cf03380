package lenswacht.probe.net;

/// A rule that holds a question back. The key travels in `NotAsked`.
public enum Rule {
  /// The address lies outside the mandate.
  OUTSIDE_MANDATE("not-in-mandate"),
  /// The mandate is not in force at this moment.
  MANDATE_NOT_IN_FORCE("mandate-not-in-force"),
  /// The mandate allows listening only.
  LISTEN_ONLY("mandate-listen-only"),
  /// The mandate does not allow reading identity without credentials.
  NO_ANONYMOUS_READS("mandate-without-anonymous-reads"),
  /// Opening this port can do harm.
  PORT_NEVER_OPENED("port-never-opened"),
  /// This port takes no question, or not this one.
  NOT_ASKED_ON_PORT("not-asked-on-port"),
  /// The host has had its share of time.
  HOST_TIME_USED("host-time-used"),
  /// Somebody stopped the scan.
  STOPPED("stopped"),
  /// Somebody stopped the scan after the question had left; its answer was not awaited.
  STOPPED_MEANWHILE("stopped-meanwhile"),
  /// The host offered a location that is not followed: another host, or not a harmless path.
  LOCATION_NOT_FOLLOWED("location-not-followed"),
  /// The interface's subnet does not lie wholly inside the mandate.
  SUBNET_NOT_IN_MANDATE("subnet-not-in-mandate"),
  /// The network was searched in this way before in this run.
  ALREADY_SEARCHED("already-searched"),
  /// As many packets were put to everybody on the network as a run may put.
  SEARCHED_ENOUGH("searched-enough"),
  /// The question is for the router of our own default route, and this is another host.
  NOT_OUR_ROUTER("not-our-router"),
  /// The mandate supplies no SNMP community, or not this one.
  NO_SNMP_COMMUNITY("mandate-without-snmp-community");

  private final String key;

  Rule(String key) {
    this.key = key;
  }

  /// The rule's name in the journal.
  public String key() {
    return key;
  }
}
