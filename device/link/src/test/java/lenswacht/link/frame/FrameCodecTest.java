package lenswacht.link.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.Test;

class FrameCodecTest {
  private static final Frame FRAME = new Frame(0x30, Bytes.utf8("hello"));

  private static Frame read(byte[] octets) throws IOException {
    return FrameCodec.read(new ByteArrayInputStream(octets), type -> type == 0x30 ? 100 : -1);
  }

  @Test
  void frame_comes_back_as_it_was() throws Exception {
    assertThat(FrameCodec.write(FRAME)).startsWith(0x30, 0, 0, 0, 5, 'h');
    assertThat(read(FrameCodec.write(FRAME))).isEqualTo(FRAME);
  }

  @Test
  void truncated_frame_says_that_the_other_end_closed() {
    byte[] octets = FrameCodec.write(FRAME);
    for (int length = 0; length < octets.length; length++) {
      byte[] cut = Arrays.copyOf(octets, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void length_beyond_the_limit_is_refused_before_anything_is_read() {
    for (byte[] lie :
        new byte[][] {
          {0x30, 0, 0, 0, 101},
          {0x30, 0, 0x10, 0, 1},
          {0x30, 0x7f, -1, -1, -1},
          {0x30, -1, -1, -1, -1},
          {0x30, -128, 0, 0, 0}
        }) {
      assertThatThrownBy(() -> read(lie))
          .isInstanceOf(MalformedFrameException.class)
          .hasMessageContaining("at most 100");
    }
  }

  @Test
  void type_that_may_not_come_is_refused() {
    assertThatThrownBy(() -> read(FrameCodec.write(new Frame(0x31, Bytes.EMPTY))))
        .isInstanceOf(MalformedFrameException.class);
  }

  @Test
  void noise_gives_a_frame_or_a_refusal() {
    Random random = new Random(5);
    for (int round = 0; round < 5_000; round++) {
      byte[] noise = new byte[random.nextInt(0, 64)];
      random.nextBytes(noise);
      if (noise.length > 3 && random.nextBoolean()) {
        noise[0] = 0x30;
        Arrays.fill(noise, 1, 4, (byte) 0);
      }
      try {
        assertThat(read(noise).payload().length()).isLessThanOrEqualTo(59);
      } catch (IOException refused) {
        assertThat(refused).isInstanceOfAny(EOFException.class, MalformedFrameException.class);
      }
    }
  }
}
