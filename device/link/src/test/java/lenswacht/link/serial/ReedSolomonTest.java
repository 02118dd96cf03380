package lenswacht.link.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReedSolomonTest {
  /// The first two words are QR symbols: the example of ISO/IEC 18004 ("01234567", version 1-M)
  /// and "HELLO WORLD", version 1-M.
  @ParameterizedTest
  @CsvSource({
    "10200c56 6180ec11 ec11ec11 ec11ec11, a524d4c1 ed36c787 2c55",
    "205b0b78 d172dc4d 4340ec11 ec11ec11, c4232777 ebd7e7e2 5d17",
    "00000000, 0000",
    "01, 0302"
  })
  void check_octets_are_those_of_the_standard(String word, String checks) {
    byte[] own = Bytes.fromHex(word).toArray();
    byte[] expected = Bytes.fromHex(checks).toArray();
    byte[] octets = Arrays.copyOf(own, own.length + expected.length);
    new ReedSolomon(expected.length).protect(octets, 0, own.length);
    assertThat(Bytes.of(octets).hex()).isEqualTo((word + checks).replace(" ", ""));
  }

  private static byte[] word(ReedSolomon code, int length, Random random) {
    byte[] octets = new byte[length];
    random.nextBytes(octets);
    code.protect(octets, 0, length - code.checks());
    return octets;
  }

  private static byte[] spoiled(byte[] word, int wrong, Random random) {
    byte[] octets = word.clone();
    random
        .ints(0, octets.length)
        .distinct()
        .limit(wrong)
        .forEach(at -> octets[at] ^= (byte) random.nextInt(1, 256));
    return octets;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 6, 8, 9, 16, 32})
  void as_many_wrong_octets_as_half_the_check_octets_are_put_right(int checks) {
    Random random = new Random(checks);
    ReedSolomon code = new ReedSolomon(checks);
    for (int round = 0; round < 2_000; round++) {
      byte[] word = word(code, random.nextInt(checks + 1, 256), random);
      int wrong = random.nextInt(0, checks / 2 + 1);
      byte[] octets = spoiled(word, Math.min(wrong, word.length), random);
      assertThat(code.mend(octets, 0, octets.length)).isEqualTo(Math.min(wrong, word.length));
      assertThat(octets).isEqualTo(word);
    }
  }

  @Test
  void every_single_wrong_octet_is_put_right() {
    Random random = new Random(1);
    ReedSolomon code = new ReedSolomon(2);
    byte[] word = word(code, 255, random);
    for (int at = 0; at < word.length; at++) {
      for (int difference = 1; difference < 256; difference++) {
        byte[] octets = word.clone();
        octets[at] ^= (byte) difference;
        assertThat(code.mend(octets, 0, octets.length)).isEqualTo(1);
        assertThat(octets).isEqualTo(word);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 6, 8, 16, 32})
  void a_word_that_is_too_wrong_is_left_alone_or_becomes_a_proper_word(int checks) {
    Random random = new Random(checks);
    ReedSolomon code = new ReedSolomon(checks);
    for (int round = 0; round < 2_000; round++) {
      byte[] word = word(code, random.nextInt(2 * checks, 256), random);
      byte[] octets = spoiled(word, random.nextInt(checks / 2 + 1, word.length), random);
      byte[] before = octets.clone();
      int mended = code.mend(octets, 0, octets.length);
      if (mended < 0) {
        assertThat(octets).isEqualTo(before);
      } else {
        assertThat(code.mend(octets, 0, octets.length)).isZero();
      }
    }
  }

  @Test
  void octets_around_the_word_are_not_touched() {
    byte[] octets = new byte[40];
    Arrays.fill(octets, (byte) 9);
    ReedSolomon code = new ReedSolomon(4);
    code.protect(octets, 10, 16);
    octets[12] = 0;
    assertThat(code.mend(octets, 10, 20)).isEqualTo(1);
    assertThat(Arrays.copyOf(octets, 26)).containsOnly(9);
    assertThat(Arrays.copyOfRange(octets, 30, 40)).containsOnly(9);
  }

  @Test
  void a_code_without_check_octets_sees_nothing_wrong() {
    assertThat(new ReedSolomon(0).mend(new byte[] {1, 2, 3}, 0, 3)).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> new ReedSolomon(255));
  }
}
