package lenswacht.link.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.Test;

class LinePacketCodecTest {
  private static LinePacket packet(Random random) {
    byte[] payload = new byte[random.nextInt(0, LinePacket.LONGEST + 1)];
    if (random.nextBoolean()) {
      random.nextBytes(payload);
    } else if (random.nextBoolean()) {
      Arrays.fill(payload, (byte) 7);
    }
    List<LinePacket.Kind> kinds = List.of(LinePacket.Kind.values());
    return new LinePacket(
        kinds.get(random.nextInt(kinds.size())),
        random.nextInt(1, Integer.MAX_VALUE),
        random.nextInt(),
        random.nextInt(),
        random.nextInt(),
        Bytes.of(payload));
  }

  @Test
  void packets_come_back_as_they_were_and_hold_no_zero() {
    Random random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      LinePacket packet = packet(random);
      byte[] octets = LinePacketCodec.write(packet);
      assertThat(octets[octets.length - 1]).isZero();
      assertThat(Arrays.copyOf(octets, octets.length - 1)).doesNotContain(0);
      assertThat(octets.length - 1).isLessThanOrEqualTo(LinePacketCodec.LONGEST_STUFFED);
      assertThat(LinePacketCodec.parse(Bytes.of(octets).head(octets.length - 1))).contains(packet);
    }
  }

  @Test
  void packet_on_the_wire_is_as_described() {
    LinePacket packet = new LinePacket(LinePacket.Kind.LOAD, 0x01020304, 0, 5, 0, Bytes.utf8("hi"));
    assertThat(Bytes.of(LinePacketCodec.write(packet)).hex())
        .isEqualTo(
            "06"
                + "0201020304"
                + "010101010101"
                + "0205"
                + "010101"
                + "07"
                + "6869"
                + "33999ff8"
                + "00");
  }

  @Test
  void every_flipped_bit_and_every_truncation_is_noticed() {
    byte[] octets =
        LinePacketCodec.write(
            new LinePacket(LinePacket.Kind.LOAD, 1, 2, 3, 4, Bytes.utf8("sixteen octets !")));
    int length = octets.length - 1;
    for (int bit = 0; bit < 8 * length; bit++) {
      byte[] flipped = Arrays.copyOf(octets, length);
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(LinePacketCodec.parse(Bytes.of(flipped))).isEmpty();
    }
    for (int cut = 0; cut < length; cut++) {
      assertThat(LinePacketCodec.parse(Bytes.of(octets).head(cut))).isEmpty();
    }
  }

  @Test
  void noise_is_no_packet() {
    Random random = new Random(2);
    for (int round = 0; round < 20_000; round++) {
      byte[] noise = new byte[random.nextInt(0, 1_200)];
      random.nextBytes(noise);
      assertThat(LinePacketCodec.parse(Bytes.of(noise))).isEmpty();
    }
  }
}
