package lenswacht.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.Test;

class FaviconTest {
  @Test
  void murmur3_gives_the_known_values() {
    assertThat(murmur3("")).isZero();
    assertThat(murmur3("hello")).isEqualTo(0x248bfa47);
    assertThat(murmur3("hello, world")).isEqualTo(0x149bbb7f);
    assertThat(murmur3("The quick brown fox jumps over the lazy dog")).isEqualTo(0x2e4ff723);
  }

  @Test
  void favicon_of_a_hundred_octets_has_its_known_name() {
    byte[] octets = new byte[100];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) i;
    }
    assertThat(new Favicon(Bytes.of(octets)).murmur3()).isEqualTo("-1165240594");
  }

  @Test
  void md5_is_over_the_file() {
    assertThat(new Favicon(Bytes.EMPTY).md5()).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
  }

  private static int murmur3(String text) {
    return Favicon.murmur3(text.getBytes(StandardCharsets.US_ASCII));
  }
}
