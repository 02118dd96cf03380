package lenswacht.link.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineNoiseTest {
  @ParameterizedTest
  @CsvSource({"0, 0, 0", "1e-5, 1, 2", "1e-4, 3, 4", "1e-3, 7, 10"})
  void advice_fits_the_noise(double bitErrors, int least, int most) {
    Random random = new Random(1);
    LineNoise noise = new LineNoise();
    for (int packet = 0; packet < 600; packet++) {
      int wrong = 0;
      for (int octet = 0; octet < 6_000; octet++) {
        wrong += random.nextDouble() < 8 * bitErrors ? 1 : 0;
      }
      noise.heard(6_000, wrong, 0, noise.advice());
    }
    assertThat(noise.advice()).isBetween(least, most);
  }

  @Test
  void packets_that_lose_octets_now_and_then_do_not_call_for_the_strongest_guard() {
    LineNoise noise = new LineNoise();
    for (int packet = 0; packet < 600; packet++) {
      noise.heard(6_000, 0, packet % 10 == 0 ? 24 : 0, noise.advice());
    }
    assertThat(noise.advice()).isLessThanOrEqualTo(4);
  }
}
