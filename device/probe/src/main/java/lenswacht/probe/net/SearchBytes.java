package lenswacht.probe.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.CRC32;
import lenswacht.observation.Bytes;

/// What the searches look like on the line.
final class SearchBytes {
  private static final int TVT_LENGTH = 140;
  private static final int HANWHA_LENGTH = 262;
  private static final int TDP_PRESET = 0x5a6b7c8d;
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final List<String> SERVICE_TYPES =
      List.of(
          "_services._dns-sd._udp",
          "_axis-video._tcp",
          "_axis-nvr._tcp",
          "_rtsp._tcp",
          "_psia._tcp",
          "_CGI._tcp",
          "_arec._tcp",
          "_hap._tcp",
          "_onvif._tcp",
          "_nvr._tcp",
          "_http._tcp");

  /// A public key whose private half was thrown away when it was made: what is encrypted for it
  /// stays unread, and the part of the answer that is not is all we want.
  private static final String KEY_NOBODY_HAS =
      """
      -----BEGIN PUBLIC KEY-----
      MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvTrOwd3Z01GjasOVFSS+
      RyOKZxwxiprmSjaDsmyhmuoTl4hSV91ch43z4e/EjgTQ4IB/syX27pzHA66gRmzF
      LrWltlWkvVSjGQn3LuC99j4grVdkph3qFhxZM1un1QLVedYG7bXHMEUYGJf+3fk5
      Plv/5SJYXI8xc1PwvjdTz2GP73Dk3CdZeURRj37PPvW9YjHKCUAzb5bwnJ462ZPz
      d51LRsPjIn4vIFltxt2KvfvY3Z6VPnaktTrxZr13IwdfqX4bNvxdRPql/1KM7jnr
      ym9ptmkw9hWd1FqzDZ84Gig+p5XGbs0sUE0C6ErEiMHuw2lQyns3+GpHhCG1xh8Q
      xwIDAQAB
      -----END PUBLIC KEY-----
      """;

  private SearchBytes() {}

  static Bytes of(DatagramRequest request, InetAddress own) {
    return switch (request) {
      case WS_DISCOVERY_VIDEO -> wsDiscovery("<d:Types>dn:NetworkVideoTransmitter</d:Types>");
      case WS_DISCOVERY_DEVICE -> wsDiscovery("<d:Types>tds:Device</d:Types>");
      case WS_DISCOVERY_ANY -> wsDiscovery("");
      case SADP_INQUIRY -> sadp();
      case DHIP_SEARCH -> dhip(1);
      case DHIP_SEARCH_ALL -> dhip(0);
      case DAHUA_LEGACY_SEARCH -> padded("a3010000000000000000000000000000 02", 32);
      case SSDP_ROOT -> ssdp(own instanceof Inet6Address ? "[FF02::C]" : "239.255.255.250");
      case MDNS_SERVICES -> mdns();
      case TAPO_DISCOVERY -> Bytes.fromHex("020000010000000000000000463cb5d3");
      case TAPO_DISCOVERY_KEYED -> keyed(RANDOM.nextInt());
      case XIONGMAI_SEARCH -> Bytes.fromHex("ff00000000000000000000000000fa0500000000");
      case TVT_SEARCH -> padded("4d484544080001000100", TVT_LENGTH);
      case TVT_SEARCH_OLDER -> padded("4d4845440700010001000000", TVT_LENGTH);
      case HANWHA_SEARCH -> padded("01", HANWHA_LENGTH);
      case BOSCH_SEARCH -> Bytes.fromHex("9939a427 4c454e53 ff0006de");
      case SONY_SEARCH -> Bytes.fromHex("02454e513a616c6c696e666fff03");
      case PANASONIC_SEARCH -> panasonic(own);
      case VIVOTEK_SEARCH -> Bytes.fromHex("014a5d8f1c");
      case FOSCAM_SEARCH ->
          Bytes.fromHex("4d4f5f49 0000000000000000000000 04 00000000000000 00000001");
      case VSTARCAM_SEARCH -> Bytes.fromHex("44480101");
      case UBIQUITI_SEARCH -> Bytes.fromHex("01000000");
      case UBIQUITI_SEARCH_2 -> Bytes.fromHex("02080000");
      case REOLINK_SEARCH -> Bytes.fromHex("aaaa0000");
      case VISION360_SEARCH -> Bytes.utf8("DISCOVER\n");
      case NAT_PMP_ADDRESS -> Bytes.fromHex("0000");
      case PCP_ANNOUNCE -> Bytes.fromHex("0200000000000000" + mapped(own));
    };
  }

  /// Whether `heard` is a question like `request`, our own or somebody else's, and no answer.
  static boolean isQuestion(DatagramRequest request, Bytes heard) {
    return switch (request) {
      case WS_DISCOVERY_VIDEO, WS_DISCOVERY_DEVICE, WS_DISCOVERY_ANY ->
          heard.head(2048).latin1().contains("discovery/Probe<");
      case SADP_INQUIRY -> heard.head(512).latin1().contains("<Probe>");
      case DHIP_SEARCH, DHIP_SEARCH_ALL -> heard.head(128).latin1().contains("DHDiscover.search");
      case SSDP_ROOT -> heard.head(16).latin1().contains("M-SEARCH");
      case MDNS_SERVICES -> heard.length() > 2 && (heard.at(2) & 0x80) == 0;
      case TAPO_DISCOVERY_KEYED -> heard.head(64).latin1().contains("rsa_key");
      case PANASONIC_SEARCH -> heard.head(6).hex().equals("00010000000d");
      case DAHUA_LEGACY_SEARCH,
          TAPO_DISCOVERY,
          XIONGMAI_SEARCH,
          TVT_SEARCH,
          TVT_SEARCH_OLDER,
          HANWHA_SEARCH,
          BOSCH_SEARCH,
          SONY_SEARCH,
          VIVOTEK_SEARCH,
          FOSCAM_SEARCH,
          VSTARCAM_SEARCH,
          UBIQUITI_SEARCH,
          UBIQUITI_SEARCH_2,
          REOLINK_SEARCH,
          VISION360_SEARCH,
          NAT_PMP_ADDRESS,
          PCP_ANNOUNCE ->
          heard.equals(of(request, InetAddress.ofLiteral("0.0.0.0")));
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

  private static Bytes dhip(int uni) {
    String body =
        "{\"method\":\"DHDiscover.search\",\"params\":{\"mac\":\"\",\"uni\":" + uni + "}}\n";
    return Bytes.fromHex(
        "20000000 44484950 00000000 00000000 3b000000 00000000 3b000000 00000000"
            + Bytes.utf8(body).hex());
  }

  private static Bytes ssdp(String group) {
    return Bytes.utf8(
        """
        M-SEARCH * HTTP/1.1
        HOST: %s:1900
        MAN: "ssdp:discover"
        MX: 2
        ST: upnp:rootdevice

        """
            .formatted(group)
            .replace("\n", "\r\n"));
  }

  /// A DNS query with one PTR question per service type; the class asks for an answer by unicast.
  private static Bytes mdns() {
    StringBuilder hex = new StringBuilder("00000000");
    hex.append("%04x".formatted(SERVICE_TYPES.size())).append("000000000000");
    for (String type : SERVICE_TYPES) {
      for (String label : (type + ".local").split("\\.", 8)) {
        hex.append("%02x".formatted(label.length()))
            .append(Bytes.of(label.getBytes(StandardCharsets.US_ASCII)).hex());
      }
      hex.append("00000c8001");
    }
    return Bytes.fromHex(hex.toString());
  }

  /// Version 2, a question for everybody, and a checksum over the whole with its own place preset.
  static Bytes keyed(int serial) {
    Bytes body =
        Bytes.utf8("{\"params\":{\"rsa_key\":\"" + KEY_NOBODY_HAS.replace("\n", "\\n") + "\"}}");
    String head = "02000001%04x1100%08x".formatted(body.length(), serial);
    CRC32 sum = new CRC32();
    sum.update(Bytes.fromHex(head + "%08x".formatted(TDP_PRESET) + body.hex()).toArray());
    return Bytes.fromHex(head + "%08x".formatted(sum.getValue()) + body.hex());
  }

  /// For any hardware address; the answer goes to the IPv4 address that stands in it.
  private static Bytes panasonic(InetAddress own) {
    String address = own instanceof Inet4Address ? Bytes.of(own.getAddress()).hex() : "00000000";
    return Bytes.fromHex(
        "00010000000d000000000000 ffffffffffff "
            + address
            + "000120111e11231f1e1913000002000000000000000000000000ffff 0000");
  }

  /// `own` as sixteen octets; an IPv4 address as the one of IPv6 that stands for it.
  private static String mapped(InetAddress own) {
    String hex = Bytes.of(own.getAddress()).hex();
    return own instanceof Inet4Address ? "00000000000000000000ffff" + hex : hex;
  }

  private static Bytes padded(String hex, int length) {
    Bytes start = Bytes.fromHex(hex);
    return Bytes.fromHex(start.hex() + "00".repeat(length - start.length()));
  }
}
