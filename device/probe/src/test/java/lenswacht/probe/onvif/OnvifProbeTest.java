package lenswacht.probe.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lenswacht.observation.Bytes;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.DoorLimits;
import lenswacht.probe.net.Listener;
import lenswacht.probe.net.Mandates;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.PortPlan;
import lenswacht.probe.question.Answers;
import lenswacht.probe.question.Mangled;
import lenswacht.probe.question.Parsed;
import org.junit.jupiter.api.Test;

class OnvifProbeTest {
  private static final String CLOCK =
      envelope(
          "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:UTCDateTime><tt:Time>"
              + "<tt:Hour>11</tt:Hour><tt:Minute>58</tt:Minute><tt:Second>30</tt:Second></tt:Time>"
              + "<tt:Date><tt:Year>2026</tt:Year><tt:Month>6</tt:Month><tt:Day>1</tt:Day>"
              + "</tt:Date></tt:UTCDateTime></tds:SystemDateAndTime>"
              + "</tds:GetSystemDateAndTimeResponse>");
  private static final String SERVICES =
      envelope(
          "<tds:GetServicesResponse><tds:Service><tds:Namespace>"
              + "http://www.onvif.org/ver20/analytics/wsdl</tds:Namespace></tds:Service>"
              + "</tds:GetServicesResponse>");
  private static final String IDENTITY =
      envelope(
          "<tds:GetDeviceInformationResponse><tds:Manufacturer>ACME</tds:Manufacturer>"
              + "<tds:Model>C5</tds:Model><tds:FirmwareVersion>8.71</tds:FirmwareVersion>"
              + "</tds:GetDeviceInformationResponse>");

  private static final String CAPABILITIES =
      envelope(
          "<tds:GetCapabilitiesResponse><tds:Capabilities><tt:Extension><tt:DeviceIO><tt:XAddr>"
              + "http://192.0.2.7/onvif/deviceio</tt:XAddr><tt:VideoSources>4</tt:VideoSources>"
              + "<tt:AudioSources>1</tt:AudioSources></tt:DeviceIO></tt:Extension>"
              + "</tds:Capabilities></tds:GetCapabilitiesResponse>");

  private String services = SERVICES;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  @Test
  void clock_and_services_are_read() throws Exception {
    ProbeOutcome outcome = ask("127.71.7.1", false);

    assertThat(asked).containsExactly("GetSystemDateAndTime", "GetServices");
    assertThat(Answers.of(outcome, Observation.ClockOffset.class).getFirst().ahead())
        .isEqualTo(Duration.ofSeconds(-90));
    assertThat(Answers.stated(outcome, Observable.ONVIF_SERVICE))
        .containsExactly("http://www.onvif.org/ver20/analytics/wsdl");
    assertThat(Answers.of(outcome, Observation.AnonymousRead.class)).isEmpty();
  }

  @Test
  void identity_is_asked_where_the_mandate_says_so() throws Exception {
    ProbeOutcome outcome = ask("127.71.7.2", true);

    assertThat(asked).hasSize(3);
    assertThat(Answers.stated(outcome, Observable.ONVIF_MANUFACTURER)).containsExactly("ACME");
    assertThat(Answers.stated(outcome, Observable.ONVIF_MODEL)).containsExactly("C5");
    assertThat(Answers.stated(outcome, Observable.ONVIF_FIRMWARE)).containsExactly("8.71");
    assertThat(Answers.of(outcome, Observation.AnonymousRead.class).getFirst().operation())
        .isEqualTo("GetDeviceInformation");
  }

  @Test
  void video_sources_are_asked_for_where_there_is_a_service_for_inputs() throws Exception {
    services =
        SERVICES.replace(
            "http://www.onvif.org/ver20/analytics/wsdl",
            "http://www.onvif.org/ver10/deviceIO/wsdl");
    ProbeOutcome outcome = ask("127.71.7.3", false);

    assertThat(asked).containsExactly("GetSystemDateAndTime", "GetServices", "GetCapabilities");
    assertThat(Answers.stated(outcome, Observable.ONVIF_FIELD)).containsExactly("VideoSources=4");
    assertThat(Answers.of(outcome, Observation.AnonymousRead.class)).isEmpty();
  }

  @Test
  void a_number_of_video_sources_that_is_none_is_not_read() {
    assertThat(good(CAPABILITIES).videoSources()).contains("4");
    assertThat(good(CAPABILITIES.replace(">4<", ">many<")).videoSources()).isEmpty();
    assertThat(good(CAPABILITIES.replace("GetCapabilitiesResponse", "x")).videoSources()).isEmpty();
    for (Bytes bytes : Mangled.of(Bytes.utf8(CAPABILITIES))) {
      if (OnvifMessage.parse(bytes.utf8()) instanceof Parsed.Good<OnvifMessage>(var message)) {
        assertThat(message.videoSources()).isNotNull();
      }
    }
  }

  @Test
  void refusal_of_identity_is_no_identity() {
    OnvifMessage message = good(envelope("<s:Fault><s:Code/></s:Fault>"));
    assertThat(message.isFault()).isTrue();
    assertThat(message.isIdentity()).isFalse();
    assertThat(message.clock()).isEmpty();
  }

  @Test
  void clock_out_of_range_is_not_determined() {
    assertThat(good(CLOCK.replace("<tt:Hour>11", "<tt:Hour>77")).clock()).isEmpty();
    assertThat(good(CLOCK).clock()).contains(Instant.parse("2026-06-01T11:58:30Z"));
  }

  @Test
  void broken_replies_are_read_or_refused() {
    for (Bytes bytes : Mangled.of(Bytes.utf8(CLOCK))) {
      if (OnvifMessage.parse(bytes.utf8()) instanceof Parsed.Good<OnvifMessage>(var message)) {
        assertThat(message.clock()).isNotNull();
        assertThat(message.services()).isNotNull();
      }
    }
  }

  private ProbeOutcome ask(String address, boolean anonymousReads) throws Exception {
    try (Listener camera = new Listener(address, 8080, this::answer);
        NetworkDoor door =
            new NetworkDoor(
                Mandates.of("127.71.7.0/24", Intrusiveness.ASK, anonymousReads),
                PortPlan.standard(),
                InstantSource.fixed(Mandates.NOW),
                DoorLimits.practice())) {
      ProbeOutcome outcome =
          new OnvifProbe().ask(Service.tcp(InetAddress.ofLiteral(address), 8080), door);
      assertThat(camera.accepted()).isEqualTo(asked.size());
      return outcome;
    }
  }

  private void answer(java.net.Socket socket) throws IOException {
    String head = Listener.readHead(socket.getInputStream());
    String call = head.substring(head.indexOf("/wsdl/") + 6);
    call = call.substring(0, call.indexOf('"'));
    asked.add(call);
    String body =
        switch (call) {
          case "GetSystemDateAndTime" -> CLOCK;
          case "GetServices" -> services;
          case "GetCapabilities" -> CAPABILITIES;
          default -> IDENTITY;
        };
    String reply = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    socket.getOutputStream().write(reply.getBytes(StandardCharsets.UTF_8));
  }

  private static OnvifMessage good(String text) {
    return ((Parsed.Good<OnvifMessage>) OnvifMessage.parse(text)).value();
  }

  private static String envelope(String body) {
    return "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\""
        + " xmlns:tds=\"http://www.onvif.org/ver10/device/wsdl\""
        + " xmlns:tt=\"http://www.onvif.org/ver10/schema\"><s:Body>"
        + body
        + "</s:Body></s:Envelope>";
  }
}
