package lenswacht.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final int SHIFT = 20_000;
  private static SimulatedBuilding building;

  @BeforeAll
  static void open() throws Exception {
    building = SimulatedBuilding.start(Building.practice(), "127.69.0.0/16", SHIFT);
  }

  @AfterAll
  static void close() {
    building.close();
  }

  @BeforeEach
  void count_anew() {
    building.resetCounters();
  }

  @Test
  void http_page_names_the_recorded_server_and_title() throws Exception {
    String page =
        Talk.untilClosed(at("hik-hall"), 20_080, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n");

    assertThat(page).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(page).contains("Server: App-webs/\r\n", "doc/page/login.asp");
  }

  @Test
  void connection_is_kept_for_a_second_request() throws Exception {
    try (Socket socket = new Socket(at("hik-new"), 20_080)) {
      String first =
          Talk.until(socket, "GET /SDK/activateStatus HTTP/1.1\r\n\r\n", "</ActivateStatus>\n");
      String second =
          Talk.until(
              socket,
              "GET /ISAPI/System/deviceInfo HTTP/1.1\r\nConnection: close\r\n\r\n",
              "</body></html>");

      assertThat(first).contains("<Activated>false</Activated>");
      assertThat(second).startsWith("HTTP/1.1 401 ").contains("Digest realm=\"IP Camera(45012)\"");
    }
    assertThat(counters("hik-new").tcpConnections()).isEqualTo(1);
    assertThat(counters("hik-new").requestsSeen())
        .containsExactly("http/80 GET /SDK/activateStatus", "http/80 GET /ISAPI/System/deviceInfo");
  }

  @Test
  void head_is_answered_without_a_body() throws Exception {
    String reply =
        Talk.untilClosed(at("hik-hall"), 20_080, "HEAD / HTTP/1.1\r\nConnection: close\r\n\r\n");

    assertThat(reply).contains("Content-Length: ").endsWith("\r\n\r\n");
  }

  @Test
  void what_is_no_http_is_refused() throws Exception {
    assertThat(Talk.untilClosed(at("hik-hall"), 20_080, "hello\r\n"))
        .startsWith("HTTP/1.0 400 Bad Request\r\nServer: App-webs/");
  }

  @Test
  void axis_json_tells_model_firmware_and_build_date() throws Exception {
    String body = "{\"apiVersion\":\"1.0\",\"method\":\"getAllUnrestrictedProperties\"}";
    String reply =
        Talk.untilClosed(
            at("axis-entrance"),
            20_080,
            "POST /axis-cgi/basicdeviceinfo.cgi HTTP/1.1\r\nConnection: close\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body);

    assertThat(reply)
        .contains("\"ProdNbr\": \"P3265-LVE\"", "\"Version\": \"11.8.61\"", "Jan 12 2024");
    assertThat(counters("axis-entrance").flags()).isEmpty();
  }

  @Test
  void certificate_has_the_subject_and_issuer_of_the_file() throws Exception {
    SSLContext trusting = SSLContext.getInstance("TLS");
    trusting.init(null, new TrustManager[] {new TrustsAll()}, null);
    try (SSLSocket socket =
        (SSLSocket) trusting.getSocketFactory().createSocket(at("bosch-vault"), 20_443)) {
      socket.startHandshake();
      X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];

      assertThat(shown.getSubjectX500Principal().getName()).contains("CN=local.myboschcam.net");
      assertThat(shown.getIssuerX500Principal().getName()).contains("CN=Bosch ST Root CA");
      assertThat(Talk.until(socket, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", "never"))
          .startsWith("HTTP/1.1 404 ");
    }
  }

  @Test
  void rtsp_repeats_the_sequence_number_and_asks_for_a_login() throws Exception {
    try (Socket socket = new Socket(at("dahua-lobby"), 20_554)) {
      String options =
          Talk.until(socket, "OPTIONS rtsp://x/ RTSP/1.0\r\nCSeq: 7\r\n\r\n", "\r\n\r\n");
      String describe =
          Talk.until(socket, "DESCRIBE rtsp://x/ RTSP/1.0\r\nCSeq: 8\r\n\r\n", "\r\n\r\n");

      assertThat(options).startsWith("RTSP/1.0 200 OK\r\nCSeq: 7\r\nServer: Rtsp Server/3.0");
      assertThat(describe).contains("RTSP/1.0 401 ", "CSeq: 8", "Login to 6G03B71PAG4D21E");
    }
    assertThat(counters("dahua-lobby").flags()).containsOnlyKeys("rtsp-describe");
    assertThat(counters("dahua-lobby").neverFlags()).isEmpty();
  }

  @Test
  void open_camera_describes_its_stream_without_login() throws Exception {
    try (Socket socket = new Socket(at("hik-open"), 20_554)) {
      assertThat(Talk.until(socket, "DESCRIBE rtsp://x/ RTSP/1.0\r\nCSeq: 1\r\n\r\n", "appversion"))
          .contains("200 OK", "Content-Type: application/sdp", "m=video 0");
    }
  }

  @Test
  void banner_comes_by_itself_and_the_connection_ends() throws Exception {
    assertThat(Talk.untilClosed(at("hik-hall"), 8000, ""))
        .isEqualTo("\0\0\0\u0010\0\0\0\u001e\0\0\0\u001e\0\0\0\0");
  }

  @Test
  void realm_greeting_of_the_private_port_is_framed_by_its_length() throws Exception {
    try (Socket socket = new Socket(at("dahua-gate"), 37777)) {
      String reply = Talk.until(socket, "\u00a0\1" + "\0".repeat(30), "\r\n\r\n");

      assertThat(reply).startsWith("\u00b0");
      assertThat((int) reply.charAt(4)).isEqualTo(reply.length() - 32);
      assertThat(reply.substring(32)).startsWith("Realm:Login to 8H0C44DPAJ93F07\r\n");
    }
  }

  @Test
  void sadp_repeats_the_uuid_of_the_inquiry() throws Exception {
    String reply =
        Talk.asked(
            at("hik-cloud"), 37020, "<Probe><Uuid>AB-12</Uuid><Types>inquiry</Types></Probe>");

    assertThat(reply)
        .contains(
            "<Uuid>AB-12</Uuid>",
            "<SoftwareVersion>V5.7.1build 210921</SoftwareVersion>",
            "<HCPlatformEnable>true</HCPlatformEnable>",
            "<IPv4Address>" + at("hik-cloud").getHostAddress() + "</IPv4Address>",
            "<IPv4Gateway>127.69.0.1</IPv4Gateway>");
  }

  @Test
  void sadp_message_that_is_more_than_an_inquiry_is_flagged_and_not_answered() throws Exception {
    Optional<byte[]> reply =
        Talk.datagram(
            at("hik-cloud"), 37020, Talk.latin1("<Probe><Types>activate</Types></Probe>"), false);

    assertThat(reply).isEmpty();
    assertThat(counters("hik-cloud").neverFlags()).containsEntry("sadp-other", 1L);
  }

  @Test
  void dhip_reply_has_its_length_twice_in_front() throws Exception {
    String search = "{\"method\":\"DHDiscover.search\",\"params\":{\"mac\":\"\",\"uni\":1}}\n";
    byte[] reply =
        Talk.datagram(at("nvr-lorex"), 37810, Talk.latin1("DHIP" + search), true).orElseThrow();
    ByteBuffer header = ByteBuffer.wrap(reply).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(header.getInt(0)).isEqualTo(32);
    assertThat(new String(reply, 4, 4, StandardCharsets.US_ASCII)).isEqualTo("DHIP");
    assertThat(header.getInt(16)).isEqualTo(reply.length - 32);
    assertThat(header.getInt(24)).isEqualTo(reply.length - 32);
    assertThat(new String(reply, StandardCharsets.UTF_8))
        .contains("\"DeviceType\":\"N842A82\"", "\"Vendor\":\"Lorex\"");
  }

  @Test
  void dhip_method_other_than_search_is_flagged_and_not_answered() throws Exception {
    byte[] set = Talk.latin1("DHIP{\"method\":\"DHDiscover.setConfig\"}");

    assertThat(Talk.datagram(at("dahua-lobby"), 37810, set, false)).isEmpty();
    assertThat(counters("dahua-lobby").neverFlags()).containsEntry("dhip-other", 1L);
  }

  @Test
  void probe_match_relates_to_the_message_that_asked() throws Exception {
    String reply =
        Talk.asked(
            at("hanwha-hall"),
            3702,
            "<e><w:MessageID>urn:uuid:77</w:MessageID><Probe><Types>tds:Device</Types></Probe></e>");

    assertThat(reply)
        .contains(
            "<a:RelatesTo>urn:uuid:77</a:RelatesTo>",
            "http://" + at("hanwha-hall").getHostAddress() + ":20080/onvif/device_service",
            "onvif://www.onvif.org/hardware/XND-8080R");
  }

  @Test
  void tdp_reply_has_a_checksum_over_the_whole() throws Exception {
    byte[] reply =
        Talk.datagram(at("vigi-yard"), 20002, Talk.latin1("\2\0\0\1" + "\0".repeat(12)), true)
            .orElseThrow();
    ByteBuffer message = ByteBuffer.wrap(reply);
    int sum = message.getInt(12);
    message.putInt(12, 0x5A6B7C8D);
    CRC32 check = new CRC32();
    check.update(reply);

    assertThat(sum).isEqualTo((int) check.getValue());
    assertThat(Short.toUnsignedInt(message.getShort(4))).isEqualTo(reply.length - 16);
    assertThat(new String(reply, StandardCharsets.UTF_8)).contains("2.0.3 Build 230911");
  }

  @Test
  void binary_discovery_replies_keep_their_fixed_places() throws Exception {
    byte[] tvt =
        Talk.datagram(
                at("tvt-nvr"), 23456, Talk.latin1("MHED\b\0\1\0\1" + "\0".repeat(131)), true, 23456)
            .orElseThrow();
    byte[] hanwha =
        Talk.datagram(at("hanwha-lift"), 7701, Talk.latin1("\1" + "\0".repeat(261)), true, 7711)
            .orElseThrow();
    ByteBuffer packed = ByteBuffer.wrap(tvt).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(tvt).hasSize(232);
    assertThat(packed.getInt(52)).isEqualTo(0x01040a00);
    assertThat(packed.getInt(56)).isEqualTo(20_230_517);
    assertThat(packed.getInt(64)).isEqualTo(3);
    assertThat(new String(tvt, 196, 9, StandardCharsets.US_ASCII)).isEqualTo("TD-3308B1");
    assertThat(hanwha).hasSize(262);
    assertThat(new String(hanwha, 0x6d, 9, StandardCharsets.US_ASCII)).isEqualTo("QNV-7080R");
  }

  @Test
  void router_tells_which_camera_it_opens_to_the_outside() throws Exception {
    String body =
        "<s:Envelope><u:GetGenericPortMappingEntry>"
            + "<NewPortMappingIndex>0</NewPortMappingIndex></u:GetGenericPortMappingEntry>"
            + "</s:Envelope>";
    String reply =
        Talk.untilClosed(
            at("router-main"),
            5000,
            "POST /ctl/IPConn HTTP/1.1\r\nConnection: close\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body);

    assertThat(reply)
        .contains("<NewInternalClient>" + at("hik-hall").getHostAddress() + "</NewInternalClient>");
    assertThat(counters("router-main").neverFlags()).isEmpty();
  }

  private static InetAddress at(String id) {
    return building.addressOf(id);
  }

  private static HostCounters counters(String id) {
    return building.counters().get(id);
  }

  private static final class TrustsAll implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
