package lenswacht.probe.net;

/// The UPnP actions of a gateway that may be called. Every one only reads; what adds, deletes,
/// connects or sets cannot be expressed.
public enum GatewayAction {
  /// The address that it has outside.
  OUTER_ADDRESS("GetExternalIPAddress", ""),
  /// One mapping, by its place in the list.
  MAPPING("GetGenericPortMappingEntry", "<NewPortMappingIndex>%d</NewPortMappingIndex>"),
  /// Many mappings of TCP at once.
  MAPPINGS_TCP("GetListOfPortMappings", GatewayAction.LIST.formatted("TCP")),
  /// Many mappings of UDP at once.
  MAPPINGS_UDP("GetListOfPortMappings", GatewayAction.LIST.formatted("UDP")),
  /// Whether the firewall for IPv6 is on, and whether hosts may open ways in.
  SIX_FIREWALL("GetFirewallStatus", "");

  /// Most mappings that are read of one gateway.
  public static final int MOST_MAPPINGS = 512;

  private static final String LIST =
      "<NewStartPort>0</NewStartPort><NewEndPort>65535</NewEndPort><NewProtocol>%s</NewProtocol>"
          + "<NewManage>1</NewManage><NewNumberOfPorts>"
          + MOST_MAPPINGS
          + "</NewNumberOfPorts>";

  private final String call;
  private final String content;

  GatewayAction(String call, String content) {
    this.call = call;
    this.content = content;
  }

  /// The name of the action.
  public String call() {
    return call;
  }

  String body(GatewayService service, int index) {
    return "<?xml version=\"1.0\"?>"
        + "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\""
        + " s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><s:Body><u:"
        + call
        + " xmlns:u=\""
        + service.urn()
        + "\">"
        + (this == MAPPING ? content.formatted(index) : content)
        + "</u:"
        + call
        + "></s:Body></s:Envelope>";
  }
}
