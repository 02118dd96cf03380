package lenswacht.link.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.Test;

class LineSplitterTest {
  private final LinePacketCodec codec = new LinePacketCodec();
  private final LineSplitter splitter = new LineSplitter(codec, new LineNoise());
  private final List<LinePacket> heard = new ArrayList<>();

  private static LinePacket packet(int sequence, Random random) {
    byte[] payload = new byte[random.nextInt(0, 700)];
    random.nextBytes(payload);
    return new LinePacket(
        LinePacket.Kind.LOAD,
        1,
        2,
        sequence,
        sequence,
        new LinePacket.Receipt(0, 0, 0, 32, 1),
        Bytes.of(payload));
  }

  private void take(byte[] octets) {
    splitter.take(octets, octets.length, heard::add);
  }

  @Test
  void packets_in_portions_of_any_length_are_found_in_order() {
    Random random = new Random(1);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    List<LinePacket> packets = new ArrayList<>();
    for (int at = 0; at < 300; at++) {
      packets.add(packet(at, random));
      stream.writeBytes(codec.write(packets.getLast(), random.nextInt(4)));
    }
    byte[] octets = stream.toByteArray();
    for (int at = 0; at < octets.length; ) {
      int end = Math.min(octets.length, at + random.nextInt(1, 3_000));
      take(Arrays.copyOfRange(octets, at, end));
      at = end;
    }
    assertThat(heard).isEqualTo(packets);
    assertThat(splitter.foreign()).isZero();
  }

  @Test
  void modem_commands_and_noise_between_packets_are_stepped_over() {
    Random random = new Random(2);
    List<LinePacket> packets = new ArrayList<>();
    for (int at = 0; at < 100; at++) {
      byte[] noise = new byte[random.nextInt(0, 200)];
      random.nextBytes(noise);
      take("ATZ\r\nAT+CGMI\r\nERROR\r\n~\u0000x\u00f0~".getBytes(StandardCharsets.ISO_8859_1));
      take(noise);
      packets.add(packet(at, random));
      take(codec.write(packets.getLast(), 1));
    }
    splitter.pause(heard::add);
    assertThat(heard).isEqualTo(packets);
    assertThat(splitter.foreign()).isGreaterThan(3_000);
  }

  @Test
  void the_packets_behind_one_that_lost_octets_are_found() {
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      heard.clear();
      byte[] broken = codec.write(packet(0, random), 2);
      int from = random.nextInt(broken.length);
      int to = random.nextInt(from, broken.length) + 1;
      LinePacket next = packet(1, random);
      LinePacket last = packet(2, random);
      take(Arrays.copyOf(broken, from));
      take(Arrays.copyOfRange(broken, to, broken.length));
      take(codec.write(next, 0));
      take(codec.write(last, 3));
      splitter.pause(heard::add);
      assertThat(heard).endsWith(next, last);
    }
  }

  @Test
  void a_packet_that_breaks_off_does_not_hold_up_the_next_longer_than_a_pause() {
    Random random = new Random(4);
    LinePacket next = packet(1, random);
    byte[] whole = codec.write(packet(0, new Random(5)), 0);
    take(Arrays.copyOf(whole, LinePacketCodec.HEAD_END + 1));
    splitter.pause(heard::add);
    take(codec.write(next, 0));
    assertThat(heard).containsExactly(next);
  }

  @Test
  void hostile_octets_make_no_packet_and_end() {
    Random random = new Random(6);
    byte[] head = codec.write(packet(0, random), 16);
    for (int round = 0; round < 300; round++) {
      byte[] octets = new byte[random.nextInt(1, 20_000)];
      random.nextBytes(octets);
      for (int at = random.nextInt(50); at + 100 < octets.length; at += random.nextInt(4, 400)) {
        int length = random.nextInt(4, LinePacketCodec.HEAD_END + 1);
        System.arraycopy(head, 0, octets, at, length);
      }
      take(octets);
      splitter.pause(heard::add);
    }
    assertThat(heard).isEmpty();
  }
}
