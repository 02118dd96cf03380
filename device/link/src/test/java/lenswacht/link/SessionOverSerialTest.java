package lenswacht.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lenswacht.link.serial.LineTimes;
import lenswacht.link.serial.PoorCable;
import lenswacht.link.serial.RoughCable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionOverSerialTest {
  private static final LineTimes QUICK =
      new LineTimes(Duration.ofMillis(40), Duration.ofMillis(100), Duration.ofSeconds(2));

  @TempDir Path folder;

  private TwoEnds ends;

  @BeforeEach
  void two_ends() throws Exception {
    ends = new TwoEnds(folder);
  }

  @AfterEach
  void close() {
    ends.close();
  }

  /// As the agent does: serves one console after the other on the same port.
  private Thread serveOn(String port) {
    return Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                try {
                  ends.link.serve(SerialCable.open(new LinkAddress.Serial(port), QUICK));
                } catch (LinkException gone) {
                  return;
                }
              }
            });
  }

  private Cable consoleCable(PoorCable cable) throws LinkException {
    return SerialCable.open(new LinkAddress.Serial(cable.left()), QUICK);
  }

  @Test
  void whole_session_over_a_line_that_flips_and_loses() throws Exception {
    byte[] journal = ends.writeJournal(120_000);
    try (PoorCable cable = new PoorCable(0.0001, 0.0001)) {
      Thread agent = serveOn(cable.right());
      DeviceCard card =
          ConsoleLink.pair(
              consoleCable(cable), ends.console, ends.consolePeers, digits -> true, TwoEnds.QUICK);
      assertThat(card).isEqualTo(ends.desk.card());
      try (ConsoleLink console = ends.connect(consoleCable(cable))) {
        assertThat(console.order(ends.mandate())).isEqualTo(new OrderReply.Accepted("run-m-1"));
        List<Progress> seen = new ArrayList<>();
        console.follow(seen::add);
        assertThat(seen.getLast().running()).isFalse();
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        console.copyJournal(0, copy);
        assertThat(copy.toByteArray()).isEqualTo(journal);
        assertThat(cable.faults()).isGreaterThan(5);
      }
      agent.interrupt();
      ends.close();
    }
  }

  @Test
  void journal_copy_goes_on_after_the_line_was_cut_and_mended() throws Exception {
    byte[] journal = ends.paired().writeJournal(300_000);
    try (PoorCable cable = new PoorCable(0, 0)) {
      Thread agent = serveOn(cable.right());
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      try (ConsoleLink console = ends.connect(consoleCable(cable))) {
        cable.cutAfter(150_000);
        assertThatThrownBy(() -> console.copyJournal(0, copy))
            .isInstanceOfSatisfying(
                LinkException.class,
                broken -> assertThat(broken.reason()).isEqualTo(LinkException.Reason.BROKEN_OFF));
      }
      assertThat(copy.size()).isBetween(1, journal.length - 1);
      cable.mend();
      try (ConsoleLink console = ends.connect(consoleCable(cable))) {
        console.copyJournal(copy.size(), copy);
      }
      assertThat(copy.toByteArray()).isEqualTo(journal);
      agent.interrupt();
      ends.close();
    }
  }

  /// One attempt to go on with the copy; the cable flips bits and is pulled out after `cut` octets.
  private void copyUntilPulled(ByteArrayOutputStream copy, int cut) throws Exception {
    RoughCable cable = new RoughCable(1e-5, 50, cut);
    Cable device = new SerialCable(cable.right(cut), QUICK);
    Thread agent = Thread.ofVirtual().start(() -> ends.link.serve(device));
    try (ConsoleLink console = ends.connect(new SerialCable(cable.left(cut), QUICK))) {
      console.copyJournal(copy.size(), copy);
      console.acknowledge(copy.size());
    } catch (LinkException pulled) {
      assertThat(pulled.reason())
          .isIn(LinkException.Reason.BROKEN_OFF, LinkException.Reason.UNREACHABLE);
    }
    agent.join();
  }

  @Test
  void nothing_of_the_journal_is_lost_wherever_the_cable_is_pulled() throws Exception {
    byte[] journal = ends.paired().writeJournal(90_000);
    for (int cut = 100; cut < 110_000; cut += 2_311) {
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      ends.desk.acknowledged.set(0);
      copyUntilPulled(copy, cut);
      assertThat(copy.toByteArray()).isEqualTo(Arrays.copyOf(journal, copy.size()));
      assertThat(ends.desk.acknowledged.get()).isIn(0L, (long) copy.size());
      for (int tries = 0; copy.size() < journal.length && tries < 20; tries++) {
        copyUntilPulled(copy, 200_000);
      }
      assertThat(copy.toByteArray()).isEqualTo(journal);
    }
  }

  @Test
  void device_serves_one_console_after_the_other_on_its_port() throws Exception {
    byte[] journal = ends.paired().writeJournal(20_000);
    try (PoorCable cable = new PoorCable(0, 0)) {
      ends.link.listen(new LinkAddress.Serial(cable.right()));
      for (int round = 0; round < 3; round++) {
        try (ConsoleLink console = ends.connect(consoleCable(cable))) {
          assertThat(console.journalLength()).isEqualTo(journal.length);
        }
      }
      ends.close();
    }
    SessionOverTcpTest.assertThatReason(
            () -> ends.link.listen(new LinkAddress.Serial("/dev/no-such-port")))
        .isEqualTo(LinkException.Reason.UNREACHABLE);
  }

  @Test
  void nobody_at_the_other_end_is_unreachable() throws Exception {
    LinkTimes hurried =
        new LinkTimes(
            Duration.ofMillis(500),
            TwoEnds.QUICK.pulse(),
            TwoEnds.QUICK.stuck(),
            TwoEnds.QUICK.pairing(),
            TwoEnds.QUICK.rest(),
            TwoEnds.QUICK.glance());
    try (PoorCable cable = new PoorCable(0, 0)) {
      Cable end = consoleCable(cable);
      SessionOverTcpTest.assertThatReason(
              () -> ConsoleLink.connect(end, ends.console, ends.consolePeers, hurried))
          .isEqualTo(LinkException.Reason.UNREACHABLE);
    }
  }

  @Test
  void port_that_does_not_exist_is_unreachable() {
    SessionOverTcpTest.assertThatReason(
            () -> Cables.open(LinkAddress.parse("serial:/dev/no-such-port")))
        .isEqualTo(LinkException.Reason.UNREACHABLE);
  }

  @Test
  void port_that_is_taken_is_unreachable() throws Exception {
    try (PoorCable cable = new PoorCable(0, 0);
        Cable first = consoleCable(cable)) {
      assertThat(first.description()).contains(cable.left());
      SessionOverTcpTest.assertThatReason(() -> consoleCable(cable))
          .isEqualTo(LinkException.Reason.UNREACHABLE);
    }
  }
}
