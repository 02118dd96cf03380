package lenswacht.link.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReliableLineTest {
  private static final LineTimes QUICK =
      new LineTimes(Duration.ofMillis(30), Duration.ofMillis(100), Duration.ofSeconds(2));

  private static ReliableLine open(String port) throws IOException {
    return new ReliableLine(SerialPortLine.open(port), QUICK);
  }

  private static Thread writing(ReliableLine line, byte[] octets) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                line.out().write(octets);
                line.close();
              } catch (IOException broken) {
                throw new IllegalStateException(broken);
              }
            });
  }

  @Test
  void both_directions_at_once_over_a_very_poor_line_are_correct() throws Exception {
    byte[] there = new byte[60_000];
    byte[] back = new byte[60_000];
    new Random(1).nextBytes(there);
    new Random(2).nextBytes(back);
    try (PoorCable cable = new PoorCable(0.0003, 0.0003);
        ReliableLine left = open(cable.left());
        ReliableLine right = open(cable.right())) {
      Thread writesThere = Thread.ofVirtual().start(() -> write(left, there));
      Thread writesBack = Thread.ofVirtual().start(() -> write(right, back));
      assertThat(right.in().readNBytes(there.length)).isEqualTo(there);
      assertThat(left.in().readNBytes(back.length)).isEqualTo(back);
      writesThere.join();
      writesBack.join();
      assertThat(cable.faults()).isGreaterThan(10);
    }
  }

  private static void write(ReliableLine line, byte[] octets) {
    try {
      line.out().write(octets);
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void closing_ends_the_other_stream_in_order() throws Exception {
    try (PoorCable cable = new PoorCable(0, 0);
        ReliableLine left = open(cable.left());
        ReliableLine right = open(cable.right())) {
      writing(left, new byte[5_000]);
      assertThat(right.in().readAllBytes()).hasSize(5_000);
      assertThatIOException().isThrownBy(() -> right.out().write(1));
    }
  }

  @Test
  void writer_waits_for_a_reader_that_is_slow() throws Exception {
    byte[] octets = new byte[500_000];
    new Random(3).nextBytes(octets);
    try (PoorCable cable = new PoorCable(0, 0);
        ReliableLine left = open(cable.left());
        ReliableLine right = open(cable.right())) {
      Thread writer = writing(left, octets);
      assertThat(writer.join(Duration.ofMillis(1_200))).isFalse();
      assertThat(right.in().readAllBytes()).isEqualTo(octets);
    }
  }

  @Test
  void silence_ends_both_streams() throws Exception {
    try (PoorCable cable = new PoorCable(0, 0);
        ReliableLine left = open(cable.left());
        ReliableLine right = open(cable.right())) {
      left.out().write(1);
      assertThat(right.in().read()).isEqualTo(1);
      cable.cutAfter(0);
      assertThatIOException()
          .isThrownBy(() -> right.in().read())
          .withMessageContaining("nothing was heard");
      assertThatIOException().isThrownBy(() -> left.out().write(new byte[1_000_000]));
    }
  }

  @Test
  void other_end_that_begins_anew_ends_the_stream() throws Exception {
    try (PoorCable cable = new PoorCable(0, 0);
        ReliableLine left = open(cable.left())) {
      SerialPortLine port = SerialPortLine.open(cable.right());
      ReliableLine first = new ReliableLine(port, QUICK);
      left.out().write(1);
      assertThat(first.in().read()).isEqualTo(1);
      port.close();
      ReliableLine second = open(cable.right());
      assertThatIOException()
          .isThrownBy(() -> left.in().read())
          .withMessageContaining("began anew");
      second.close();
      first.close();
    }
  }

  @Test
  void port_that_is_pulled_out_ends_the_stream() throws Exception {
    PseudoTerminal terminal = new PseudoTerminal();
    try (ReliableLine line = open(terminal.name())) {
      terminal.close();
      assertThatIOException().isThrownBy(() -> line.in().read()).withMessageContaining("is gone");
    }
  }

  @Test
  void closing_frees_a_read_and_a_write_that_wait() throws Exception {
    try (PoorCable cable = new PoorCable(0, 0)) {
      ReliableLine line = open(cable.left());
      Thread reader =
          Thread.ofVirtual()
              .start(() -> assertThatIOException().isThrownBy(() -> line.in().read()));
      Thread writer =
          Thread.ofVirtual()
              .start(
                  () ->
                      assertThatIOException()
                          .isThrownBy(() -> line.out().write(new byte[1_000_000])));
      line.close();
      reader.join();
      writer.join();
    }
  }

  @Test
  void closing_ends_a_write_to_a_port_that_nobody_reads() throws Exception {
    try (PseudoTerminal halfOpen = new PseudoTerminal()) {
      SerialPortLine line = SerialPortLine.open(halfOpen.name());
      Thread writer =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> assertThatIOException().isThrownBy(() -> line.write(new byte[1_000_000])));
      assertThat(writer.join(Duration.ofMillis(300))).isFalse();
      line.close();
      assertThat(writer.join(Duration.ofSeconds(10))).isTrue();
    }
  }
}
