package lenswacht.probe.listen;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observable;
import lenswacht.observation.Service;
import lenswacht.observation.Whereabouts.SwitchPort;
import lenswacht.probe.frame.BridgeMessage;
import lenswacht.probe.frame.CdpMessage;
import lenswacht.probe.frame.DhcpMessage;
import lenswacht.probe.frame.GroupMessage;
import lenswacht.probe.frame.IpPacket;
import lenswacht.probe.frame.LinkFrame;
import lenswacht.probe.frame.LldpMessage;
import lenswacht.probe.frame.RtpHeader;
import lenswacht.probe.frame.SipMessage;
import lenswacht.probe.frame.UdpDatagram;
import lenswacht.probe.listen.Announcement.Original;
import lenswacht.probe.listen.Announcement.Said;
import lenswacht.probe.net.ArpMessage;
import lenswacht.probe.net.NeighbourMessage;
import lenswacht.probe.net.Overheard;
import lenswacht.probe.question.Parsed;

/// Takes what one interface, or one capture file, hears, counts it by kind, and passes on what it
/// says of hosts and of our surroundings. For one thread.
final class FrameListener {
  private final Hearing hearing;
  private final Surroundings surroundings;
  private final CallListener calls;
  private final UdpAnnouncements announcements = new UdpAnnouncements();
  private final Streams streams = new Streams();
  private final Map<String, long[]> kinds = new HashMap<>();
  private long frames;

  FrameListener(Hearing hearing, Surroundings surroundings, CallListener calls) {
    this.hearing = hearing;
    this.calls = calls;
    this.surroundings = surroundings;
  }

  /// Number of frames, datagrams and table lines taken.
  long frames() {
    return frames;
  }

  /// Number of them by kind.
  Map<String, Long> kinds() {
    Map<String, Long> counts = new TreeMap<>();
    kinds.forEach((kind, count) -> counts.put(kind, count[0]));
    return counts;
  }

  private void count(String kind) {
    kinds.computeIfAbsent(kind, first -> new long[1])[0]++;
  }

  /// Takes one.
  void take(Overheard overheard) {
    frames++;
    switch (overheard) {
      case Overheard.Frame frame -> take(frame);
      case Overheard.Datagram datagram ->
          udp(
              new UdpAnnouncements.Datagram(
                  datagram.at(),
                  datagram.from(),
                  datagram.fromPort(),
                  datagram.port(),
                  datagram.bytes(),
                  datagram.truncated()));
      case Overheard.Neighbour neighbour -> {
        count("neighbour-table");
        Original line = new Original(neighbour.at(), Bytes.utf8(neighbour.line()), false, false);
        hearing.take(
            new Announcement(
                "neighbour-table",
                Optional.of(neighbour.address()),
                Optional.of(neighbour.mac()),
                line,
                List.of()));
      }
    }
  }

  private void take(Overheard.Frame frame) {
    switch (LinkFrame.parse(frame)) {
      case Parsed.Bad<LinkFrame> _ -> count("unread");
      case Parsed.Good<LinkFrame>(LinkFrame link) -> {
        link.vlans().forEach(surroundings::vlan);
        Context context = new Context(frame, link);
        switch (link.protocol()) {
          case LinkFrame.ARP -> arp(context);
          case LinkFrame.LLDP -> lldp(context);
          case LinkFrame.IPV4, LinkFrame.IPV6 -> internet(context);
          default -> logicalLink(context);
        }
      }
    }
  }

  /// A frame with its outermost headers read.
  private record Context(Overheard.Frame frame, LinkFrame link) {
    Original original() {
      return Original.of(frame.at(), frame.bytes(), frame.isCut());
    }

    Announcement tells(
        String by, Optional<InetAddress> address, Optional<MacAddress> mac, List<Said> said) {
      List<Said> all = new ArrayList<>(said);
      if (!link.vlans().isEmpty()) {
        String tags = link.vlans().stream().map(String::valueOf).collect(Collectors.joining("."));
        all.add(new Said(Observable.VLAN, tags));
      }
      return new Announcement(by, address, mac, original(), all);
    }
  }

  private void arp(Context context) {
    ArpMessage.parse(context.link.payload())
        .ifPresentOrElse(message -> arp(context, message), () -> count("unread"));
  }

  private void arp(Context context, ArpMessage message) {
    count(message.isProbe() ? "arp.probe" : message.isGratuitous() ? "arp.gratuitous" : "arp");
    if (!message.isProbe()) {
      hearing.take(
          context.tells(
              "arp",
              Optional.of(message.sender()),
              Optional.of(message.senderHardware()),
              List.of()));
    }
  }

  private void lldp(Context context) {
    switch (LldpMessage.parse(context.link.payload())) {
      case Parsed.Bad<LldpMessage> _ -> count("unread");
      case Parsed.Good<LldpMessage>(LldpMessage message) -> {
        count("lldp");
        List<Said> said = new ArrayList<>();
        said.add(new Said(Observable.LLDP_NAME, message.name()));
        said.add(new Said(Observable.LLDP_DESCRIPTION, message.description()));
        said.add(Said.field(Observable.LLDP_FIELD, "chassis", message.chassis()));
        said.add(Said.field(Observable.LLDP_FIELD, "port", message.port()));
        message
            .fields()
            .forEach((name, value) -> said.add(Said.field(Observable.LLDP_FIELD, name, value)));
        hearing.take(context.tells("lldp", message.management(), context.link.source(), said));
        if (message.isSwitch()) {
          surroundings.vlan(message.vlan());
          surroundings.port(
              new SwitchPort(
                  "lldp",
                  message.name(),
                  message.chassis(),
                  message.port(),
                  message.vlan(),
                  message.management().map(InetAddress::getHostAddress).orElse("")));
        }
      }
    }
  }

  private void logicalLink(Context context) {
    Bytes payload = context.link.payload();
    if (payload.head(8).hex().equals(CdpMessage.HEADER)
        && CdpMessage.parse(payload.slice(8, payload.length()))
            instanceof Parsed.Good<CdpMessage>(CdpMessage message)) {
      cdp(context, message);
    } else if (payload.head(3).hex().equals(BridgeMessage.HEADER)
        && BridgeMessage.parse(payload.slice(3, payload.length()))
            instanceof Parsed.Good<BridgeMessage>(BridgeMessage message)) {
      count("spanning-tree");
      surroundings.port(
          new SwitchPort(
              "stp",
              message.root().map(root -> "root " + root).orElse(""),
              message.bridge().map(MacAddress::toString).orElse(""),
              Integer.toString(message.port() & 0xfff),
              0,
              ""));
    } else {
      count("other");
    }
  }

  private void cdp(Context context, CdpMessage message) {
    count("cdp");
    hearing.take(
        context.tells(
            "cdp",
            message.address(),
            context.link.source(),
            List.of(
                new Said(Observable.CDP_NAME, message.name()),
                new Said(Observable.CDP_PLATFORM, message.platform()),
                new Said(Observable.CDP_SOFTWARE, message.software()),
                Said.field(Observable.CDP_FIELD, "port", message.port()))));
    if (message.isSwitch()) {
      surroundings.vlan(message.nativeVlan());
      surroundings.port(
          new SwitchPort(
              "cdp",
              message.name(),
              context.link.source().map(MacAddress::toString).orElse(""),
              message.port(),
              message.nativeVlan(),
              message.address().map(InetAddress::getHostAddress).orElse("")));
    }
  }

  private void internet(Context context) {
    switch (IpPacket.parse(context.link.payload())) {
      case Parsed.Bad<IpPacket> _ -> count("unread");
      case Parsed.Good<IpPacket>(IpPacket packet) -> {
        if (packet.isFragment()) {
          count("fragment");
        } else {
          switch (packet.protocol()) {
            case IpPacket.UDP -> udp(context, packet);
            case IpPacket.TCP -> count(calls.tcp(context.frame.at(), packet).orElse("other"));
            case IpPacket.ICMPV6 -> control(context, packet);
            case IpPacket.IGMP -> groups(context, packet, GroupMessage.igmp(packet.payload()));
            default -> count("other");
          }
        }
      }
    }
  }

  private void control(Context context, IpPacket packet) {
    if (!NeighbourMessage.isOne(packet.payload())) {
      groups(context, packet, GroupMessage.mld(packet.payload()));
      return;
    }
    NeighbourMessage.parse(packet.source(), packet.hopsLeft(), packet.payload())
        .ifPresentOrElse(message -> neighbour(context, packet, message), () -> count("unread"));
  }

  private void neighbour(Context context, IpPacket packet, NeighbourMessage message) {
    count("neighbour-discovery");
    boolean router = message.kind() == NeighbourMessage.Kind.ROUTER;
    InetAddress speaker =
        message.kind() == NeighbourMessage.Kind.ADVERTISEMENT ? message.subject() : packet.source();
    if (speaker.isAnyLocalAddress() || speaker.isMulticastAddress()) {
      return;
    }
    if (router) {
      surroundings.gateway(speaker);
    }
    hearing.take(
        context.tells(
            "neighbour-discovery",
            Optional.of(speaker),
            message.hardware().or(context.link::source),
            router ? List.of(new Said(Observable.NEIGHBOUR_ROLE, "router")) : List.of()));
  }

  private void groups(Context context, IpPacket packet, Parsed<GroupMessage> parsed) {
    switch (parsed) {
      case Parsed.Bad<GroupMessage> _ -> count("other");
      case Parsed.Good<GroupMessage>(GroupMessage message) -> {
        count("group-report");
        if (!packet.source().isAnyLocalAddress()) {
          hearing.take(
              context.tells(
                  "group-report",
                  Optional.of(packet.source()),
                  Optional.empty(),
                  message.joined().stream()
                      .map(group -> new Said(Observable.GROUP_JOINED, group.getHostAddress()))
                      .toList()));
        }
      }
    }
  }

  private void udp(Context context, IpPacket packet) {
    switch (UdpDatagram.parse(packet.payload())) {
      case Parsed.Bad<UdpDatagram> _ -> count("unread");
      case Parsed.Good<UdpDatagram>(UdpDatagram datagram) -> {
        boolean dhcp =
            packet.payload().length() > 8
                && (datagram.port() == DhcpMessage.SERVER || datagram.port() == DhcpMessage.CLIENT);
        if (dhcp) {
          dhcp(context, datagram);
          return;
        }
        if (datagram.port() == SipMessage.PORT
            && SipMessage.parse(datagram.payload())
                instanceof Parsed.Good<SipMessage>(SipMessage message)) {
          registration(context, packet, message);
          return;
        }
        UdpAnnouncements.Datagram spoken =
            new UdpAnnouncements.Datagram(
                context.frame.at(),
                packet.source(),
                datagram.sourcePort(),
                datagram.port(),
                datagram.payload(),
                datagram.isCut() || context.frame.isCut());
        if (announcements.kind(spoken).isPresent()) {
          udp(spoken);
        } else if (packet.destination().isMulticastAddress()) {
          stream(context, packet, datagram);
        } else {
          count(calls.udp(context.frame.at(), packet, datagram).orElse("other"));
        }
      }
    }
  }

  private void udp(UdpAnnouncements.Datagram datagram) {
    count(announcements.kind(datagram).orElse("other"));
    announcements.read(datagram).ifPresent(hearing::take);
  }

  /// Of a picture or a sound nothing but the header of its packet is looked at or kept.
  private void stream(Context context, IpPacket packet, UdpDatagram datagram) {
    if (!(RtpHeader.parse(datagram.payload()) instanceof Parsed.Good<RtpHeader>(RtpHeader rtp))) {
      count("other");
      return;
    }
    count("rtp");
    Original header =
        new Original(context.frame.at(), datagram.payload().head(RtpHeader.LENGTH), true, false);
    streams
        .take(packet.source(), packet.destination(), datagram.port(), rtp)
        .ifPresent(
            description ->
                hearing.take(
                    new Announcement(
                        "rtp",
                        Optional.of(packet.source()),
                        Optional.empty(),
                        header,
                        List.of(new Said(Observable.RTP_STREAM, description)))));
  }

  /// Where a telephone or a camera registers, which may be outside the building.
  private void registration(Context context, IpPacket packet, SipMessage message) {
    count("sip-register");
    String server = Service.udp(packet.destination(), SipMessage.PORT).toString();
    List<Said> said =
        List.of(
            new Said(Observable.SIP_SERVER, server),
            Said.field(Observable.SIP_FIELD, "code", message.code().orElse("")),
            Said.field(Observable.SIP_FIELD, "domain", message.domain()),
            Said.field(Observable.SIP_FIELD, "agent", message.agent()));
    Original kept = new Original(context.frame.at(), message.kept(), context.frame.isCut(), true);
    hearing.take(
        new Announcement(
            "sip-register", Optional.of(packet.source()), Optional.empty(), kept, said));
  }

  private void dhcp(Context context, UdpDatagram datagram) {
    switch (DhcpMessage.parse(datagram.payload())) {
      case Parsed.Bad<DhcpMessage> _ -> count("unread");
      case Parsed.Good<DhcpMessage>(DhcpMessage message) -> {
        count("dhcp");
        message.routers().forEach(surroundings::gateway);
        surroundings.suffix(message.domain());
        Original kept =
            new Original(
                context.frame.at(),
                message.kept(),
                datagram.isCut() || context.frame.isCut(),
                !message.kept().equals(datagram.payload()));
        List<Said> said =
            message.isReply()
                ? List.of()
                : List.of(
                    new Said(Observable.DHCP_VENDOR_CLASS, message.vendorClass()),
                    new Said(Observable.DHCP_PARAMETERS, message.parameters()),
                    new Said(Observable.DHCP_HOSTNAME, message.hostName()),
                    new Said(Observable.DHCP_CLIENT, message.clientId()));
        if (!message.isReply() || message.address().isPresent()) {
          hearing.take(new Announcement("dhcp", message.address(), message.hardware(), kept, said));
        }
      }
    }
  }
}
