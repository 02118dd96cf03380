package lenswacht.probe.net;

import static lenswacht.probe.net.DatagramRequest.BOSCH_SEARCH;
import static lenswacht.probe.net.DatagramRequest.DAHUA_LEGACY_SEARCH;
import static lenswacht.probe.net.DatagramRequest.FOSCAM_SEARCH;
import static lenswacht.probe.net.DatagramRequest.HANWHA_SEARCH;
import static lenswacht.probe.net.DatagramRequest.PANASONIC_SEARCH;
import static lenswacht.probe.net.DatagramRequest.REOLINK_SEARCH;
import static lenswacht.probe.net.DatagramRequest.SONY_SEARCH;
import static lenswacht.probe.net.DatagramRequest.SSDP_ROOT;
import static lenswacht.probe.net.DatagramRequest.TAPO_DISCOVERY;
import static lenswacht.probe.net.DatagramRequest.TVT_SEARCH;
import static lenswacht.probe.net.DatagramRequest.TVT_SEARCH_OLDER;
import static lenswacht.probe.net.DatagramRequest.UBIQUITI_SEARCH;
import static lenswacht.probe.net.DatagramRequest.UBIQUITI_SEARCH_2;
import static lenswacht.probe.net.DatagramRequest.VISION360_SEARCH;
import static lenswacht.probe.net.DatagramRequest.VIVOTEK_SEARCH;
import static lenswacht.probe.net.DatagramRequest.VSTARCAM_SEARCH;
import static lenswacht.probe.net.DatagramRequest.XIONGMAI_SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32;
import lenswacht.observation.Bytes;
import lenswacht.observation.Mandate;
import org.junit.jupiter.api.Test;

class RequestTest {
  private static final InetAddress ANY = InetAddress.ofLiteral("0.0.0.0");

  @Test
  void dhip_search_is_the_known_91_octets() {
    assertThat(DatagramRequest.DHIP_SEARCH.bytes(ANY).hex())
        .isEqualTo(
            "2000000044484950000000000000000"
                + "03b000000000000003b00000000000000"
                + "7b226d6574686f64223a224448446973636f7665722e736561726368222c22706172616d73"
                + "223a7b226d6163223a22222c22756e69223a317d7d0a")
        .hasSize(182);
  }

  @Test
  void tp_link_checksum_is_the_crc_of_the_header_with_its_preset() {
    Bytes request = DatagramRequest.TAPO_DISCOVERY.bytes(ANY);
    CRC32 crc = new CRC32();
    crc.update(Bytes.fromHex(request.head(12).hex() + "5a6b7c8d").toArray());
    assertThat("%08x".formatted(crc.getValue()))
        .isEqualTo("463cb5d3")
        .isEqualTo(request.slice(12, 16).hex());
  }

  @Test
  void makers_searches_have_their_known_lengths() {
    assertThat(DatagramRequest.XIONGMAI_SEARCH.bytes(ANY).length()).isEqualTo(20);
    assertThat(DatagramRequest.TVT_SEARCH.bytes(ANY).length()).isEqualTo(140);
    assertThat(DatagramRequest.HANWHA_SEARCH.bytes(ANY).length()).isEqualTo(262);
    assertThat(DatagramRequest.BOSCH_SEARCH.bytes(ANY).length()).isEqualTo(12);
    assertThat(DatagramRequest.SONY_SEARCH.bytes(ANY).length()).isEqualTo(14);
    assertThat(DatagramRequest.PANASONIC_SEARCH.bytes(ANY).length()).isEqualTo(52);
    assertThat(DatagramRequest.VIVOTEK_SEARCH.bytes(ANY).length()).isEqualTo(5);
    assertThat(DatagramRequest.FOSCAM_SEARCH.bytes(ANY).length()).isEqualTo(27);
    assertThat(DatagramRequest.VSTARCAM_SEARCH.bytes(ANY).length()).isEqualTo(4);
    assertThat(DatagramRequest.UBIQUITI_SEARCH.bytes(ANY).length()).isEqualTo(4);
    assertThat(StreamRequest.DAHUA_REALM.bytes().length()).isEqualTo(32);
  }

  @Test
  void routers_are_asked_for_their_address_and_never_for_a_mapping() {
    InetAddress own = InetAddress.ofLiteral("192.0.2.10");
    assertThat(DatagramRequest.NAT_PMP_ADDRESS.bytes(own).hex()).isEqualTo("0000");
    assertThat(DatagramRequest.PCP_ANNOUNCE.bytes(own).hex())
        .isEqualTo("020000000000000000000000000000000000ffffc000020a");
    assertThat(DatagramRequest.PCP_ANNOUNCE.bytes(InetAddress.ofLiteral("2001:db8::5")).hex())
        .isEqualTo("020000000000000020010db8000000000000000000000005");
    assertThat(Arrays.stream(DatagramRequest.values()).filter(r -> r.port() == 5351))
        .containsExactly(DatagramRequest.NAT_PMP_ADDRESS, DatagramRequest.PCP_ANNOUNCE);
  }

  @Test
  void actions_of_gateways_are_written_as_they_are_called() {
    OfferedPath path =
        OfferedPath.from("/ctl/IPConn", InetAddress.ofLiteral("192.0.2.1"), 5000, false)
            .orElseThrow();
    String request =
        new String(
            new HttpRequest.Gateway(GatewayService.WAN_IP_1, GatewayAction.MAPPING, 7, path)
                .bytes("192.0.2.1:5000"),
            StandardCharsets.US_ASCII);
    String[] parts = request.split("\r\n\r\n", 2);
    assertThat(parts[0])
        .startsWith("POST /ctl/IPConn HTTP/1.1\r\n")
        .contains(
            "SOAPAction: \"urn:schemas-upnp-org:service:WANIPConnection:1"
                + "#GetGenericPortMappingEntry\"")
        .contains("Content-Length: " + parts[1].length());
    assertThat(parts[1]).contains("<NewPortMappingIndex>7</NewPortMappingIndex>");
    for (GatewayAction action : GatewayAction.values()) {
      assertThat(action.call()).matches("Get[A-Za-z]+");
    }
  }

  @Test
  void sadp_asks_with_a_fresh_id_each_time() {
    String first = DatagramRequest.SADP_INQUIRY.bytes(ANY).utf8();
    String second = DatagramRequest.SADP_INQUIRY.bytes(ANY).utf8();
    assertThat(first)
        .isNotEqualTo(second)
        .endsWith("</Uuid><Types>inquiry</Types></Probe>")
        .matches(".*<Uuid>[0-9A-F-]{36}</Uuid>.*");
  }

  @Test
  void mdns_question_is_a_query_for_known_types() {
    Bytes question = DatagramRequest.MDNS_SERVICES.bytes(ANY);
    assertThat(question.head(12).hex()).isEqualTo("00000000000b000000000000");
    assertThat(question.latin1()).contains("_services").contains("_axis-video");
  }

  @Test
  void makers_searches_are_the_known_octets() {
    Map<DatagramRequest, String> known =
        Map.ofEntries(
            Map.entry(XIONGMAI_SEARCH, "ff00000000000000000000000000fa0500000000"),
            Map.entry(TVT_SEARCH, "4d484544080001000100" + "00".repeat(130)),
            Map.entry(TVT_SEARCH_OLDER, "4d4845440700010001000000" + "00".repeat(128)),
            Map.entry(HANWHA_SEARCH, "01" + "00".repeat(261)),
            Map.entry(BOSCH_SEARCH, "9939a4274c454e53ff0006de"),
            Map.entry(SONY_SEARCH, "02454e513a616c6c696e666fff03"),
            Map.entry(
                PANASONIC_SEARCH,
                "00010000000d000000000000ffffffffffff00000000"
                    + "000120111e11231f1e1913000002000000000000000000000000ffff0000"),
            Map.entry(VIVOTEK_SEARCH, "014a5d8f1c"),
            Map.entry(
                FOSCAM_SEARCH, "4d4f5f49" + "00".repeat(11) + "04" + "00".repeat(7) + "00000001"),
            Map.entry(VSTARCAM_SEARCH, "44480101"),
            Map.entry(UBIQUITI_SEARCH, "01000000"),
            Map.entry(UBIQUITI_SEARCH_2, "02080000"),
            Map.entry(REOLINK_SEARCH, "aaaa0000"),
            Map.entry(VISION360_SEARCH, "444953434f5645520a"),
            Map.entry(DAHUA_LEGACY_SEARCH, "a3010000" + "00".repeat(12) + "02" + "00".repeat(15)),
            Map.entry(TAPO_DISCOVERY, "020000010000000000000000463cb5d3"));
    known.forEach(
        (request, octets) ->
            assertThat(request.bytes(ANY).hex()).as(request.name()).isEqualTo(octets));
  }

  @Test
  void makers_searches_go_to_and_are_answered_on_the_known_ports() {
    assertThat(
            Arrays.stream(DatagramRequest.values())
                .filter(request -> request.searchPort() != 0)
                .map(request -> request + " " + request.port() + " " + request.searchPort()))
        .containsExactlyInAnyOrder(
            "SADP_INQUIRY 37020 37020",
            "DAHUA_LEGACY_SEARCH 5050 5050",
            "MDNS_SERVICES 5353 5353",
            "XIONGMAI_SEARCH 34569 34569",
            "TVT_SEARCH 23456 23456",
            "TVT_SEARCH_OLDER 23456 23456",
            "HANWHA_SEARCH 7701 7711",
            "BOSCH_SEARCH 1757 1758",
            "SONY_SEARCH 2380 2380",
            "PANASONIC_SEARCH 10670 10669",
            "VIVOTEK_SEARCH 10000 10000",
            "FOSCAM_SEARCH 10000 10000",
            "VSTARCAM_SEARCH 8600 8600",
            "REOLINK_SEARCH 2000 3000");
  }

  @Test
  void searches_that_share_a_port_share_a_local_port() {
    Map<Integer, Set<Integer>> localPorts = new TreeMap<>();
    for (DatagramRequest request : DatagramRequest.values()) {
      localPorts
          .computeIfAbsent(request.port(), first -> new TreeSet<>())
          .add(request.searchPort());
    }
    assertThat(localPorts.values()).allMatch(ports -> ports.size() == 1);
  }

  @Test
  void all_searches_together_stay_within_what_a_network_bears() {
    int packets = 0;
    for (DatagramRequest request : DatagramRequest.values()) {
      int each = request.reach().groups().size() + (request.reach().broadcast() ? 1 : 0);
      packets += request.isRepeated() ? 2 * each : each;
    }
    assertThat(packets).isLessThanOrEqualTo(SearchGate.MOST_PACKETS).isLessThan(60);
  }

  @Test
  void panasonic_is_told_where_to_answer() {
    assertThat(PANASONIC_SEARCH.bytes(InetAddress.ofLiteral("192.0.2.5")).slice(18, 22).hex())
        .isEqualTo("c0000205");
  }

  @Test
  void keyed_search_holds_a_key_under_the_checksum_of_the_whole() {
    Bytes request = SearchBytes.keyed(0x01020304);
    Bytes body = request.slice(16, request.length());
    assertThat(request.head(12).hex())
        .isEqualTo("02000001%04x110001020304".formatted(body.length()));
    CRC32 crc = new CRC32();
    crc.update(Bytes.fromHex(request.head(12).hex() + "5a6b7c8d" + body.hex()).toArray());
    assertThat("%08x".formatted(crc.getValue())).isEqualTo(request.slice(12, 16).hex());
    assertThat(body.utf8())
        .startsWith("{\"params\":{\"rsa_key\":\"-----BEGIN PUBLIC KEY-----\\nMII")
        .endsWith("\\n-----END PUBLIC KEY-----\\n\"}}");
  }

  @Test
  void ssdp_search_names_the_group_it_goes_to() {
    assertThat(SSDP_ROOT.bytes(InetAddress.ofLiteral("fd00::1")).latin1())
        .contains("\r\nHOST: [FF02::C]:1900\r\n");
    assertThat(SSDP_ROOT.bytes(ANY).latin1()).contains("\r\nHOST: 239.255.255.250:1900\r\n");
  }

  @Test
  void question_of_anybody_is_known_as_one_and_no_answer_is() {
    for (DatagramRequest request : DatagramRequest.values()) {
      assertThat(SearchBytes.isQuestion(request, request.bytes(ANY))).as(request.name()).isTrue();
      assertThat(SearchBytes.isQuestion(request, Bytes.fromHex("0000840000000001"))).isFalse();
      assertThat(SearchBytes.isQuestion(request, Bytes.EMPTY)).isFalse();
    }
  }

  @Test
  void snmp_question_is_a_get_of_six_names_under_the_mandates_community() {
    Mandate mandate = Mandates.supplying("127.71.0.0/24", "lobby");
    assertThat(new SnmpRequest(0).bytes(mandate, 7).hex())
        .isEqualTo(
            "3072"
                + "020101"
                + "04056c6f626279"
                + "a066"
                + "020400000007"
                + "020100"
                + "020100"
                + "3058"
                + "300c06082b060102010101000500"
                + "300c06082b060102010102000500"
                + "300c06082b060102010103000500"
                + "300c06082b060102010105000500"
                + "300e060a2b0601020102020106010500"
                + "300e060a2b0601020102020106020500");
    assertThat(new SnmpRequest(0).question()).doesNotContain("lobby");
  }

  @Test
  void no_path_writes_or_logs_in() {
    assertThat(Arrays.stream(FixedPath.values()).map(path -> path.text().toLowerCase(Locale.ROOT)))
        .allSatisfy(
            path ->
                assertThat(path)
                    .startsWith("/")
                    .doesNotContain("set", "reboot", "passw", "user", "config", "snap"));
  }

  @Test
  void onvif_operations_only_get() {
    assertThat(OnvifOperation.values()).allMatch(operation -> operation.call().startsWith("Get"));
  }

  @Test
  void http_request_names_host_and_closes() {
    String text =
        new String(
            new HttpRequest.Get(FixedPath.ROOT).bytes("127.71.0.1:8080"),
            StandardCharsets.US_ASCII);
    assertThat(text)
        .isEqualTo(
            "GET / HTTP/1.1\r\nHost: 127.71.0.1:8080\r\nUser-Agent: Lenswacht/1.0\r\n"
                + "Connection: close\r\nAccept: */*\r\n\r\n");
  }

  @Test
  void rtsp_requests_are_numbered() {
    assertThat(new String(RtspRequest.DESCRIBE.bytes("192.0.2.71:554"), StandardCharsets.US_ASCII))
        .isEqualTo(
            "DESCRIBE rtsp://192.0.2.71:554/ RTSP/1.0\r\nCSeq: 2\r\nAccept: application/sdp\r\n"
                + "User-Agent: Lenswacht/1.0\r\n\r\n");
  }

  @Test
  void rtsp_has_no_setup_and_no_play() {
    assertThat(RtspRequest.values()).containsExactly(RtspRequest.OPTIONS, RtspRequest.DESCRIBE);
  }
}
