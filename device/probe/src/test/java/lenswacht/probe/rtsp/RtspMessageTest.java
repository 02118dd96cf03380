package lenswacht.probe.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import lenswacht.observation.Bytes;
import lenswacht.probe.question.Mangled;
import lenswacht.probe.question.Parsed;
import org.junit.jupiter.api.Test;

class RtspMessageTest {
  private static final String REFUSAL =
      "RTSP/1.0 401 Unauthorized\r\nCSeq: 2\r\nServer: Rtsp Server/3.0\r\n"
          + "WWW-Authenticate: Digest realm=\"Login to 7G0A1B2PAZ3C4D5\", nonce=\"a1\"\r\n"
          + "WWW-Authenticate: Basic realm=\"device\"\r\n\r\n";
  private static final String DESCRIPTION =
      "RTSP/1.0 200 OK\r\nCSeq: 2\r\nContent-Type: application/sdp\r\nContent-Length: 108\r\n\r\n"
          + "v=0\r\no=- 1 1 IN IP4 192.0.2.71\r\ns=Media Presentation\r\n"
          + "a=tool:BC Streaming Media\r\nm=video 0 RTP/AVP 96\r\na=control:trackID=1\r\n";

  @Test
  void refusal_gives_server_and_every_realm() {
    RtspMessage message = good(REFUSAL);
    assertThat(message.status()).isEqualTo(401);
    assertThat(message.header("server")).contains("Rtsp Server/3.0");
    assertThat(message.realms()).containsExactly("Login to 7G0A1B2PAZ3C4D5", "device");
    assertThat(message.isDescription()).isFalse();
  }

  @Test
  void lines_without_carriage_return_are_read_as_well() {
    assertThat(good(REFUSAL.replace("\r\n", "\n"))).isEqualTo(good(REFUSAL));
  }

  @Test
  void description_gives_only_what_tells_the_maker() {
    RtspMessage message = good(DESCRIPTION);
    assertThat(message.isDescription()).isTrue();
    assertThat(message.makerLines())
        .containsExactly("s=Media Presentation", "tool=BC Streaming Media");
  }

  @Test
  void maker_attributes_of_a_description_are_told() {
    RtspMessage message =
        good("RTSP/1.0 200 OK\r\n\r\na=Media_header:MEDIAINFO=494D4B48;\r\na=appversion:1.0\r\n");
    assertThat(message.makerLines())
        .containsExactly("media_header=MEDIAINFO=494D4B48;", "appversion=1.0");
  }

  @Test
  void success_without_a_medium_is_no_description() {
    assertThat(good("RTSP/1.0 200 OK\r\nPublic: OPTIONS\r\n\r\n").isDescription()).isFalse();
  }

  @Test
  void status_without_a_reason_is_read() {
    assertThat(good("RTSP/1.0 454\r\n\r\n").status()).isEqualTo(454);
  }

  @Test
  void other_protocols_are_refused() {
    assertThat(RtspMessage.parse(Bytes.utf8("HTTP/1.1 200 OK\r\n\r\n")))
        .isInstanceOf(Parsed.Bad.class);
    assertThat(RtspMessage.parse(Bytes.EMPTY)).isInstanceOf(Parsed.Bad.class);
  }

  @Test
  void endless_head_is_refused() {
    assertThat(RtspMessage.parse(Bytes.utf8("RTSP/1.0 200 OK\r\nA: " + "b".repeat(20_000))))
        .isEqualTo(Parsed.bad("the head is longer than 16384 octets"));
  }

  @Test
  void broken_replies_are_read_or_refused() {
    Mangled.of(Bytes.utf8(REFUSAL)).forEach(RtspMessageTest::readOrRefused);
    Mangled.of(Bytes.utf8(DESCRIPTION)).forEach(RtspMessageTest::readOrRefused);
  }

  private static void readOrRefused(Bytes bytes) {
    switch (RtspMessage.parse(bytes)) {
      case Parsed.Good<RtspMessage>(RtspMessage message) -> {
        assertThat(message.status()).isBetween(0, 999);
        assertThat(message.realms()).isNotNull();
        assertThat(message.makerLines()).hasSizeLessThanOrEqualTo(8);
      }
      case Parsed.Bad<RtspMessage>(String why) -> assertThat(why).isNotBlank();
    }
  }

  private static RtspMessage good(String text) {
    return ((Parsed.Good<RtspMessage>) RtspMessage.parse(Bytes.utf8(text))).value();
  }
}
