package lenswacht.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lenswacht.link.frame.FrameCodec;
import lenswacht.link.tls.SecureChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionOverTcpTest {
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

  @Test
  void order_is_accepted_progress_followed_and_journal_copied() throws Exception {
    byte[] journal = ends.paired().writeJournal(400_000);
    try (ConsoleLink console = ends.connect(Cables.open(ends.listen()))) {
      assertThat(console.device()).isEqualTo(ends.desk.card());
      assertThat(console.order(ends.mandate())).isEqualTo(new OrderReply.Accepted("run-m-1"));
      List<Progress> seen = new ArrayList<>();
      console.follow(seen::add);
      assertThat(seen).hasSize(FakeDesk.STEPS + 1);
      assertThat(seen.getLast().running()).isFalse();
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      long offset = console.copyJournal(0, copy);
      assertThat(copy.toByteArray()).isEqualTo(journal);
      console.acknowledge(offset);
      assertThat(ends.desk.acknowledged).hasValue(journal.length);
    }
  }

  @Test
  void mandate_of_a_stranger_is_refused_by_the_desk() throws Exception {
    Identity stranger = Identity.openOrCreate(folder.resolve("stranger"), "stranger");
    try (ConsoleLink console = ends.paired().connect(Cables.open(ends.listen()))) {
      assertThat(console.order(TwoEnds.mandateSignedBy(stranger)))
          .isInstanceOfSatisfying(
              OrderReply.Refused.class,
              refused -> assertThat(refused.why()).isEqualTo("signer-not-trusted"));
    }
  }

  @Test
  void run_can_be_stopped_while_another_thread_follows_it() throws Exception {
    try (ConsoleLink console = ends.paired().connect(Cables.open(ends.listen()))) {
      console.order(ends.mandate());
      List<Progress> seen = new ArrayList<>();
      console.follow(
          progress -> {
            seen.add(progress);
            try {
              console.stop();
            } catch (LinkException failed) {
              throw new AssertionError(failed);
            }
          });
      assertThat(seen).hasSizeLessThan(FakeDesk.STEPS);
      assertThat(ends.desk.stops.get()).isPositive();
    }
  }

  @Test
  void journal_copy_goes_on_after_the_cable_was_cut() throws Exception {
    byte[] journal = ends.paired().writeJournal(500_000);
    LinkAddress.Tcp address = ends.listen();
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    try (ConsoleLink console = ends.connect(new CutCable(Cables.open(address), 250_000))) {
      assertThatThrownBy(() -> console.copyJournal(0, copy))
          .isInstanceOfSatisfying(
              LinkException.class,
              broken -> assertThat(broken.reason()).isEqualTo(LinkException.Reason.BROKEN_OFF));
      assertThatThrownBy(console::progress).isInstanceOf(LinkException.class);
    }
    assertThat(copy.size()).isBetween(1, journal.length - 1);
    try (ConsoleLink console = ends.connect(Cables.open(address))) {
      console.copyJournal(copy.size(), copy);
    }
    assertThat(copy.toByteArray()).isEqualTo(journal);
  }

  @Test
  void journal_that_is_shorter_than_what_was_received_is_another_one() throws Exception {
    byte[] journal = ends.paired().writeJournal(1_000);
    try (ConsoleLink console = ends.connect(Cables.open(ends.listen()))) {
      assertThatThrownBy(
              () -> console.copyJournal(journal.length + 1L, OutputStream.nullOutputStream()))
          .isInstanceOf(LinkException.class)
          .hasMessageContaining("another journal");
      assertThat(console.copyJournal(journal.length, OutputStream.nullOutputStream()))
          .isEqualTo(journal.length);
    }
  }

  @Test
  void console_that_the_device_does_not_know_is_refused() throws Exception {
    ends.consolePeers.add(new PairedPeers.Peer(ends.device.key(), "device", Instant.EPOCH));
    assertThatReason(() -> ends.connect(Cables.open(ends.listen())))
        .isEqualTo(LinkException.Reason.NOT_PAIRED);
  }

  @Test
  void console_that_is_paired_with_nobody_is_told_so() throws Exception {
    ends.devicePeers.add(new PairedPeers.Peer(ends.console.key(), "console", Instant.EPOCH));
    assertThatReason(() -> ends.connect(Cables.open(ends.listen())))
        .isEqualTo(LinkException.Reason.NOT_PAIRED);
  }

  @Test
  void device_with_another_key_is_refused() throws Exception {
    Identity other = Identity.openOrCreate(folder.resolve("other"), "other");
    ends.paired();
    ends.consolePeers.remove(ends.device.key());
    ends.consolePeers.add(new PairedPeers.Peer(other.key(), "other", Instant.EPOCH));
    assertThatReason(() -> ends.connect(Cables.open(ends.listen())))
        .isEqualTo(LinkException.Reason.WRONG_KEY);
  }

  @Test
  void console_with_another_key_is_refused() throws Exception {
    Identity other = Identity.openOrCreate(folder.resolve("other"), "other");
    ends.paired();
    Cable cable = Cables.open(ends.listen());
    assertThatReason(() -> ConsoleLink.connect(cable, other, ends.consolePeers))
        .isEqualTo(LinkException.Reason.NOT_PAIRED);
  }

  @Test
  void nobody_at_the_other_end_is_unreachable() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = taken.getLocalPort();
    }
    assertThatReason(() -> Cables.open(TwoEnds.loopback(port)))
        .isEqualTo(LinkException.Reason.UNREACHABLE);
    assertThatReason(() -> Cables.open(LinkAddress.parse("journal:somewhere")))
        .isEqualTo(LinkException.Reason.UNREACHABLE);
  }

  @Test
  void console_meets_garbage_with_a_clear_refusal() throws Exception {
    ends.paired();
    Random random = new Random(11);
    for (int round = 0; round < 20; round++) {
      byte[] garbage = new byte[random.nextInt(1, 40_000)];
      random.nextBytes(garbage);
      try (ServerSocket door = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
        Thread.ofVirtual()
            .start(
                () -> {
                  try (Socket socket = door.accept()) {
                    socket.getOutputStream().write(garbage);
                    socket.shutdownOutput();
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                  } catch (java.io.IOException gone) {
                    // the console has left
                  }
                });
        Cable cable = Cables.open(TwoEnds.loopback(door.getLocalPort()));
        assertThatReason(() -> ends.connect(cable))
            .isIn(LinkException.Reason.PROTOCOL, LinkException.Reason.BROKEN_OFF);
      }
    }
  }

  @Test
  void paired_console_that_talks_nonsense_is_told_so_and_the_device_goes_on() throws Exception {
    LinkAddress.Tcp address = ends.paired().listen();
    byte[] oversize = {0x30, 0x7f, -1, -1, -1};
    byte[] unknown = {0x77, 0, 0, 0, 0};
    byte[] malformed = {0x42, 0, 0, 0, 2, '{', '{'};
    byte[] outOfTurn = FrameCodec.write(LinkMessageCodec.write(new LinkMessage.Done()));
    byte[] chunk = {0x01, 0, 0, 0, 1, 9};
    for (byte[] nonsense : List.of(oversize, unknown, malformed, outOfTurn, chunk)) {
      Cable cable = Cables.open(address);
      SecureChannel channel =
          SecureChannel.client(
              cable.in(),
              cable.out(),
              ends.console.privateKey(),
              ends.console.certificate(),
              (key, protocol) -> true,
              List.of(Conversation.SESSION));
      channel.handshake();
      try (Conversation talk = Conversation.asking(cable, channel, TwoEnds.QUICK)) {
        talk.hear(LinkMessage.Hello.class);
        talk.say(new LinkMessage.Chosen(1, "odd"));
        channel.out().write(nonsense);
        assertThat(talk.hear())
            .isInstanceOfSatisfying(
                LinkMessage.Ended.class,
                ended -> assertThat(ended.reason()).isEqualTo(LinkException.Reason.PROTOCOL));
      }
    }
    ends.connect(Cables.open(address)).close();
  }

  @Test
  void version_that_was_not_offered_ends_the_session() throws Exception {
    Cable cable = Cables.open(ends.paired().listen());
    SecureChannel channel =
        SecureChannel.client(
            cable.in(),
            cable.out(),
            ends.console.privateKey(),
            ends.console.certificate(),
            (key, protocol) -> true,
            List.of(Conversation.SESSION));
    channel.handshake();
    try (Conversation talk = Conversation.asking(cable, channel, TwoEnds.QUICK)) {
      talk.hear(LinkMessage.Hello.class);
      talk.say(new LinkMessage.Chosen(99, "from the future"));
      assertThat(talk.hear()).isInstanceOf(LinkMessage.Ended.class);
    }
  }

  @Test
  void device_closes_on_garbage_and_serves_the_next_console() throws Exception {
    LinkAddress.Tcp address = ends.paired().listen();
    Random random = new Random(12);
    for (int round = 0; round < 20; round++) {
      byte[] garbage = new byte[random.nextInt(1, 40_000)];
      random.nextBytes(garbage);
      try (Socket socket = new Socket(address.address(), address.port())) {
        socket.getOutputStream().write(garbage);
        socket.shutdownOutput();
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (java.io.IOException reset) {
        // the device has left, as it should
      }
    }
    try (ConsoleLink console = ends.connect(Cables.open(address))) {
      assertThat(console.progress().running()).isFalse();
    }
  }

  static org.assertj.core.api.AbstractComparableAssert<?, LinkException.Reason> assertThatReason(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    LinkException failed =
        org.assertj.core.api.Assertions.catchThrowableOfType(LinkException.class, call);
    assertThat(failed).isNotNull();
    assertThat(failed).message().isNotBlank();
    return assertThat(failed.reason());
  }
}
