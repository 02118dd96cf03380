package lenswacht.probe.net;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import lenswacht.observation.Bytes;

/// The questions that are put in a single datagram: searches that every maker's own tool sends.
/// None of them changes anything, none carries a name or a password.
public enum DatagramRequest implements Request {
  /// WS-Discovery for ONVIF video transmitters.
  WS_DISCOVERY_VIDEO("WS-Discovery Probe NetworkVideoTransmitter", 3702, "239.255.255.250"),
  /// WS-Discovery for whatever has the ONVIF type Device.
  WS_DISCOVERY_DEVICE("WS-Discovery Probe Device", 3702, "239.255.255.250"),
  /// WS-Discovery for anything.
  WS_DISCOVERY_ANY("WS-Discovery Probe", 3702, "239.255.255.250"),
  /// The Hikvision family's search.
  SADP_INQUIRY("SADP inquiry", 37_020, "239.255.255.250", 37_020),
  /// The Dahua family's search.
  DHIP_SEARCH("DHIP DHDiscover.search", 37_810, "239.255.255.251"),
  /// UPnP's search for root devices.
  SSDP_ROOT("SSDP M-SEARCH upnp:rootdevice", 1900, "239.255.255.250"),
  /// DNS-SD: which services there are.
  MDNS_SERVICES("mDNS PTR services", 5353),
  /// The TP-Link family's search.
  TAPO_DISCOVERY("TP-Link discovery", 20_002),
  /// Xiongmai's search.
  XIONGMAI_SEARCH("Xiongmai search", 34_569),
  /// TVT's search, newer form.
  TVT_SEARCH("TVT search", 23_456),
  /// Hanwha's search.
  HANWHA_SEARCH("Hanwha search", 7701, 7711),
  /// Bosch's search.
  BOSCH_SEARCH("Bosch search", 1757, 1758),
  /// Sony's search.
  SONY_SEARCH("Sony ENQ allinfo", 2380),
  /// Panasonic's search.
  PANASONIC_SEARCH("Panasonic search", 10_670, 10_669),
  /// Vivotek's search.
  VIVOTEK_SEARCH("Vivotek search", 10_000),
  /// Foscam's search.
  FOSCAM_SEARCH("Foscam search", 10_000),
  /// VStarcam's search.
  VSTARCAM_SEARCH("VStarcam search", 8600),
  /// Ubiquiti's search.
  UBIQUITI_SEARCH("Ubiquiti discovery", 10_001);

  private static final List<String> SERVICE_TYPES =
      List.of(
          "_services._dns-sd._udp",
          "_axis-video._tcp",
          "_rtsp._tcp",
          "_psia._tcp",
          "_CGI._tcp",
          "_arec._tcp",
          "_http._tcp",
          "_onvif._tcp");

  private final String question;
  private final int port;
  private final Optional<InetAddress> group;
  private final int localPort;

  DatagramRequest(String question, int port) {
    this(question, port, Optional.empty(), 0);
  }

  DatagramRequest(String question, int port, int localPort) {
    this(question, port, Optional.empty(), localPort);
  }

  DatagramRequest(String question, int port, String group) {
    this(question, port, Optional.of(InetAddress.ofLiteral(group)), 0);
  }

  DatagramRequest(String question, int port, String group, int localPort) {
    this(question, port, Optional.of(InetAddress.ofLiteral(group)), localPort);
  }

  DatagramRequest(String question, int port, Optional<InetAddress> group, int localPort) {
    this.question = question;
    this.port = port;
    this.group = group;
    this.localPort = localPort;
  }

  @Override
  public String question() {
    return question;
  }

  /// The port that it is sent to.
  public int port() {
    return port;
  }

  /// The multicast group that hears it, if any.
  public Optional<InetAddress> group() {
    return group;
  }

  @Override
  public boolean isAskedOn(int asked) {
    return asked == port;
  }

  /// The local port that answers come back to, zero for any.
  public int localPort() {
    return localPort;
  }

  /// Whether answers may come from another port than the one asked.
  boolean isAnsweredFromAnyPort() {
    return switch (this) {
      case WS_DISCOVERY_VIDEO, WS_DISCOVERY_DEVICE, WS_DISCOVERY_ANY -> true;
      case SADP_INQUIRY,
          DHIP_SEARCH,
          SSDP_ROOT,
          MDNS_SERVICES,
          TAPO_DISCOVERY,
          XIONGMAI_SEARCH,
          TVT_SEARCH,
          HANWHA_SEARCH,
          BOSCH_SEARCH,
          SONY_SEARCH,
          PANASONIC_SEARCH,
          VIVOTEK_SEARCH,
          FOSCAM_SEARCH,
          VSTARCAM_SEARCH,
          UBIQUITI_SEARCH ->
          false;
    };
  }

  /// What goes over the line; messages that carry an id get a fresh one each time.
  Bytes bytes() {
    return switch (this) {
      case WS_DISCOVERY_VIDEO -> wsDiscovery("<d:Types>dn:NetworkVideoTransmitter</d:Types>");
      case WS_DISCOVERY_DEVICE -> wsDiscovery("<d:Types>tds:Device</d:Types>");
      case WS_DISCOVERY_ANY -> wsDiscovery("");
      case SADP_INQUIRY -> sadp();
      case DHIP_SEARCH -> dhip();
      case SSDP_ROOT -> ssdp();
      case MDNS_SERVICES -> mdns();
      case TAPO_DISCOVERY -> Bytes.fromHex("020000010000000000000000463cb5d3");
      case XIONGMAI_SEARCH -> Bytes.fromHex("ff00000000000000000000000000fa0500000000");
      case TVT_SEARCH -> padded("4d484544080001000100", 140);
      case HANWHA_SEARCH -> padded("01", 262);
      case BOSCH_SEARCH -> Bytes.fromHex("9939a427 4c454e53 ff0006de");
      case SONY_SEARCH -> Bytes.fromHex("02454e513a616c6c696e666fff03");
      case PANASONIC_SEARCH ->
          Bytes.fromHex(
              "00010000000d000000000000 ffffffffffff 00000000"
                  + " 000120111e11231f1e1913000002000000000000000000000000ffff 0000");
      case VIVOTEK_SEARCH -> Bytes.fromHex("014a5d8f1c");
      case FOSCAM_SEARCH ->
          Bytes.fromHex("4d4f5f49 0000000000000000000000 04 00000000000000 00000001");
      case VSTARCAM_SEARCH -> Bytes.fromHex("44480101");
      case UBIQUITI_SEARCH -> Bytes.fromHex("01000000");
    };
  }

  private static Bytes wsDiscovery(String types) {
    return Bytes.utf8(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\""
            + " xmlns:w=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""
            + " xmlns:d=\"http://schemas.xmlsoap.org/ws/2005/04/discovery\""
            + " xmlns:dn=\"http://www.onvif.org/ver10/network/wsdl\""
            + " xmlns:tds=\"http://www.onvif.org/ver10/device/wsdl\">"
            + "<e:Header><w:MessageID>urn:uuid:"
            + UUID.randomUUID()
            + "</w:MessageID><w:To e:mustUnderstand=\"true\">"
            + "urn:schemas-xmlsoap-org:ws:2005:04:discovery</w:To>"
            + "<w:Action e:mustUnderstand=\"true\">"
            + "http://schemas.xmlsoap.org/ws/2005/04/discovery/Probe</w:Action></e:Header>"
            + "<e:Body><d:Probe>"
            + types
            + "</d:Probe></e:Body></e:Envelope>");
  }

  private static Bytes sadp() {
    return Bytes.utf8(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><Probe><Uuid>"
            + UUID.randomUUID().toString().toUpperCase(Locale.ROOT)
            + "</Uuid><Types>inquiry</Types></Probe>");
  }

  private static Bytes dhip() {
    String body = "{\"method\":\"DHDiscover.search\",\"params\":{\"mac\":\"\",\"uni\":1}}\n";
    return Bytes.fromHex(
        "20000000 44484950 00000000 00000000 3b000000 00000000 3b000000 00000000"
            + Bytes.utf8(body).hex());
  }

  private static Bytes ssdp() {
    return Bytes.utf8(
        """
        M-SEARCH * HTTP/1.1
        HOST: 239.255.255.250:1900
        MAN: "ssdp:discover"
        MX: 2
        ST: upnp:rootdevice

        """
            .replace("\n", "\r\n"));
  }

  /// A DNS query with one PTR question per service type; the class asks for an answer by unicast.
  private static Bytes mdns() {
    StringBuilder hex = new StringBuilder("00000000");
    hex.append("%04x".formatted(SERVICE_TYPES.size())).append("000000000000");
    for (String type : SERVICE_TYPES) {
      for (String label :
          List.of(
              type.substring(0, type.indexOf('.')),
              type.substring(type.indexOf('.') + 1),
              "local")) {
        hex.append("%02x".formatted(label.length()))
            .append(Bytes.of(label.getBytes(StandardCharsets.US_ASCII)).hex());
      }
      hex.append("00000c8001");
    }
    return Bytes.fromHex(hex.toString());
  }

  private static Bytes padded(String hex, int length) {
    return Bytes.fromHex(hex + "00".repeat(length - hex.length() / 2));
  }
}
