package lenswacht.link.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.Test;

class LinePacketCodecTest {
  private final LinePacketCodec codec = new LinePacketCodec();

  static LinePacket packet(Random random) {
    byte[] payload =
        new byte[random.nextInt(0, random.nextBoolean() ? 300 : LinePacket.LONGEST + 1)];
    if (random.nextBoolean()) {
      random.nextBytes(payload);
    }
    List<LinePacket.Kind> kinds = List.of(LinePacket.Kind.values());
    return new LinePacket(
        kinds.get(random.nextInt(kinds.size())),
        random.nextInt(1, Integer.MAX_VALUE),
        random.nextInt(),
        random.nextInt(),
        random.nextInt(),
        new LinePacket.Receipt(
            random.nextInt(),
            random.nextInt(),
            random.nextInt(),
            random.nextInt(256),
            random.nextInt(LinePacketCodec.STRONGEST + 1)),
        Bytes.of(payload));
  }

  private Optional<LinePacket> read(byte[] octets) {
    return codec
        .head(Arrays.copyOf(octets, LinePacketCodec.HEAD_END))
        .filter(head -> head.packetLength() == octets.length)
        .flatMap(head -> codec.open(head, octets.clone()).packet());
  }

  @Test
  void packets_come_back_as_they_were() {
    Random random = new Random(1);
    for (int round = 0; round < 1_000; round++) {
      LinePacket packet = packet(random);
      byte[] octets = codec.write(packet, random.nextInt(LinePacketCodec.STRONGEST + 1));
      assertThat(octets.length).isLessThanOrEqualTo(LinePacketCodec.LONGEST);
      assertThat(read(octets)).contains(packet);
    }
  }

  @Test
  void packet_on_the_wire_is_as_described() {
    LinePacket packet =
        new LinePacket(
            LinePacket.Kind.LOAD,
            0x01020304,
            0x05060708,
            9,
            10,
            new LinePacket.Receipt(11, 5, 12, 32, 2),
            Bytes.utf8("hello"));
    assertThat(Bytes.of(codec.write(packet, 1)).hex())
        .isEqualTo(
            "1acffc1d"
                + "02"
                + "01"
                + "0005"
                + "01020304"
                + "05060708"
                + "00000009"
                + "0000000a"
                + "0000000b"
                + "00000005"
                + "0000000c"
                + "20"
                + "02"
                + "81d89e1329d3c0c3"
                + "68656c6c6f"
                + "8ae76e19"
                + "473f");
  }

  @Test
  void wrong_octets_up_to_the_strength_are_put_right_in_every_word() {
    Random random = new Random(2);
    for (int strength = 1; strength <= LinePacketCodec.STRONGEST; strength++) {
      LinePacket packet = packet(random);
      byte[] octets = codec.write(packet, strength);
      int words = codec.head(octets).orElseThrow().words();
      int wrong = 0;
      for (int word = 0; word < words; word++) {
        int places = (packet.payload().length() + 4 - word + words - 1) / words;
        wrong += Math.min(strength, places);
        spoil(octets, LinePacketCodec.HEAD_END + word, words, strength, places, random);
      }
      spoil(octets, 4, 1, 4, LinePacketCodec.HEAD_END - 4, random);
      LinePacketCodec.Head head = codec.head(octets).orElseThrow();
      LinePacketCodec.Opened opened = codec.open(head, octets);
      assertThat(opened.packet()).contains(packet);
      assertThat(head.mended()).isEqualTo(4);
      assertThat(opened.mended()).isEqualTo(wrong);
    }
  }

  private static void spoil(
      byte[] octets, int from, int stride, int wrong, int places, Random random) {
    random
        .ints(0, places)
        .distinct()
        .limit(wrong)
        .forEach(at -> octets[from + at * stride] ^= (byte) random.nextInt(1, 256));
  }

  @Test
  void a_payload_of_the_advised_length_makes_no_packet_longer_than_any_other() {
    for (int strength = 0; strength <= LinePacketCodec.STRONGEST; strength++) {
      Bytes payload = Bytes.of(new byte[LinePacketCodec.longestPayload(strength)]);
      LinePacket packet =
          new LinePacket(
              LinePacket.Kind.LOAD, 1, 2, 3, 4, new LinePacket.Receipt(0, 0, 0, 0, 0), payload);
      assertThat(codec.write(packet, strength)).hasSize(LinePacketCodec.HEAD_END + 24 * 255);
    }
  }

  @Test
  void what_cannot_be_put_right_is_noticed() {
    Random random = new Random(3);
    for (int round = 0; round < 5_000; round++) {
      LinePacket packet = packet(random);
      byte[] octets = codec.write(packet, random.nextInt(3));
      for (int wrong = random.nextInt(1, 200); wrong > 0; wrong--) {
        octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
      }
      read(octets).ifPresent(read -> assertThat(read).isEqualTo(packet));
    }
  }

  @Test
  void noise_is_no_packet() {
    Random random = new Random(4);
    for (int round = 0; round < 200_000; round++) {
      byte[] noise = new byte[LinePacketCodec.HEAD_END];
      random.nextBytes(noise);
      assertThat(codec.head(noise).map(head -> codec.open(head, longer(noise, head)).packet()))
          .isIn(Optional.empty(), Optional.of(Optional.empty()));
    }
  }

  private static byte[] longer(byte[] noise, LinePacketCodec.Head head) {
    return Arrays.copyOf(noise, head.packetLength());
  }

  @Test
  void no_packet_has_the_number_0_or_more_than_it_may_carry() {
    LinePacket.Receipt receipt = new LinePacket.Receipt(0, 0, 0, 0, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LinePacket(LinePacket.Kind.BEAT, 0, 1, 1, 1, receipt, Bytes.EMPTY));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new LinePacket(
                    LinePacket.Kind.LOAD,
                    1,
                    1,
                    1,
                    1,
                    receipt,
                    Bytes.of(new byte[LinePacket.LONGEST + 1])));
    assertThatIllegalArgumentException().isThrownBy(() -> new LinePacket.Receipt(0, 0, 0, 256, 0));
  }
}
