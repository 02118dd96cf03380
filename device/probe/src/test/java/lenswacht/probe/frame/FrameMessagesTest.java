package lenswacht.probe.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;
import lenswacht.probe.net.ArpMessage;
import lenswacht.probe.net.NeighbourMessage;
import lenswacht.probe.net.Overheard.Frame;
import lenswacht.probe.net.Overheard.LinkType;
import lenswacht.probe.question.Mangled;
import lenswacht.probe.question.Parsed;
import org.junit.jupiter.api.Test;

class FrameMessagesTest {
  private static final MacAddress CAMERA = MacAddress.parse(Frames.CAMERA);
  private static final InetAddress ANYBODY = InetAddress.ofLiteral("2001:db8::a");

  @Test
  void tags_of_two_vlans_are_read_from_the_outermost_inwards() {
    Bytes twice =
        Frames.tagged(Frames.tagged(Frames.arp(Frames.CAMERA, "192.0.2.10", "192.0.2.1"), 30), 7);
    LinkFrame frame = good(LinkFrame.parse(Frames.frame(twice)));
    assertThat(frame.vlans()).containsExactly(7, 30);
    assertThat(frame.protocol()).isEqualTo(LinkFrame.ARP);
  }

  @Test
  void a_tag_that_only_carries_a_priority_is_no_vlan() {
    Bytes tagged = Frames.tagged(Frames.arp(Frames.CAMERA, "192.0.2.10", "192.0.2.1"), 0xe000);
    assertThat(good(LinkFrame.parse(Frames.frame(tagged))).vlans()).isEmpty();
  }

  @Test
  void linux_cooked_and_raw_captures_give_the_same_packet() {
    Bytes packet = Frames.ip4("192.0.2.10", "239.1.1.1", 17, 4, Frames.udp(1, 2, Bytes.EMPTY));
    Bytes cooked =
        Frames.empty().hex("000000010006").hex(Frames.CAMERA).hex("00000800").bytes(packet).bytes();
    Bytes second =
        Frames.empty()
            .hex("08000000000000030001 0006")
            .hex(Frames.CAMERA)
            .hex("0000")
            .bytes(packet)
            .bytes();
    assertThat(payload(LinkType.LINUX_COOKED, cooked)).isEqualTo(packet);
    assertThat(payload(LinkType.LINUX_COOKED_2, second)).isEqualTo(packet);
    assertThat(payload(LinkType.RAW_IP, packet)).isEqualTo(packet);
    assertThat(payload(LinkType.LOOPBACK, Frames.empty().hex("02000000").bytes(packet).bytes()))
        .isEqualTo(packet);
  }

  @Test
  void arp_tells_sender_probe_and_gratuitous() {
    ArpMessage asks = arp(Frames.arp(Frames.CAMERA, "192.0.2.10", "192.0.2.1"));
    assertThat(asks.senderHardware()).isEqualTo(CAMERA);
    assertThat(asks.isProbe() || asks.isGratuitous()).isFalse();
    assertThat(arp(Frames.arp(Frames.CAMERA, "0.0.0.0", "192.0.2.1")).isProbe()).isTrue();
    assertThat(arp(Frames.arp(Frames.CAMERA, "192.0.2.1", "192.0.2.1")).isGratuitous()).isTrue();
  }

  @Test
  void a_fragment_is_told_from_a_whole_packet() {
    byte[] octets =
        Frames.ip4("192.0.2.10", "192.0.2.1", 17, 4, Frames.udp(1, 2, Bytes.EMPTY)).toArray();
    octets[6] = 0x20;
    assertThat(good(IpPacket.parse(Bytes.of(octets))).isFragment()).isTrue();
  }

  @Test
  void a_packet_ends_where_its_header_says_and_not_where_the_frame_ends() {
    Bytes datagram = Frames.udp(1, 2, Bytes.utf8("abc"));
    Bytes padded =
        Frames.empty()
            .bytes(Frames.ip4("192.0.2.10", "192.0.2.1", 17, 4, datagram))
            .zeros(20)
            .bytes();
    assertThat(good(IpPacket.parse(padded)).payload()).isEqualTo(datagram);
  }

  @Test
  void a_dhcp_request_tells_class_list_name_and_client_and_its_authentication_is_blanked() {
    DhcpMessage message =
        good(DhcpMessage.parse(Frames.dhcp(Frames.CAMERA, "AXIS,Network Camera,P3343,5.20.3")));
    assertThat(message.vendorClass()).isEqualTo("AXIS,Network Camera,P3343,5.20.3");
    assertThat(message.parameters()).isEqualTo("3,6,15,42");
    assertThat(message.hostName()).isEqualTo("axis-1");
    assertThat(message.clientId()).isEqualTo("01" + Frames.CAMERA);
    assertThat(message.hardware()).contains(CAMERA);
    assertThat(message.address()).isEmpty();
    assertThat(message.kept().hex()).doesNotContain("0b0b").contains("5a0b");
  }

  @Test
  void lldp_tells_switch_port_vlan_and_management_address() {
    LldpMessage message = good(LldpMessage.parse(payloadOf(Frames.lldp())));
    assertThat(message.name()).isEqualTo("sw-2-east");
    assertThat(message.port()).isEqualTo("gi1/0/7");
    assertThat(message.vlan()).isEqualTo(30);
    assertThat(message.management()).contains(InetAddress.ofLiteral("192.0.2.2"));
    assertThat(message.isSwitch()).isTrue();
    assertThat(message.fields()).containsEntry("model", "IS-24");
  }

  @Test
  void cdp_tells_name_port_platform_and_native_vlan() {
    Bytes payload = payloadOf(Frames.cdp());
    CdpMessage message = good(CdpMessage.parse(payload.slice(8, payload.length())));
    assertThat(message.name()).isEqualTo("sw-3-west");
    assertThat(message.port()).isEqualTo("Gi1/0/9");
    assertThat(message.platform()).isEqualTo("WS-C2960");
    assertThat(message.nativeVlan()).isEqualTo(40);
    assertThat(message.address()).contains(InetAddress.ofLiteral("192.0.2.3"));
    assertThat(message.isSwitch()).isTrue();
  }

  @Test
  void the_spanning_tree_tells_root_and_neighbour() {
    Bytes payload = payloadOf(Frames.spanningTree());
    BridgeMessage message = good(BridgeMessage.parse(payload.slice(3, payload.length())));
    assertThat(message.root()).contains(MacAddress.parse("00005e005303"));
    assertThat(message.bridge()).contains(MacAddress.parse(Frames.SWITCH));
    assertThat(message.port() & 0xfff).isEqualTo(7);
  }

  @Test
  void a_neighbour_message_that_a_router_may_have_passed_on_is_refused() {
    Bytes frame = Frames.neighbourAdvertisement("2001:db8::a", Frames.CAMERA);
    byte[] octets = frame.slice(14, frame.length()).toArray();
    assertThat(neighbour(good(IpPacket.parse(Bytes.of(octets)))).orElseThrow().hardware())
        .contains(CAMERA);
    octets[7] = 64;
    assertThat(neighbour(good(IpPacket.parse(Bytes.of(octets))))).isEmpty();
  }

  @Test
  void a_host_that_leaves_a_group_does_not_join_it() {
    Bytes joins = Frames.empty().hex("2200000000000001 04000000").address("239.1.1.1").bytes();
    Bytes leaves = Frames.empty().hex("2200000000000001 03000000").address("239.1.1.1").bytes();
    assertThat(good(GroupMessage.igmp(joins)).joined()).hasSize(1);
    assertThat(good(GroupMessage.igmp(leaves)).joined()).isEmpty();
  }

  @Test
  void mangled_messages_are_read_or_refused() {
    List<Function<Bytes, Parsed<?>>> parsers =
        List.of(
            IpPacket::parse,
            UdpDatagram::parse,
            DhcpMessage::parse,
            LldpMessage::parse,
            CdpMessage::parse,
            BridgeMessage::parse,
            RtpHeader::parse,
            GroupMessage::igmp,
            GroupMessage::mld,
            bytes -> LinkFrame.parse(Frames.frame(bytes)),
            bytes -> LinkFrame.parse(new Frame(Frames.NOON, LinkType.LINUX_COOKED, bytes, 9000)),
            bytes -> LinkFrame.parse(new Frame(Frames.NOON, LinkType.LINUX_COOKED_2, bytes, 9000)));
    Bytes groups =
        Frames.empty().hex("8f00000000000001 04000000").address("ff02::fb").zeros(16).bytes();
    Bytes cdp = payloadOf(Frames.cdp());
    List<Bytes> samples =
        List.of(
            Frames.tagged(Frames.arp(Frames.CAMERA, "192.0.2.10", "192.0.2.1"), 30),
            payloadOf(Frames.arp(Frames.CAMERA, "192.0.2.10", "192.0.2.1")),
            payloadOf(Frames.neighbourAdvertisement("2001:db8::a", Frames.CAMERA)),
            Frames.dhcp(Frames.CAMERA, "udhcp 1.2"),
            payloadOf(Frames.lldp()),
            cdp.slice(8, cdp.length()),
            payloadOf(Frames.spanningTree()).slice(3, 38),
            payloadOf(Frames.groupReport(Frames.CAMERA, "192.0.2.10", "239.1.1.1")),
            groups,
            Frames.rtp(1));
    for (Function<Bytes, Parsed<?>> parser : parsers) {
      for (Bytes sample : samples) {
        for (Bytes mangled : Mangled.of(sample)) {
          assertThat(ArpMessage.parse(mangled)).isNotNull();
          assertThat(NeighbourMessage.parse(ANYBODY, 255, mangled)).isNotNull();
          assertThat(parser.apply(mangled)).isInstanceOfAny(Parsed.Good.class, Parsed.Bad.class);
        }
      }
    }
  }

  private static Optional<NeighbourMessage> neighbour(IpPacket packet) {
    return NeighbourMessage.parse(packet.source(), packet.hopsLeft(), packet.payload());
  }

  private static Bytes payload(LinkType link, Bytes bytes) {
    return good(LinkFrame.parse(new Frame(Frames.NOON, link, bytes, bytes.length()))).payload();
  }

  private static Bytes payloadOf(Bytes frame) {
    return good(LinkFrame.parse(Frames.frame(frame))).payload();
  }

  private static ArpMessage arp(Bytes frame) {
    return ArpMessage.parse(payloadOf(frame)).orElseThrow();
  }

  private static <T> T good(Parsed<T> parsed) {
    return switch (parsed) {
      case Parsed.Good<T>(T value) -> value;
      case Parsed.Bad<T>(String why) -> throw new AssertionError(why);
    };
  }
}
