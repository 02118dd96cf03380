package lenswacht.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.Listener;
import lenswacht.probe.net.Mandates;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.question.Answers;
import lenswacht.probe.question.Probe;
import org.junit.jupiter.api.Test;

class WebProbesTest {
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  @Test
  void front_page_tells_server_title_text_and_that_it_is_not_encrypted() throws Exception {
    ProbeOutcome outcome =
        ask(
            PageProbe.onWebPorts(),
            "127.71.6.1",
            Map.of(
                "/",
                "HTTP/1.1 200 OK\r\nServer: uc-httpd 1.0.0\r\nSet-Cookie: id=SECRET\r\n"
                    + "P3P: CP=CAO\r\n\r\n<title>WEB SERVICE</title>"));

    assertThat(Answers.stated(outcome, Observable.HTTP_SERVER)).containsExactly("uc-httpd 1.0.0");
    assertThat(Answers.stated(outcome, Observable.HTTP_TITLE)).containsExactly("WEB SERVICE");
    assertThat(Answers.stated(outcome, Observable.HTTP_STATUS)).containsExactly("GET / 200");
    assertThat(Answers.stated(outcome, Observable.HTTP_HEADER)).containsExactly("P3P: CP=CAO");
    assertThat(Answers.of(outcome, Observation.Cleartext.class)).hasSize(1);
    assertThat(outcome.toString()).doesNotContain("SECRET");
    assertThat(Answers.answered(outcome).evidence().getFirst().redacted()).isTrue();
  }

  @Test
  void one_redirect_on_the_same_host_is_followed() throws Exception {
    ProbeOutcome outcome =
        ask(
            PageProbe.onWebPorts(),
            "127.71.6.2",
            Map.of(
                "/",
                "HTTP/1.1 302 Found\r\nLocation: /view/index.html?x=1\r\n\r\n",
                "/view/index.html",
                "HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n"));

    assertThat(asked).containsExactly("/", "/view/index.html");
    assertThat(Answers.stated(outcome, Observable.HTTP_LOCATION)).contains("/again");
  }

  @Test
  void redirect_to_another_host_or_a_doing_path_is_not_followed() throws Exception {
    ask(
        PageProbe.onWebPorts(),
        "127.71.6.3",
        Map.of("/", "HTTP/1.1 302 Found\r\nLocation: http://127.71.6.99:8080/\r\n\r\n"));
    ask(
        PageProbe.onWebPorts(),
        "127.71.6.4",
        Map.of("/", "HTTP/1.1 302 Found\r\nLocation: /cgi-bin/reboot.cgi\r\n\r\n"));

    assertThat(asked).containsExactly("/", "/");
  }

  @Test
  void page_in_place_of_a_favicon_has_no_hash() throws Exception {
    ProbeOutcome outcome =
        ask(
            new FaviconProbe(),
            "127.71.6.5",
            Map.of("/favicon.ico", "HTTP/1.1 200 OK\r\n\r\n<!DOCTYPE html><html></html>"));
    assertThat(Answers.stated(outcome, Observable.FAVICON_MURMUR3)).isEmpty();
  }

  @Test
  void favicon_has_both_hashes() throws Exception {
    ProbeOutcome outcome =
        ask(
            new FaviconProbe(),
            "127.71.6.6",
            Map.of("/favicon.ico", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nicon"));
    assertThat(Answers.stated(outcome, Observable.FAVICON_MURMUR3)).hasSize(1);
    assertThat(Answers.stated(outcome, Observable.FAVICON_MD5)).hasSize(1);
  }

  @Test
  void activation_state_is_observed() throws Exception {
    ProbeOutcome outcome =
        ask(
            new HikvisionActivationProbe(),
            "127.71.6.7",
            Map.of(
                "/SDK/activateStatus",
                "HTTP/1.1 200 OK\r\n\r\n<ActivateStatus xmlns=\"http://www.hikvision.com/\">"
                    + "<Activated>false</Activated></ActivateStatus>"));
    assertThat(Answers.of(outcome, Observation.Activation.class).getFirst().activated()).isFalse();
  }

  @Test
  void identity_behind_a_login_tells_the_realm_only() throws Exception {
    ProbeOutcome outcome =
        ask(
            MakerPathProbe.hikvisionSystem(),
            "127.71.6.8",
            Map.of(
                "/ISAPI/System/deviceInfo",
                "HTTP/1.1 401 Unauthorized\r\n"
                    + "WWW-Authenticate: Digest realm=\"DS-2CD2310FD-I\", nonce=\"1\"\r\n\r\n"));
    assertThat(Answers.stated(outcome, Observable.HTTP_REALM)).containsExactly("DS-2CD2310FD-I");
    assertThat(Answers.of(outcome, Observation.AnonymousRead.class)).isEmpty();
  }

  @Test
  void identity_without_a_login_is_observed_as_such() throws Exception {
    ProbeOutcome outcome =
        ask(
            MakerPathProbe.hikvisionSystem(),
            "127.71.6.9",
            Map.of(
                "/ISAPI/System/deviceInfo",
                "HTTP/1.1 200 OK\r\n\r\n<DeviceInfo><model>DS-1</model>"
                    + "<firmwareVersion>V5.7.17</firmwareVersion></DeviceInfo>"));
    assertThat(Answers.stated(outcome, Observable.HTTP_FIELD))
        .containsExactly("model=DS-1", "firmwareVersion=V5.7.17");
    assertThat(Answers.of(outcome, Observation.AnonymousRead.class)).hasSize(1);
  }

  @Test
  void open_properties_are_fields() throws Exception {
    ProbeOutcome outcome =
        ask(
            new AxisPropertiesProbe(),
            "127.71.6.10",
            Map.of(
                "/axis-cgi/basicdeviceinfo.cgi",
                "HTTP/1.1 200 OK\r\n\r\n{\"data\":{\"propertyList\":{\"ProdNbr\":\"M1\","
                    + "\"Version\":\"11.9.60\",\"SerialNumber\":\"00005E005310\"}}}"));
    assertThat(Answers.stated(outcome, Observable.HTTP_FIELD))
        .contains("ProdNbr=M1", "Version=11.9.60");
    assertThat(Answers.of(outcome, Observation.HardwareAddress.class)).hasSize(1);
  }

  @Test
  void further_questions_wait_for_a_hint() {
    Service service = Service.tcp(InetAddress.ofLiteral("127.71.6.11"), 8080);
    assertThat(MakerPathProbe.dahuaSystem().appliesTo(service, List.of())).isFalse();
    assertThat(new AxisPropertiesProbe().appliesTo(service, List.of())).isFalse();
    assertThat(new FaviconProbe().appliesTo(service, List.of())).isFalse();
  }

  private ProbeOutcome ask(Probe probe, String address, Map<String, String> pages)
      throws Exception {
    try (Listener web =
            new Listener(
                address,
                8080,
                socket -> {
                  String path = Listener.readHead(socket.getInputStream()).split(" ", 3)[1];
                  asked.add(path);
                  String page = pages.getOrDefault(path, "HTTP/1.1 404 Not Found\r\n\r\n");
                  socket.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
                });
        NetworkDoor door = Mandates.door("127.71.6.0/24")) {
      ProbeOutcome outcome = probe.ask(Service.tcp(InetAddress.ofLiteral(address), 8080), door);
      assertThat(web.accepted()).isPositive();
      return outcome;
    }
  }
}
