package lenswacht.link.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoughLineTest {
  private static final LineTimes QUICK =
      new LineTimes(Duration.ofMillis(30), Duration.ofMillis(100), Duration.ofSeconds(10));

  private static byte[] octets(int length, int seed) {
    byte[] octets = new byte[length];
    new Random(seed).nextBytes(octets);
    return octets;
  }

  private static Thread writing(ReliableLine line, byte[] octets, int seed) {
    return Thread.ofVirtual()
        .start(
            () -> {
              Random random = new Random(seed);
              try {
                for (int at = 0; at < octets.length; ) {
                  int length = Math.min(octets.length - at, random.nextInt(1, 30_000));
                  line.out().write(octets, at, length);
                  at += length;
                }
              } catch (IOException broken) {
                // the reader meets it too
              }
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void both_directions_are_correct_whatever_happens_to_portions(int seed) throws Exception {
    byte[] there = octets(400_000, seed);
    byte[] back = octets(400_000, -seed);
    RoughCable cable = new RoughCable(1e-4, 6, Long.MAX_VALUE / 2);
    try (ReliableLine left = new ReliableLine(cable.left(seed), QUICK);
        ReliableLine right = new ReliableLine(cable.right(seed), QUICK)) {
      Thread writesThere = writing(left, there, seed);
      Thread writesBack = writing(right, back, seed + 1);
      assertThat(Arrays.equals(right.in().readNBytes(there.length), there)).isTrue();
      assertThat(Arrays.equals(left.in().readNBytes(back.length), back)).isTrue();
      writesThere.join();
      writesBack.join();
      assertThat(cable.rough()).isGreaterThan(10);
    }
  }

  @Test
  void what_arrives_before_the_cable_is_pulled_is_the_beginning_of_what_was_written()
      throws Exception {
    byte[] octets = octets(60_000, 1);
    for (int cut = 0; cut < 75_000; cut += 1_009) {
      RoughCable cable = new RoughCable(1e-5, 0, cut + 1);
      try (ReliableLine left = new ReliableLine(cable.left(cut), QUICK);
          ReliableLine right = new ReliableLine(cable.right(cut), QUICK)) {
        Thread writer = writing(left, octets, cut);
        byte[] portion = new byte[octets.length];
        int got = 0;
        try {
          while (got < octets.length) {
            got += right.in().read(portion, got, octets.length - got);
          }
        } catch (IOException pulled) {
          assertThat(pulled).hasMessageContaining("is gone");
        }
        writer.join();
        assertThat(Arrays.mismatch(portion, 0, got, octets, 0, got)).isEqualTo(-1);
      }
    }
  }

  /// A line at whose other end is no end of ours.
  private record Alone(byte[] spoken, boolean echoes, byte[][] last) implements OctetLine {
    @Override
    public int read(byte[] octets) {
      byte[] said = echoes ? last[0] : spoken;
      last[0] = new byte[0];
      System.arraycopy(said, 0, octets, 0, said.length);
      LockSupport.parkNanos(1_000_000);
      return said.length;
    }

    @Override
    public void write(byte[] octets) {
      last[0] = octets;
    }

    @Override
    public String name() {
      return "COM9";
    }

    @Override
    public void close() {}
  }

  private static String strangeness(OctetLine octets) throws Exception {
    ReliableLine line = new ReliableLine(octets, QUICK);
    Thread.sleep(200);
    line.close();
    StringBuilder why = new StringBuilder();
    assertThatExceptionOfType(NobodyThereException.class)
        .isThrownBy(() -> line.in().read())
        .satisfies(strange -> why.append(strange.getMessage()));
    return why.toString();
  }

  private static Alone alone(byte[] spoken, boolean echoes) {
    return new Alone(spoken, echoes, new byte[1][0]);
  }

  @Test
  void an_end_that_meets_nobody_says_what_it_heard_instead() throws Exception {
    byte[] login = "raspberrypi login: ".getBytes(StandardCharsets.US_ASCII);
    byte[] deaf =
        new LinePacketCodec()
            .write(
                new LinePacket(
                    LinePacket.Kind.HELLO,
                    7,
                    0,
                    1,
                    0,
                    new LinePacket.Receipt(0, 0, 0, 32, 0),
                    Bytes.EMPTY),
                0);
    assertThat(strangeness(alone(new byte[0], false))).startsWith("nobody answers");
    assertThat(strangeness(alone(login, false))).contains("speaks another language");
    assertThat(strangeness(alone(new byte[0], true))).contains("gives back");
    assertThat(strangeness(alone(deaf, false))).contains("does not hear");
  }

  @Test
  void closing_frees_a_write_on_a_line_that_takes_nothing() throws Exception {
    OctetLine full =
        new OctetLine() {
          private final CountDownLatch closed = new CountDownLatch(1);

          @Override
          public int read(byte[] octets) {
            LockSupport.parkNanos(1_000_000);
            return 0;
          }

          @Override
          public void write(byte[] octets) throws IOException {
            try {
              closed.await();
            } catch (InterruptedException ended) {
              throw new IOException(ended);
            }
            throw new IOException("closed");
          }

          @Override
          public String name() {
            return "full";
          }

          @Override
          public void close() {
            closed.countDown();
          }
        };
    ReliableLine line = new ReliableLine(full, QUICK);
    Thread writer =
        Thread.ofVirtual()
            .start(
                () ->
                    assertThatIOException()
                        .isThrownBy(() -> line.out().write(new byte[1_000_000])));
    line.close();
    writer.join();
  }
}
