package lenswacht.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConductTest {
  private SimulatedBuilding building;
  private InetAddress camera;

  @BeforeEach
  void open() throws Exception {
    building =
        SimulatedBuilding.start(
            Building.practice().only(Set.of("hik-hall", "axis-old", "switch-hpe")),
            "127.70.0.0/16",
            20_000);
    camera = building.addressOf("hik-hall");
  }

  @AfterEach
  void close() {
    building.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /System/configurationFile?auth=YWRtaW46MTEK | exploit-path
          GET /..%2f..%2fetc/passwd                       | exploit-path
          GET /cgi-bin/x?cmd=%3Bcat                       | exploit-path
          PUT /SDK/webLanguage                            | exploit-path
          PUT /ISAPI/System/time                          | write-verb
          DELETE /ISAPI/Security/users/2                  | write-verb
          GET /ISAPI/System/reboot                        | restart-or-reset
          GET /cgi-bin/api.cgi?user=admin&password=x      | credentials-in-url
          GET /ISAPI/Streaming/channels/1/picture         | picture-asked
          POST /login.cgi                                 | login
          POST /cgi-bin/anything                          | other-post
          TRACE /                                         | other-method
          """)
  void request_is_flagged(String request, String flag) throws Exception {
    Talk.untilClosed(camera, 20_080, request + " HTTP/1.1\r\nConnection: close\r\n\r\n");

    assertThat(flags()).containsEntry(flag, 1L);
  }

  @Test
  void name_and_password_are_a_login() throws Exception {
    Talk.untilClosed(
        camera, 20_080, "GET / HTTP/1.1\r\nAuthorization: Basic YTpi\r\nConnection: close\r\n\r\n");

    assertThat(flags()).containsOnlyKeys("login");
  }

  @Test
  void reading_soap_call_is_not_flagged_and_a_writing_one_is() throws Exception {
    post("/onvif/device_service", "<s:Envelope><tds:GetSystemDateAndTime/></s:Envelope>");
    assertThat(flags()).isEmpty();

    post("/onvif/device_service", "<s:Envelope><tds:GetUsers/></s:Envelope>");
    assertThat(building.counters().get("hik-hall").neverFlags()).isEmpty();

    post("/onvif/device_service", "<s:Envelope><tds:SetHostname/></s:Envelope>");
    assertThat(building.counters().get("hik-hall").neverFlags()).containsOnlyKeys("soap-write");
  }

  @Test
  void first_step_of_a_login_is_a_challenge_and_the_second_a_login() throws Exception {
    post("/RPC2_Login", "{\"params\":{\"userName\":\"x\",\"password\":\"\"}}");
    assertThat(flags()).containsOnlyKeys("login-challenge");

    post("/RPC2_Login", "{\"params\":{\"userName\":\"x\",\"password\":\"7A\"}}");
    assertThat(flags()).containsEntry("login", 1L);
  }

  @Test
  void opening_a_stream_or_logging_in_over_rtsp_is_flagged() throws Exception {
    try (Socket socket = new Socket(camera, 20_554)) {
      Talk.until(socket, "SETUP rtsp://x/ RTSP/1.0\r\nCSeq: 1\r\n\r\n", "\r\n\r\n");
      Talk.until(socket, "OPTIONS rtsp://a:b@x/ RTSP/1.0\r\nCSeq: 2\r\n\r\n", "\r\n\r\n");
    }

    assertThat(flags()).containsOnlyKeys("stream-opened", "rtsp-credentials");
  }

  @Test
  void password_over_ftp_and_telnet_is_a_login() throws Exception {
    try (Socket ftp = new Socket(building.addressOf("axis-old"), 20_021)) {
      Talk.until(ftp, "", "ready.\r\n");
      Talk.until(ftp, "USER x\r\n", "required.\r\n");
      Talk.until(ftp, "PASS y\r\n", "incorrect.\r\n");
    }
    try (Socket telnet = new Socket(building.addressOf("switch-hpe"), 20_023)) {
      Talk.until(telnet, "", "login: ");
      Talk.until(telnet, "x\r\n", "Password: ");
      Talk.until(telnet, "y\r\n", "incorrect");
    }

    assertThat(building.total().flags()).containsEntry("login", 2L);
  }

  @Test
  void counters_add_up_and_can_be_reset() throws Exception {
    Talk.untilClosed(camera, 20_080, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
    Talk.untilClosed(camera, 20_080, "GET /a HTTP/1.1\r\nConnection: close\r\n\r\n");
    Talk.asked(camera, 37020, "<Probe><Types>inquiry</Types></Probe>");
    HostCounters total = building.total();

    assertThat(total.tcpConnections()).isEqualTo(2);
    assertThat(total.tcpBytesIn()).isEqualTo(75);
    assertThat(total.udpDatagrams()).isEqualTo(1);
    assertThat(total.udpBytesIn()).isEqualTo(37);
    assertThat(total.requests()).isEqualTo(3);
    assertThat(total.requestsSeen()).startsWith("http/80 GET /", "http/80 GET /a");

    building.resetCounters();
    assertThat(building.total().requests()).isZero();
    assertThat(building.total().requestsSeen()).isEqualTo(List.of());
  }

  @Test
  void most_open_at_once_counts_connections_side_by_side() throws Exception {
    try (Socket first = new Socket(camera, 20_080);
        Socket second = new Socket(camera, 20_080)) {
      Talk.until(first, "GET / HTTP/1.1\r\n\r\n", "</html>");
      Talk.until(second, "GET / HTTP/1.1\r\n\r\n", "</html>");
    }

    assertThat(building.counters().get("hik-hall").maxOpenAtOnce()).isEqualTo(2);
  }

  private void post(String path, String body) throws Exception {
    Talk.untilClosed(
        camera,
        20_080,
        "POST "
            + path
            + " HTTP/1.1\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private Map<String, Long> flags() {
    return building.counters().get("hik-hall").flags();
  }
}
