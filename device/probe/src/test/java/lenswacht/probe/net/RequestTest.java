package lenswacht.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.Test;

class RequestTest {
  @Test
  void dhip_search_is_the_known_91_octets() {
    assertThat(DatagramRequest.DHIP_SEARCH.bytes().hex())
        .isEqualTo(
            "2000000044484950000000000000000"
                + "03b000000000000003b00000000000000"
                + "7b226d6574686f64223a224448446973636f7665722e736561726368222c22706172616d73"
                + "223a7b226d6163223a22222c22756e69223a317d7d0a")
        .hasSize(182);
  }

  @Test
  void tp_link_checksum_is_the_crc_of_the_header_with_its_preset() {
    Bytes request = DatagramRequest.TAPO_DISCOVERY.bytes();
    CRC32 crc = new CRC32();
    crc.update(Bytes.fromHex(request.head(12).hex() + "5a6b7c8d").toArray());
    assertThat("%08x".formatted(crc.getValue()))
        .isEqualTo("463cb5d3")
        .isEqualTo(request.slice(12, 16).hex());
  }

  @Test
  void makers_searches_have_their_known_lengths() {
    assertThat(DatagramRequest.XIONGMAI_SEARCH.bytes().length()).isEqualTo(20);
    assertThat(DatagramRequest.TVT_SEARCH.bytes().length()).isEqualTo(140);
    assertThat(DatagramRequest.HANWHA_SEARCH.bytes().length()).isEqualTo(262);
    assertThat(DatagramRequest.BOSCH_SEARCH.bytes().length()).isEqualTo(12);
    assertThat(DatagramRequest.SONY_SEARCH.bytes().length()).isEqualTo(14);
    assertThat(DatagramRequest.PANASONIC_SEARCH.bytes().length()).isEqualTo(52);
    assertThat(DatagramRequest.VIVOTEK_SEARCH.bytes().length()).isEqualTo(5);
    assertThat(DatagramRequest.FOSCAM_SEARCH.bytes().length()).isEqualTo(27);
    assertThat(DatagramRequest.VSTARCAM_SEARCH.bytes().length()).isEqualTo(4);
    assertThat(DatagramRequest.UBIQUITI_SEARCH.bytes().length()).isEqualTo(4);
    assertThat(StreamRequest.DAHUA_REALM.bytes().length()).isEqualTo(32);
  }

  @Test
  void sadp_asks_with_a_fresh_id_each_time() {
    String first = DatagramRequest.SADP_INQUIRY.bytes().utf8();
    String second = DatagramRequest.SADP_INQUIRY.bytes().utf8();
    assertThat(first)
        .isNotEqualTo(second)
        .endsWith("</Uuid><Types>inquiry</Types></Probe>")
        .matches(".*<Uuid>[0-9A-F-]{36}</Uuid>.*");
  }

  @Test
  void mdns_question_is_a_query_for_known_types() {
    Bytes question = DatagramRequest.MDNS_SERVICES.bytes();
    assertThat(question.head(12).hex()).isEqualTo("000000000008000000000000");
    assertThat(question.latin1()).contains("_services").contains("_axis-video");
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
