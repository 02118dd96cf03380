package lenswacht.probe.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import lenswacht.observation.Bytes;

/// The questions that are put in a single datagram: searches that every maker's own tool sends.
/// None of them changes anything, none carries a name or a password. [SearchBytes] holds what each
/// looks like.
public enum DatagramRequest implements Request {
  /// WS-Discovery for ONVIF video transmitters.
  WS_DISCOVERY_VIDEO("WS-Discovery Probe NetworkVideoTransmitter", 3702, 0, Reach.WS_DISCOVERY),
  /// WS-Discovery for whatever has the ONVIF type Device.
  WS_DISCOVERY_DEVICE("WS-Discovery Probe Device", 3702, 0, Reach.WS_DISCOVERY),
  /// WS-Discovery for anything.
  WS_DISCOVERY_ANY("WS-Discovery Probe", 3702, 0, Reach.WS_DISCOVERY),
  /// The Hikvision family's search. Many answer to the group.
  SADP_INQUIRY("SADP inquiry", 37_020, 37_020, Reach.groups("239.255.255.250").answeredThere()),
  /// The Dahua family's search.
  DHIP_SEARCH("DHIP DHDiscover.search", 37_810, 0, Reach.DHIP),
  /// The Dahua family's search, for those that are to answer to everybody.
  DHIP_SEARCH_ALL("DHIP DHDiscover.search uni 0", 37_810, 0, Reach.DHIP),
  /// The Dahua family's search of before 2014.
  DAHUA_LEGACY_SEARCH("Dahua legacy search", 5050, 5050, Reach.BROADCAST),
  /// UPnP's search for root devices.
  SSDP_ROOT("SSDP M-SEARCH upnp:rootdevice", 1900, 0, Reach.groups("239.255.255.250", "ff02::c")),
  /// DNS-SD: which services there are.
  MDNS_SERVICES(
      "mDNS PTR services", 5353, 0, Reach.groups("224.0.0.251", "ff02::fb").answeredThere()),
  /// The TP-Link family's search.
  TAPO_DISCOVERY("TP-Link discovery", 20_002, 0, Reach.BROADCAST),
  /// The TP-Link family's search with a key, without which newer firmware does not answer.
  TAPO_DISCOVERY_KEYED("TP-Link discovery with a key", 20_002, 0, Reach.BROADCAST),
  /// Xiongmai's search.
  XIONGMAI_SEARCH("Xiongmai search", 34_569, 34_569, Reach.BROADCAST),
  /// TVT's search, newer form.
  TVT_SEARCH("TVT search", 23_456, 23_456, Reach.TVT),
  /// TVT's search, version 0x10007.
  TVT_SEARCH_OLDER("TVT search 0x10007", 23_456, 23_456, Reach.TVT),
  /// Hanwha's search.
  HANWHA_SEARCH("Hanwha search", 7701, 7711, Reach.BROADCAST),
  /// Bosch's search.
  BOSCH_SEARCH("Bosch search", 1757, 1758, Reach.BROADCAST),
  /// Sony's search. The answer goes to everybody, on the same port.
  SONY_SEARCH("Sony ENQ allinfo", 2380, 2380, Reach.BROADCAST),
  /// Panasonic's search.
  PANASONIC_SEARCH("Panasonic search", 10_670, 10_669, Reach.BROADCAST),
  /// Vivotek's search. Shares port and socket with Foscam's.
  VIVOTEK_SEARCH("Vivotek search", 10_000, 10_000, Reach.BROADCAST),
  /// Foscam's search.
  FOSCAM_SEARCH("Foscam search", 10_000, 10_000, Reach.BROADCAST),
  /// VStarcam's search.
  VSTARCAM_SEARCH("VStarcam search", 8600, 8600, Reach.BROADCAST),
  /// Ubiquiti's search.
  UBIQUITI_SEARCH("Ubiquiti discovery", 10_001, 0, Reach.UBIQUITI),
  /// Ubiquiti's search, version 2.
  UBIQUITI_SEARCH_2("Ubiquiti discovery 2", 10_001, 0, Reach.UBIQUITI),
  /// Reolink's light search, which starts no session.
  REOLINK_SEARCH("Reolink light search", 2000, 3000, Reach.BROADCAST),
  /// 360 Vision's search.
  VISION360_SEARCH("360 Vision DISCOVER", 3600, 0, Reach.BROADCAST),
  /// NAT-PMP: which address the router has outside. What asks for a mapping is not expressible.
  NAT_PMP_ADDRESS("NAT-PMP external address", DatagramRequest.MAPPING_PORT, 0, Reach.NOBODY),
  /// PCP: whether the router is there. What asks for a mapping is not expressible.
  PCP_ANNOUNCE("PCP ANNOUNCE", DatagramRequest.MAPPING_PORT, 0, Reach.NOBODY);

  /// Where routers listen for those who ask for mappings.
  public static final int MAPPING_PORT = 5351;

  /// Octets of a VStarcam reply that are looked at; a name and a password stand behind them.
  private static final int VSTARCAM_OPENLY = 0xec;

  private final String question;
  private final int port;
  private final int localPort;
  private final Reach reach;

  DatagramRequest(String question, int port, int localPort, Reach reach) {
    this.question = question;
    this.port = port;
    this.localPort = localPort;
    this.reach = reach;
  }

  /// Whom a search reaches when it is put to everybody on a network.
  ///
  /// @param groups the multicast groups that it is sent to
  /// @param answerGroups the groups in which it may be answered
  /// @param broadcast whether it is sent to the subnet's broadcast address as well
  record Reach(List<InetAddress> groups, List<InetAddress> answerGroups, boolean broadcast) {
    static final Reach NOBODY = new Reach(List.of(), List.of(), false);
    static final Reach BROADCAST = new Reach(List.of(), List.of(), true);
    static final Reach WS_DISCOVERY = groups("239.255.255.250", "ff02::c");
    static final Reach DHIP = groups("239.255.255.251").andBroadcast();
    static final Reach UBIQUITI = groups("233.89.188.1").andBroadcast();
    static final Reach TVT =
        new Reach(literals("234.55.55.55"), literals("234.55.55.55", "234.55.55.56"), false);

    static Reach groups(String... groups) {
      return new Reach(literals(groups), List.of(), false);
    }

    Reach answeredThere() {
      return new Reach(groups, groups, broadcast);
    }

    Reach andBroadcast() {
      return new Reach(groups, answerGroups, true);
    }

    /// Whether one of the groups is of IPv6.
    boolean isForSix() {
      return groups.stream().anyMatch(group -> group instanceof Inet6Address);
    }

    private static List<InetAddress> literals(String... texts) {
      return Arrays.stream(texts).map(InetAddress::ofLiteral).toList();
    }
  }

  /// Every multicast group that one of them is sent to.
  public static List<InetAddress> groups() {
    return Arrays.stream(values())
        .flatMap(request -> request.reach.groups().stream())
        .distinct()
        .toList();
  }

  @Override
  public String question() {
    return question;
  }

  /// The port that it is sent to.
  public int port() {
    return port;
  }

  @Override
  public boolean isAskedOn(int asked) {
    return asked == port;
  }

  /// The local port that answers of one host come back to, zero for any.
  public int localPort() {
    return localPort;
  }

  /// The local port that answers to a search come back to, zero for any.
  int searchPort() {
    return this == MDNS_SERVICES ? port : localPort;
  }

  Reach reach() {
    return reach;
  }

  /// Whether it is sent a second time in a search. Only what is sent in every building is:
  /// datagrams get lost, and the number of searches is limited.
  boolean isRepeated() {
    return switch (this) {
      case WS_DISCOVERY_VIDEO,
          WS_DISCOVERY_DEVICE,
          WS_DISCOVERY_ANY,
          SADP_INQUIRY,
          DHIP_SEARCH,
          DHIP_SEARCH_ALL,
          SSDP_ROOT,
          MDNS_SERVICES ->
          true;
      case DAHUA_LEGACY_SEARCH,
          TAPO_DISCOVERY,
          TAPO_DISCOVERY_KEYED,
          XIONGMAI_SEARCH,
          TVT_SEARCH,
          TVT_SEARCH_OLDER,
          HANWHA_SEARCH,
          BOSCH_SEARCH,
          SONY_SEARCH,
          PANASONIC_SEARCH,
          VIVOTEK_SEARCH,
          FOSCAM_SEARCH,
          VSTARCAM_SEARCH,
          UBIQUITI_SEARCH,
          UBIQUITI_SEARCH_2,
          REOLINK_SEARCH,
          VISION360_SEARCH,
          NAT_PMP_ADDRESS,
          PCP_ANNOUNCE ->
          false;
    };
  }

  /// Whether it is put to the router of our own default route and to nobody else.
  boolean isForOwnRouter() {
    return reach == Reach.NOBODY;
  }

  /// Whether answers may come from another port than the one asked.
  boolean isAnsweredFromAnyPort() {
    return reach == Reach.WS_DISCOVERY || this == REOLINK_SEARCH;
  }

  /// Octets of a reply that are taken in; the rest is dropped unseen.
  int longestReply() {
    return this == VSTARCAM_SEARCH ? VSTARCAM_OPENLY : Integer.MAX_VALUE;
  }

  /// What goes over the line; messages that carry an id get a fresh one each time.
  ///
  /// @param own the address it is sent from, where that is known; any of its family otherwise
  Bytes bytes(InetAddress own) {
    return SearchBytes.of(this, own);
  }
}
