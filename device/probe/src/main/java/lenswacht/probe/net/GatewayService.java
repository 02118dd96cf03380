package lenswacht.probe.net;

import java.util.Arrays;
import java.util.Optional;

/// The UPnP services of a gateway that may be asked, the newest first.
public enum GatewayService {
  /// A connection to the internet, second edition.
  WAN_IP_2("WANIPConnection:2"),
  /// A connection to the internet.
  WAN_IP_1("WANIPConnection:1"),
  /// A connection to the internet by PPP.
  WAN_PPP_1("WANPPPConnection:1"),
  /// The firewall for IPv6.
  SIX_FIREWALL_1("WANIPv6FirewallControl:1");

  private static final String URN = "urn:schemas-upnp-org:service:";

  private final String type;

  GatewayService(String type) {
    this.type = type;
  }

  /// The service that a description calls `urn`.
  public static Optional<GatewayService> of(String urn) {
    return Arrays.stream(values()).filter(one -> one.urn().equals(urn)).findFirst();
  }

  /// Its name and edition, for example `WANIPConnection:1`.
  public String type() {
    return type;
  }

  String urn() {
    return URN + type;
  }
}
