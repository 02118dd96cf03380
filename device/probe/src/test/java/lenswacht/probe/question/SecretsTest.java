package lenswacht.probe.question;

import static org.assertj.core.api.Assertions.assertThat;

import lenswacht.observation.Bytes;
import org.junit.jupiter.api.Test;

class SecretsTest {
  @Test
  void elements_fields_and_headers_with_secrets_are_blanked() {
    assertThat(blanked("<a><verificationCode>ABCDEF</verificationCode></a>"))
        .isEqualTo("<a><verificationCode>******</verificationCode></a>");
    assertThat(blanked("{\"password\" : \"abc\", \"x\":1}"))
        .isEqualTo("{\"password\" : \"***\", \"x\":1}");
    assertThat(blanked("HTTP/1.1 200 OK\r\nSet-Cookie: s=1\r\nServer: x\r\n"))
        .isEqualTo("HTTP/1.1 200 OK\r\nSet-Cookie: ***\r\nServer: x\r\n");
  }

  @Test
  void text_without_secrets_stays_as_it_is() {
    Bytes bytes = Bytes.utf8("<a><model>password</model></a>");
    assertThat(Secrets.blanked(bytes)).isEqualTo(bytes);
  }

  @Test
  void zeroing_stays_within_the_bytes() {
    assertThat(Secrets.zeroed(Bytes.fromHex("010203"), 1, 99).hex()).isEqualTo("010000");
    assertThat(Secrets.zeroed(Bytes.fromHex("01"), 5, 9).hex()).isEqualTo("01");
  }

  @Test
  void broken_text_is_no_danger() {
    for (Bytes bytes : Mangled.of(Bytes.utf8("<x:password a='1'>abc</x:password>"))) {
      assertThat(Secrets.blanked(bytes).length()).isEqualTo(bytes.length());
    }
  }

  private static String blanked(String text) {
    return Secrets.blanked(Bytes.utf8(text)).utf8();
  }
}
