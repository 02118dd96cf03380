package lenswacht.assessment.exposure;

/// Something that was not looked at, or that cannot be known this way, and that leaves an answer
/// open.
public enum Gap {
  /// No gateway was asked for its mappings.
  MAPPINGS_NOT_READ,
  /// A gateway refused to tell its mappings.
  MAPPINGS_REFUSED,
  /// A gateway did not tell all of its mappings.
  MAPPINGS_IN_PART,
  /// What was set by hand in a gateway need not be in the list that it gives.
  HAND_MADE_MAPPINGS,
  /// A gateway opens ports for whoever asks: what is closed now may be open in a minute.
  PORTS_ON_REQUEST,
  /// It is not known which address the gateway has outside.
  OUTER_ADDRESS_NOT_TOLD,
  /// The gateway's outer address is not routed on the internet: what lies beyond was not seen.
  OUTER_ADDRESS_NOT_PUBLIC,
  /// Whether IPv6 is let in was not determined.
  SIX_FIREWALL_NOT_READ,
  /// Which ways in hosts opened in the IPv6 firewall cannot be asked.
  PINHOLES_NOT_LISTED,
  /// Nobody looked from outside.
  NOT_SEEN_FROM_OUTSIDE,
  /// A service was seen from outside, and no asset could be told by it.
  STRANGER_SEEN_FROM_OUTSIDE,
  /// Whether the relay is on was not told.
  RELAY_NOT_TOLD,
  /// Nobody tried whether its segment lets it out.
  WAY_OUT_NOT_TRIED,
  /// Nobody watched whom it calls.
  CALLS_NOT_WATCHED,
  /// Nobody tried from another zone.
  ZONES_NOT_TRIED,
  /// Not every zone was tried.
  ZONES_TRIED_IN_PART
}
