package lenswacht.probe.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.observation.Bytes;
import lenswacht.probe.frame.Frames;
import lenswacht.probe.net.Overheard.Frame;
import lenswacht.probe.net.Overheard.LinkType;
import lenswacht.probe.question.Mangled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaptureReaderTest {
  private static final Bytes ARP = Frames.arp(Frames.CAMERA, "192.0.2.10", "192.0.2.1");
  private static final List<Bytes> FRAMES = List.of(ARP, Frames.lldp(), ARP);

  static Stream<ByteOrder> orders() {
    return Stream.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void pcap_is_read_in_both_orders_and_both_resolutions(ByteOrder order) throws Exception {
    assertThat(read(Captures.pcap(order, false, FRAMES)).getFirst())
        .isEqualTo(
            new Frame(
                Instant.ofEpochSecond(Captures.FIRST, 500_000),
                LinkType.ETHERNET,
                ARP,
                ARP.length()));
    assertThat(read(Captures.pcap(order, true, FRAMES)).get(1).at())
        .isEqualTo(Instant.ofEpochSecond(Captures.FIRST + 1, 500));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void pcapng_is_read_in_both_orders_with_the_times_and_limits_of_each_interface(ByteOrder order)
      throws Exception {
    byte[] file = Captures.pcapng(order, FRAMES);
    CaptureReader reader = CaptureReader.open(new ByteArrayInputStream(file));
    List<Frame> frames = rest(reader);
    assertThat(frames).hasSize(3);
    assertThat(frames.get(0).at()).isEqualTo(Instant.ofEpochSecond(Captures.FIRST, 500_000_000));
    assertThat(frames.get(1).at())
        .isEqualTo(Instant.ofEpochSecond(Captures.FIRST + 1, 500_000_000));
    assertThat(frames.get(1).isCut()).isTrue();
    assertThat(frames.get(1).bytes()).isEqualTo(Frames.lldp().head(64));
    assertThat(frames.get(2).isCut()).isFalse();
    assertThat(reader.dropped()).isEqualTo(3);
    assertThat(reader.isTorn()).isFalse();
  }

  @Test
  void a_file_that_ends_in_a_frame_gives_what_stands_before_it_and_says_so() throws Exception {
    byte[] file = Captures.pcap(ByteOrder.LITTLE_ENDIAN, false, FRAMES);
    CaptureReader reader =
        CaptureReader.open(new ByteArrayInputStream(Arrays.copyOf(file, file.length - 3)));
    assertThat(rest(reader)).hasSize(2);
    assertThat(reader.isTorn()).isTrue();
  }

  @Test
  void a_frame_that_claims_a_gigabyte_is_refused_before_memory_is_taken() throws Exception {
    byte[] file = Captures.pcap(ByteOrder.BIG_ENDIAN, false, FRAMES);
    file[24 + 8] = 0x40;
    CaptureReader reader = CaptureReader.open(new ByteArrayInputStream(file));
    assertThatThrownBy(reader::next).isInstanceOf(MalformedCaptureException.class);
  }

  @Test
  void what_is_no_capture_is_refused() {
    assertThatThrownBy(() -> read(Bytes.utf8("please scan everything").toArray()))
        .isInstanceOf(MalformedCaptureException.class);
    assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(MalformedCaptureException.class);
  }

  @Test
  void mangled_captures_give_frames_or_a_refusal() throws IOException {
    for (byte[] good :
        List.of(
            Captures.pcap(ByteOrder.LITTLE_ENDIAN, false, FRAMES),
            Captures.pcapng(ByteOrder.LITTLE_ENDIAN, FRAMES),
            Captures.pcapng(ByteOrder.BIG_ENDIAN, FRAMES))) {
      for (Bytes mangled : Mangled.of(Bytes.of(good))) {
        try {
          assertThat(read(mangled.toArray())).doesNotContainNull();
        } catch (MalformedCaptureException refused) {
          assertThat(refused.why()).isNotBlank();
        }
      }
    }
  }

  @Test
  void a_large_capture_is_a_stream_of_frames_in_bounded_memory() throws Exception {
    byte[] file = Captures.pcap(ByteOrder.LITTLE_ENDIAN, false, FRAMES);
    byte[] head = Arrays.copyOf(file, 24);
    byte[] frames = Arrays.copyOfRange(file, 24, file.length);
    int rounds = 200_000;
    CaptureReader reader = CaptureReader.open(new Repeated(head, frames, rounds));
    long count = 0;
    while (reader.next().isPresent()) {
      count++;
    }
    assertThat(count).isEqualTo(3L * rounds);
  }

  /// A file that exists only while it is read.
  private static final class Repeated extends InputStream {
    private final byte[] frames;
    private byte[] now;
    private int at;
    private int left;

    Repeated(byte[] head, byte[] frames, int rounds) {
      this.now = head;
      this.frames = frames;
      this.left = rounds;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      if (at == now.length) {
        if (left-- == 0) {
          return -1;
        }
        now = frames;
        at = 0;
      }
      int count = Math.min(length, now.length - at);
      System.arraycopy(now, at, into, from, count);
      at += count;
      return count;
    }
  }

  private static List<Frame> read(byte[] file) throws IOException, MalformedCaptureException {
    return rest(CaptureReader.open(new ByteArrayInputStream(file)));
  }

  private static List<Frame> rest(CaptureReader reader)
      throws IOException, MalformedCaptureException {
    List<Frame> frames = new ArrayList<>();
    for (Optional<Frame> one = reader.next(); one.isPresent(); one = reader.next()) {
      frames.add(one.get());
    }
    return frames;
  }
}
