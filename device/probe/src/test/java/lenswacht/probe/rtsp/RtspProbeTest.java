package lenswacht.probe.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lenswacht.observation.Evidence;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.Listener;
import lenswacht.probe.net.Mandates;
import lenswacht.probe.net.NetworkDoor;
import org.junit.jupiter.api.Test;

class RtspProbeTest {
  private static final String OPTIONS =
      "RTSP/1.0 200 OK\r\nCSeq: 1\r\nServer: Rtsp Server/3.0\r\nPublic: OPTIONS, DESCRIBE\r\n\r\n";
  private static final String SDP =
      "v=0\r\no=- 1 1 IN IP4 192.0.2.71\r\ns=Session\r\nm=video 0 RTP/AVP 96\r\na=key:0123\r\n";

  @Test
  void applies_to_rtsp_ports_only() {
    assertThat(new RtspProbe().appliesTo(service("127.71.4.1"), List.of())).isTrue();
    assertThat(
            new RtspProbe()
                .appliesTo(Service.tcp(InetAddress.ofLiteral("127.71.4.1"), 80), List.of()))
        .isFalse();
  }

  @Test
  void both_questions_go_over_one_connection() throws Exception {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    String refusal =
        "RTSP/1.0 401 Unauthorized\r\nCSeq: 2\r\n"
            + "WWW-Authenticate: Digest realm=\"IP Camera(C1214)\", nonce=\"1\"\r\n\r\n";
    try (Listener listener = camera("127.71.4.1", asked, OPTIONS, refusal);
        NetworkDoor door = Mandates.door("127.71.4.0/24")) {
      ProbeOutcome outcome = new RtspProbe().ask(service("127.71.4.1"), door);

      assertThat(listener.accepted()).isEqualTo(1);
      assertThat(asked).hasSize(2);
      assertThat(asked.get(0)).startsWith("OPTIONS rtsp://127.71.4.1:8554/ RTSP/1.0\r\n");
      assertThat(asked.get(1)).startsWith("DESCRIBE rtsp://127.71.4.1:8554/ RTSP/1.0\r\n");
      assertThat(stated(outcome, Observable.RTSP_SERVER)).containsExactly("Rtsp Server/3.0");
      assertThat(stated(outcome, Observable.RTSP_REALM)).containsExactly("IP Camera(C1214)");
      assertThat(stated(outcome, Observable.RTSP_PUBLIC)).containsExactly("OPTIONS, DESCRIBE");
      assertThat(answered(outcome).observations())
          .hasAtLeastOneElementOfType(Observation.Cleartext.class)
          .noneMatch(fact -> fact instanceof Observation.OpenStream);
    }
  }

  @Test
  void description_without_a_login_is_an_open_stream_and_is_not_kept() throws Exception {
    String description =
        "RTSP/1.0 200 OK\r\nCSeq: 2\r\nContent-Length: " + SDP.length() + "\r\n\r\n" + SDP;
    try (Listener listener = camera("127.71.4.2", new ArrayList<>(), OPTIONS, description);
        NetworkDoor door = Mandates.door("127.71.4.0/24")) {
      ProbeOutcome outcome = new RtspProbe().ask(service("127.71.4.2"), door);

      assertThat(answered(outcome).observations())
          .anyMatch(fact -> fact instanceof Observation.OpenStream open && open.path().equals("/"));
      assertThat(stated(outcome, Observable.RTSP_SDP)).containsExactly("s=Session");
      Evidence kept = answered(outcome).evidence().getLast();
      assertThat(kept.redacted()).isTrue();
      assertThat(kept.bytes().utf8()).contains("s=Session").doesNotContain("192.0.2.71", "0123");
      assertThat(listener.accepted()).isEqualTo(1);
    }
  }

  @Test
  void several_video_tracks_are_counted_and_nothing_else_of_them_is_kept() throws Exception {
    String sdp = SDP + "m=video 0 RTP/AVP 97\r\na=control:track2\r\nm=audio 0 RTP/AVP 0\r\n";
    String description =
        "RTSP/1.0 200 OK\r\nCSeq: 2\r\nContent-Length: " + sdp.length() + "\r\n\r\n" + sdp;
    try (Listener listener = camera("127.71.4.6", new ArrayList<>(), OPTIONS, description);
        NetworkDoor door = Mandates.door("127.71.4.0/24")) {
      ProbeOutcome outcome = new RtspProbe().ask(service("127.71.4.6"), door);

      assertThat(stated(outcome, Observable.RTSP_SDP)).containsExactly("s=Session", "video=2");
      assertThat(answered(outcome).evidence().getLast().bytes().utf8())
          .endsWith("s=Session\r\nm=video\r\nm=video\r\n");
      assertThat(listener.accepted()).isEqualTo(1);
    }
  }

  @Test
  void server_that_says_something_else_is_garbled() throws Exception {
    try (Listener listener = Listener.answering("127.71.4.3", 8554, "220 ready\r\n\r\n");
        NetworkDoor door = Mandates.door("127.71.4.0/24")) {
      assertThat(new RtspProbe().ask(service("127.71.4.3"), door))
          .isInstanceOf(ProbeOutcome.Garbled.class);
      assertThat(listener.accepted()).isEqualTo(1);
    }
  }

  @Test
  void closed_port_is_refused() throws Exception {
    try (NetworkDoor door = Mandates.door("127.71.4.0/24")) {
      assertThat(new RtspProbe().ask(service("127.71.4.4"), door))
          .isEqualTo(new ProbeOutcome.Refused(ProbeOutcome.RefusalReason.CLOSED));
    }
  }

  private static Listener camera(String address, List<String> asked, String... replies)
      throws Exception {
    return new Listener(
        address,
        8554,
        socket -> {
          for (String reply : replies) {
            asked.add(Listener.readHead(socket.getInputStream()));
            socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
          }
        });
  }

  private static Service service(String address) {
    return Service.tcp(InetAddress.ofLiteral(address), 8554);
  }

  private static ProbeOutcome.Answered answered(ProbeOutcome outcome) {
    assertThat(outcome).isInstanceOf(ProbeOutcome.Answered.class);
    return (ProbeOutcome.Answered) outcome;
  }

  private static List<String> stated(ProbeOutcome outcome, Observable observable) {
    return answered(outcome).observations().stream()
        .filter(fact -> fact instanceof Observation.Stated)
        .map(fact -> (Observation.Stated) fact)
        .filter(fact -> fact.observable() == observable)
        .map(Observation.Stated::value)
        .toList();
  }
}
