package lenswacht.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import lenswacht.observation.Bytes;
import lenswacht.probe.question.Mangled;
import lenswacht.probe.question.Parsed;
import org.junit.jupiter.api.Test;

class HttpMessageTest {
  private static final String REFUSAL =
      "HTTP/1.1 401 Unauthorized\r\nServer: App-webs/\r\n"
          + "WWW-Authenticate: Digest qop=\"auth\", realm=\"IP Camera(51253)\", nonce=\"1\"\r\n"
          + "WWW-Authenticate: Basic realm=\"IP Camera\"\r\n\r\n<title>401</title>";
  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
          + "5\r\n<titl\r\n4;x=1\r\ne>A \r\na\r\n&amp; \nB</\r\n0\r\n\r\n";

  @Test
  void refusal_gives_server_and_every_realm() {
    HttpMessage message = good(REFUSAL);
    assertThat(message.status()).isEqualTo(401);
    assertThat(message.header("server")).contains("App-webs/");
    assertThat(message.realms()).containsExactly("IP Camera(51253)", "IP Camera");
    assertThat(message.title()).contains("401");
  }

  @Test
  void chunks_are_joined_and_titles_straightened() {
    assertThat(good(CHUNKED).text()).isEqualTo("<title>A &amp; \nB</");
    assertThat(good(CHUNKED).title()).contains("A & B");
  }

  @Test
  void chunk_that_lies_about_its_size_ends_the_body() {
    assertThat(good(CHUNKED.replace("4;x=1", "fffffff")).text()).isEqualTo("<titl");
    assertThat(good(CHUNKED.replace("4;x=1", "ffff")).text()).startsWith("<title>A ");
  }

  @Test
  void lines_without_carriage_return_are_read_as_well() {
    assertThat(good(REFUSAL.replace("\r\n", "\n"))).isEqualTo(good(REFUSAL));
  }

  @Test
  void body_that_is_not_utf8_is_read_octet_by_octet() {
    Bytes bytes = Bytes.fromHex(Bytes.utf8("HTTP/1.0 200 OK\r\n\r\n").hex() + "63e9");
    HttpMessage message = ((Parsed.Good<HttpMessage>) HttpMessage.parse(bytes)).value();
    assertThat(message.text()).isEqualTo("c\u00e9");
  }

  @Test
  void other_protocols_are_refused() {
    assertThat(HttpMessage.parse(Bytes.utf8("SSH-2.0-dropbear\r\n")))
        .isInstanceOf(Parsed.Bad.class);
    assertThat(HttpMessage.parse(Bytes.EMPTY)).isInstanceOf(Parsed.Bad.class);
  }

  @Test
  void endless_head_is_refused() {
    assertThat(HttpMessage.parse(Bytes.utf8("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(9000))))
        .isInstanceOf(Parsed.Bad.class);
  }

  @Test
  void broken_replies_are_read_or_refused() {
    Mangled.of(Bytes.utf8(REFUSAL)).forEach(HttpMessageTest::readOrRefused);
    Mangled.of(Bytes.utf8(CHUNKED)).forEach(HttpMessageTest::readOrRefused);
  }

  private static void readOrRefused(Bytes bytes) {
    switch (HttpMessage.parse(bytes)) {
      case Parsed.Good<HttpMessage>(HttpMessage message) -> {
        assertThat(message.title()).isNotNull();
        assertThat(message.realms()).isNotNull();
      }
      case Parsed.Bad<HttpMessage>(String why) -> assertThat(why).isNotBlank();
    }
  }

  private static HttpMessage good(String text) {
    return ((Parsed.Good<HttpMessage>) HttpMessage.parse(Bytes.utf8(text))).value();
  }
}
