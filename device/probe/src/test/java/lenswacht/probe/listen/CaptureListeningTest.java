package lenswacht.probe.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.JournalEvent.Heard;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.Service;
import lenswacht.observation.Whereabouts;
import lenswacht.probe.capture.Captures;
import lenswacht.probe.frame.Frames;
import lenswacht.probe.question.Mangled;
import org.junit.jupiter.api.Test;

class CaptureListeningTest {
  private static final String CAMERA_AT = "192.0.2.10";
  private static final Bytes ARP = Frames.arp(Frames.CAMERA, CAMERA_AT, "192.0.2.1");

  private final List<Heard> heard = new ArrayList<>();

  @Test
  void a_dhcp_request_waits_until_its_hosts_address_is_heard() throws Exception {
    listen(Frames.dhcpDiscover(Frames.CAMERA, "AXIS,Network Camera,P3343,5.20.3"), ARP);
    assertThat(stated(Observable.DHCP_VENDOR_CLASS))
        .containsExactly("AXIS,Network Camera,P3343,5.20.3");
    assertThat(stated(Observable.DHCP_PARAMETERS)).containsExactly("3,6,15,42");
    assertThat(heard)
        .allMatch(one -> one.service().equals(Service.host(InetAddress.ofLiteral(CAMERA_AT))));
    assertThat(facts().filter(Observation.HardwareAddress.class::isInstance))
        .first()
        .extracting(fact -> ((Observation.HardwareAddress) fact).mac())
        .isEqualTo(MacAddress.parse(Frames.CAMERA));
  }

  @Test
  void a_host_whose_address_is_never_heard_is_counted_as_lost() throws Exception {
    CaptureListening.Outcome outcome = listen(Frames.dhcpDiscover(Frames.CAMERA, "udhcp 1.2"));
    assertThat(heard).isEmpty();
    assertThat(outcome.listened().lost()).anyMatch(lost -> lost.contains("1 hosts"));
  }

  @Test
  void announcements_over_udp_are_read_by_the_probes_and_prove_no_open_port() throws Exception {
    listen(
        Frames.udp(Frames.CAMERA, CAMERA_AT, 50_000, "239.255.255.250", 1900, Frames.ssdpNotify()),
        Frames.udp(Frames.CAMERA, CAMERA_AT, 5353, "224.0.0.251", 5353, Frames.mdnsAnswer()),
        Frames.udp(Frames.CAMERA, CAMERA_AT, 37_020, "239.255.255.250", 37_020, sadp()),
        Frames.udp(
            Frames.CAMERA,
            CAMERA_AT,
            37_810,
            "239.255.255.251",
            37_810,
            dhip("client.notifyDevInfo")),
        Frames.udp(Frames.CAMERA, CAMERA_AT, 3702, "239.255.255.250", 3702, hello()));
    assertThat(stated(Observable.SSDP_SERVER)).containsExactly("Linux/3.4.0-axis5, UPnP/1.0");
    assertThat(stated(Observable.MDNS_NAME)).anyMatch(name -> name.startsWith("AXIS P3343"));
    assertThat(stated(Observable.SADP_MODEL)).containsExactly("DS-2CD0000");
    assertThat(stated(Observable.DHIP_MODEL)).containsExactly("IPC-HX000");
    assertThat(stated(Observable.ONVIF_TYPE)).containsExactly("NetworkVideoTransmitter");
    assertThat(facts()).noneMatch(Observation.Listening.class::isInstance);
    assertThat(evidence().map(Evidence::bytes).map(Bytes::latin1))
        .noneMatch(s -> s.contains("s3cret"));
  }

  @Test
  void registration_at_a_server_tells_the_server_and_no_persons_name() throws Exception {
    listen(
        Frames.udp(
            Frames.CAMERA,
            CAMERA_AT,
            5060,
            "203.0.113.7",
            5060,
            register("34020000001320000001", "34020000001320000001@3402000000")),
        Frames.udp(
            Frames.CAMERA, "192.0.2.11", 5060, "192.0.2.1", 5060, register("j.jansen", "pbx")));
    assertThat(stated(Observable.SIP_SERVER))
        .containsExactly("203.0.113.7:5060/udp", "192.0.2.1:5060/udp");
    assertThat(stated(Observable.SIP_FIELD))
        .containsExactly(
            "code=34020000001320000001",
            "domain=3402000000",
            "agent=IP Camera",
            "domain=pbx",
            "agent=IP Camera");
    assertThat(evidence().map(Evidence::bytes).map(Bytes::latin1))
        .noneMatch(kept -> kept.contains("jansen") || kept.contains("abcdef"));
  }

  private static Bytes register(String name, String where) {
    return Bytes.utf8(
        "REGISTER sip:"
            + where
            + " SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.10:5060;rport\r\nFrom: <sip:"
            + name
            + "@3402000000>;tag=1\r\nTo: <sip:"
            + name
            + "@3402000000>\r\nCall-ID: 1\r\nCSeq: 1 REGISTER\r\nContact: <sip:"
            + name
            + "@192.0.2.10:5060>\r\nAuthorization: Digest username=\""
            + name
            + "\", response=\"abcdef\"\r\nUser-Agent: IP Camera\r\nExpires: 3600\r\n\r\n");
  }

  @Test
  void questions_of_others_say_nothing() throws Exception {
    CaptureListening.Outcome outcome =
        listen(
            Frames.udp(
                Frames.CAMERA,
                CAMERA_AT,
                5353,
                "224.0.0.251",
                5353,
                Frames.empty().hex("000000000001000000000000").hex("0161000001 0001").bytes()),
            Frames.udp(
                Frames.CAMERA,
                CAMERA_AT,
                50_000,
                "239.255.255.250",
                1900,
                Bytes.utf8("M-SEARCH * HTTP/1.1\r\nST: upnp:rootdevice\r\n\r\n")),
            Frames.udp(
                Frames.CAMERA,
                CAMERA_AT,
                50_000,
                "239.255.255.251",
                37_810,
                dhip("DHDiscover.search")));
    assertThat(heard).isEmpty();
    assertThat(outcome.listened().kinds()).containsEntry("mdns", 1L).containsEntry("ssdp", 1L);
  }

  @Test
  void of_a_stream_only_the_header_is_kept_and_only_when_packets_follow_each_other()
      throws Exception {
    listen(
        Frames.udp(Frames.CAMERA, CAMERA_AT, 5000, "239.9.9.9", 5004, Frames.rtp(7)),
        Frames.udp(Frames.CAMERA, CAMERA_AT, 5000, "239.9.9.9", 5004, Frames.rtp(8)));
    assertThat(heard).isEmpty();
    Bytes[] more =
        Stream.of(65_534, 65_535, 0, 1, 2, 3)
            .map(n -> Frames.udp(Frames.CAMERA, CAMERA_AT, 5000, "239.9.9.9", 5004, Frames.rtp(n)))
            .toArray(Bytes[]::new);
    listen(more);
    assertThat(stated(Observable.RTP_STREAM))
        .containsExactly("239.9.9.9:5004 payload=96 ssrc=cafe0001");
    assertThat(evidence().map(Evidence::bytes).map(Bytes::length)).containsOnly(12);
  }

  @Test
  void you_are_here_is_told_by_switches_routers_and_tags() throws Exception {
    Whereabouts where =
        listen(Frames.lldp(), Frames.cdp(), Frames.spanningTree(), Frames.tagged(ARP, 12))
            .whereabouts();
    assertThat(where.vlans()).containsExactly(12, 30, 40);
    assertThat(where.switchPorts())
        .extracting(Whereabouts.SwitchPort::protocol, Whereabouts.SwitchPort::port)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("lldp", "gi1/0/7"),
            org.assertj.core.groups.Tuple.tuple("cdp", "Gi1/0/9"),
            org.assertj.core.groups.Tuple.tuple("stp", "7"));
    assertThat(stated(Observable.LLDP_NAME)).containsExactly("sw-2-east");
    assertThat(stated(Observable.VLAN)).containsExactly("12");
  }

  @Test
  void joins_of_groups_are_heard() throws Exception {
    listen(Frames.groupReport(Frames.CAMERA, CAMERA_AT, "239.255.255.250"));
    assertThat(stated(Observable.GROUP_JOINED)).containsExactly("239.255.255.250");
  }

  @Test
  void a_fact_is_told_once_however_often_it_is_heard() throws Exception {
    CaptureListening.Outcome outcome = listen(ARP, ARP, ARP);
    assertThat(heard).hasSize(1);
    assertThat(outcome.listened().frames()).isEqualTo(3);
    assertThat(outcome.listened().time()).hasSeconds(2);
  }

  @Test
  void hosts_outside_the_mandate_are_counted_and_not_kept() throws Exception {
    AddressRange range = AddressRange.parse("192.0.2.8/29");
    CaptureListening.Outcome outcome =
        listen(
            range::contains,
            Captures.pcap(
                ByteOrder.BIG_ENDIAN,
                false,
                List.of(ARP, Frames.arp(Frames.SWITCH, "192.0.2.99", "192.0.2.1"))));
    assertThat(heard).hasSize(1);
    assertThat(outcome.listened().strangers()).isEqualTo(1);
  }

  @Test
  void evidence_bears_the_name_of_its_contents() throws Exception {
    listen(ARP, Frames.lldp(), Frames.neighbourAdvertisement("2001:db8::a", Frames.CAMERA));
    assertThat(evidence())
        .isNotEmpty()
        .allMatch(e -> e.id().equals(EvidenceId.of(e.at(), e.service(), e.question(), e.bytes())));
  }

  @Test
  void mangled_frames_are_heard_or_counted() throws Exception {
    for (Bytes frame :
        List.of(
            Frames.tagged(ARP, 5),
            Frames.lldp(),
            Frames.cdp(),
            Frames.spanningTree(),
            Frames.dhcpDiscover(Frames.CAMERA, "udhcp"),
            Frames.groupReport(Frames.CAMERA, CAMERA_AT, "239.1.1.1"),
            Frames.neighbourAdvertisement("2001:db8::a", Frames.CAMERA),
            Frames.udp(Frames.CAMERA, CAMERA_AT, 37_020, "239.255.255.250", 37_020, sadp()),
            Frames.udp(Frames.CAMERA, CAMERA_AT, 5353, "224.0.0.251", 5353, Frames.mdnsAnswer()))) {
      List<Bytes> mangled = Mangled.of(frame);
      CaptureListening.Outcome outcome = listen(mangled.toArray(Bytes[]::new));
      assertThat(outcome.listened().frames()).isEqualTo(mangled.size());
      assertThat(outcome.listened().kinds().values().stream().mapToLong(n -> n).sum())
          .isEqualTo(mangled.size());
    }
  }

  private static Bytes sadp() {
    return Bytes.utf8(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><ProbeMatch><Types>inquiry</Types>"
            + "<DeviceDescription>DS-2CD0000</DeviceDescription><Salt>s3cret</Salt>"
            + "<MAC>00-00-5e-00-53-0a</MAC><Activated>true</Activated></ProbeMatch>");
  }

  private static Bytes dhip(String method) {
    Bytes json =
        Bytes.utf8(
            "{\"method\":\""
                + method
                + "\",\"params\":{\"deviceInfo\":{\"DeviceType\":\"IPC-HX000\"}}}\n");
    return Frames.empty().hex("20000000").text("DHIP").zeros(24).bytes(json).bytes();
  }

  private static Bytes hello() {
    return Bytes.utf8(
        "<Envelope><Body><Hello><Types>dn:NetworkVideoTransmitter</Types></Hello></Body></Envelope>");
  }

  private CaptureListening.Outcome listen(Bytes... frames) throws Exception {
    return listen(any -> true, Captures.pcap(ByteOrder.LITTLE_ENDIAN, false, List.of(frames)));
  }

  private CaptureListening.Outcome listen(Predicate<InetAddress> covered, byte[] file)
      throws Exception {
    heard.clear();
    return CaptureListening.listen(
        new ByteArrayInputStream(file), "test.pcap", covered, NameWatch.NONE, heard::add);
  }

  private Stream<Observation> facts() {
    return heard.stream().flatMap(one -> one.outcome().observations().stream());
  }

  private Stream<Evidence> evidence() {
    return heard.stream().flatMap(one -> one.outcome().evidence().stream());
  }

  private List<String> stated(Observable observable) {
    return facts()
        .filter(Observation.Stated.class::isInstance)
        .map(Observation.Stated.class::cast)
        .filter(fact -> fact.observable() == observable)
        .map(Observation.Stated::value)
        .toList();
  }
}
