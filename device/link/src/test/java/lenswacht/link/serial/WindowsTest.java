package lenswacht.link.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTest {
  private final SendWindow sending = new SendWindow();
  private final ReceiveWindow receiving = new ReceiveWindow();
  private int stamp;

  private LinePacket.Receipt receipt(int latest) {
    return receiving.receipt(latest, 0);
  }

  private SendWindow.Due sent() {
    SendWindow.Due due = sending.due().orElseThrow();
    sending.sent(due, ++stamp);
    return due;
  }

  private void arrive(SendWindow.Due due) {
    receiving.take(due.sequence(), due.payload(), due.last());
  }

  private byte[] read(int most) {
    byte[] octets = new byte[most];
    int count = receiving.read(octets, 0, most);
    return Arrays.copyOf(octets, Math.max(0, count));
  }

  @Test
  void only_what_was_lost_is_sent_again() {
    sending.add(new byte[500], 0, 500, 100);
    List<SendWindow.Due> dues = new ArrayList<>();
    for (int at = 0; at < 5; at++) {
      dues.add(sent());
    }
    arrive(dues.get(0));
    arrive(dues.get(2));
    arrive(dues.get(4));
    assertThat(sending.learn(receipt(5))).isTrue();
    assertThat(sent().sequence()).isEqualTo(1);
    assertThat(sent().sequence()).isEqualTo(3);
    assertThat(sending.due()).isEmpty();
    assertThat(sending.learn(receipt(5))).isFalse();
    assertThat(sending.due()).isEmpty();
  }

  @Test
  void what_the_other_end_has_not_seen_pass_is_not_taken_for_lost() {
    sending.add(new byte[300], 0, 300, 100);
    arrive(sent());
    sent();
    sent();
    sending.learn(receipt(1));
    assertThat(sending.due()).isEmpty();
  }

  @Test
  void nothing_is_sent_beyond_the_room_of_the_other_end() {
    int count = sending.add(new byte[100_000], 0, 100_000, 10);
    assertThat(count).isEqualTo(10 * SendWindow.PLACES);
    assertThat(sending.full()).isTrue();
    for (int at = 0; at < SendWindow.PLACES; at++) {
      arrive(sent());
    }
    sending.learn(receipt(stamp));
    assertThat(sending.empty()).isTrue();
    sending.add(new byte[10], 0, 10, 10);
    assertThat(sending.due()).isEmpty();
    assertThat(read(10)).hasSize(10);
    sending.learn(receipt(stamp));
    assertThat(sending.due()).isPresent();
  }

  @Test
  void small_writes_that_wait_share_a_packet() {
    for (int at = 0; at < 50; at++) {
      sending.add(new byte[] {(byte) at}, 0, 1, 30);
    }
    assertThat(sent().payload().length()).isEqualTo(30);
    assertThat(sent().payload().length()).isEqualTo(20);
    assertThat(sending.due()).isEmpty();
  }

  @Test
  void receipts_that_make_no_sense_change_nothing() {
    Random random = new Random(1);
    sending.add(new byte[1_000], 0, 1_000, 100);
    for (int at = 0; at < 5; at++) {
      sent();
    }
    for (int round = 0; round < 100_000; round++) {
      int expected = random.nextBoolean() ? random.nextInt() : random.nextInt(6, 40);
      LinePacket.Receipt lie =
          new LinePacket.Receipt(expected, random.nextInt(), stamp - 100, random.nextInt(256), 0);
      assertThat(sending.learn(lie)).isFalse();
    }
    assertThat(sending.due().orElseThrow().sequence()).isEqualTo(5);
    assertThat(sending.empty()).isFalse();
  }

  @Test
  void packets_from_anywhere_fill_no_more_than_the_window() {
    Random random = new Random(2);
    for (int round = 0; round < 100_000; round++) {
      receiving.take(random.nextInt(), Bytes.of((byte) 1), random.nextInt(10) == 0);
    }
    assertThat(receiving.room()).isBetween(0, ReceiveWindow.PLACES);
    byte[] octets = new byte[100];
    int count = 0;
    for (int read = receiving.read(octets, 0, 100); read > 0; ) {
      count += read;
      read = receiving.read(octets, 0, 100);
    }
    assertThat(count).isLessThanOrEqualTo(ReceiveWindow.PLACES);
  }

  @Test
  void nothing_counts_behind_the_end() {
    receiving.take(1, Bytes.EMPTY, true);
    receiving.take(2, Bytes.utf8("late"), false);
    receiving.take(3, Bytes.EMPTY, true);
    assertThat(receiving.complete()).isFalse();
    receiving.take(0, Bytes.utf8("first"), false);
    assertThat(receiving.complete()).isTrue();
    assertThat(read(100)).isEqualTo(Bytes.utf8("first").toArray());
    assertThat(receiving.read(new byte[1], 0, 1)).isEqualTo(-1);
    assertThat(receiving.read(new byte[1], 0, 1)).isEqualTo(-1);
  }

  /// A packet or a receipt on its way.
  private record Flying(Optional<SendWindow.Due> due, int stamp, LinePacket.Receipt receipt) {}

  /// Loses, doubles and overtakes in both directions, with a reader that reads by fits and starts.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everything_arrives_once_and_in_order(int seed) {
    Random random = new Random(seed);
    byte[] octets = new byte[60_000];
    random.nextBytes(octets);
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    List<Flying> there = new ArrayList<>();
    List<Flying> back = new ArrayList<>();
    int written = 0;
    int latest = 0;
    byte[] portion = new byte[5_000];
    int ended = 0;
    while (ended >= 0) {
      int fits = Math.min(octets.length - written, random.nextInt(1, 4_000));
      written += sending.add(octets, written, fits, random.nextInt(50, 300));
      if (written == octets.length) {
        sending.end();
      }
      Optional<SendWindow.Due> due = sending.due();
      there.add(new Flying(due, ++stamp, receipt(0)));
      due.ifPresent(one -> sending.sent(one, stamp));
      for (Flying arrived : through(there, random)) {
        latest = Math.max(latest, arrived.stamp());
        arrived.due().ifPresent(this::arrive);
        back.add(new Flying(Optional.empty(), 0, receipt(latest)));
      }
      for (Flying told : through(back, random)) {
        sending.learn(told.receipt());
      }
      if (random.nextInt(3) == 0) {
        ended = receiving.read(portion, 0, random.nextInt(1, portion.length));
        copy.write(portion, 0, Math.max(0, ended));
      }
    }
    assertThat(copy.toByteArray()).isEqualTo(octets);
  }

  private static List<Flying> through(List<Flying> cable, Random random) {
    List<Flying> arrived = new ArrayList<>();
    while (!cable.isEmpty() && random.nextInt(4) != 0) {
      Flying next = cable.remove(random.nextInt(20) == 0 ? cable.size() - 1 : 0);
      int times = random.nextInt(10) == 0 ? 0 : random.nextInt(10) == 0 ? 2 : 1;
      for (int time = 0; time < times; time++) {
        arrived.add(next);
      }
    }
    return arrived;
  }
}
