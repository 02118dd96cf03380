package lenswacht.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lenswacht.link.frame.MalformedFrameException;
import lenswacht.link.tls.SecureChannel;
import lenswacht.observation.Bytes;
import lenswacht.observation.Order;
import lenswacht.observation.SignedOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedOrdersTest {
  @TempDir Path folder;
  private TwoEnds ends;
  private LinkAddress.Tcp address;

  @BeforeEach
  void two_ends() throws Exception {
    ends = new TwoEnds(folder).paired();
    address = ends.listen();
  }

  @AfterEach
  void close() {
    ends.close();
  }

  @Test
  void orders_arrive_signed_and_in_the_order_in_which_they_were_given() throws Exception {
    Instant then = Instant.parse("2026-06-01T12:00:00Z");
    try (ConsoleLink console = ends.connect(Cables.open(address))) {
      assertThat(console.order(ends.mandate())).isInstanceOf(OrderReply.Accepted.class);
      assertThat(console.give(new Order.SetClock(then))).isInstanceOf(OrderAnswer.Done.class);
      console.stop();
    }
    assertThat(ends.desk.carriedOut)
        .hasSize(5)
        .startsWith(new Order.KeepMandate(ends.mandate()))
        .element(1)
        .isInstanceOf(Order.SetClock.class);
    assertThat(ends.desk.carriedOut)
        .endsWith(new Order.Start("m-1"), new Order.SetClock(then), new Order.Stop());
    assertThat(OrderBook.open(folder.resolve("device")).last(ends.console.key())).isEqualTo(5);
  }

  @Test
  void an_order_counts_once_and_only_for_the_device_and_from_the_console_that_it_names()
      throws Exception {
    Identity other = Identity.openOrCreate(folder.resolve("other"), "other");
    SignedOrder good = signed(ends.console, ends.device.key(), 5);
    try (Conversation talk = raw()) {
      assertThat(refusal(talk, signed(other, ends.device.key(), 5)))
          .isEqualTo("signer-not-trusted");
      assertThat(refusal(talk, signed(ends.console, other.key(), 5))).isEqualTo("other-device");
      assertThat(refusal(talk, new SignedOrder(good.text().replace(": 5", ": 6"))))
          .isEqualTo("malformed");
      talk.say(new LinkMessage.Ordered(good));
      assertThat(talk.hear()).isEqualTo(new LinkMessage.Done());
      assertThat(refusal(talk, good)).isEqualTo("old-order");
      assertThat(refusal(talk, signed(ends.console, ends.device.key(), 4))).isEqualTo("old-order");
    }
    assertThat(ends.desk.carriedOut).containsExactly(new Order.Stop());
  }

  private static String refusal(Conversation talk, SignedOrder order) throws IOException {
    talk.say(new LinkMessage.Ordered(order));
    return talk.hear(LinkMessage.OrderRefused.class).reply().why();
  }

  private static SignedOrder signed(Identity signer, Bytes device, long number) throws Exception {
    return SignedOrder.sign(
        new SignedOrder.Sheet(device, number, new Order.Stop()),
        signer.privateKey(),
        signer.publicKey());
  }

  /// A paired console of version 2 that says what it likes.
  private Conversation raw() throws Exception {
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
    Conversation talk = Conversation.asking(cable, channel, TwoEnds.QUICK);
    talk.hear(LinkMessage.Hello.class);
    talk.say(new LinkMessage.Chosen(2, "by hand"));
    return talk;
  }

  @Test
  void an_edition_arrives_whole_and_goes_on_where_it_broke_off() throws Exception {
    byte[] octets = new byte[300_000];
    new Random(5).nextBytes(octets);
    Path file = Files.write(folder.resolve("edition"), octets);
    Order.TakeEdition edition =
        new Order.TakeEdition("knowledge-7", octets.length, Bytes.of(octets).sha256());
    try (Conversation talk = raw()) {
      talk.say(
          new LinkMessage.Ordered(
              SignedOrder.sign(
                  new SignedOrder.Sheet(ends.device.key(), 1, edition),
                  ends.console.privateKey(),
                  ends.console.publicKey())));
      assertThat(talk.hear(LinkMessage.SendEdition.class).offset()).isZero();
      talk.sendChunk(Bytes.of(octets).head(60_000));
      talk.say(new LinkMessage.Ended(LinkException.Reason.BROKEN_OFF, "the cable was pulled"));
      assertThatThrownBy(talk::hear).isInstanceOf(IOException.class);
    }
    Path part = ends.desk.editions().resolve(edition.sha256().hex() + ".part");
    assertThat(part).hasSize(60_000);
    try (ConsoleLink console = ends.connect(Cables.open(address))) {
      assertThat(console.sendEdition("knowledge-7", file)).isInstanceOf(OrderAnswer.Done.class);
      assertThat(console.progress().running()).isFalse();
    }
    assertThat(ends.desk.editions().resolve("knowledge-7")).hasBinaryContent(octets);
    assertThat(part).doesNotExist();
    assertThat(ends.desk.carriedOut).containsExactly(edition);
  }

  @Test
  void an_edition_that_is_not_the_one_ordered_is_thrown_away() throws Exception {
    Order edition = new Order.TakeEdition("e", 3, Bytes.of(new byte[32]));
    try (Conversation talk = raw()) {
      talk.say(
          new LinkMessage.Ordered(
              SignedOrder.sign(
                  new SignedOrder.Sheet(ends.device.key(), 1, edition),
                  ends.console.privateKey(),
                  ends.console.publicKey())));
      talk.hear(LinkMessage.SendEdition.class);
      talk.sendChunk(Bytes.utf8("abc"));
      assertThat(talk.hear(LinkMessage.OrderRefused.class).reply().why()).isEqualTo("altered");
    }
    assertThat(ends.desk.editions()).isEmptyDirectory();
    assertThat(ends.desk.carriedOut).isEmpty();
  }

  @Test
  void a_console_that_was_unpaired_gets_no_further_answer() throws Exception {
    try (ConsoleLink console = ends.connect(Cables.open(address));
        ConsoleLink second = ends.connect(Cables.open(address))) {
      assertThat(console.give(new Order.Unpair(false)))
          .isEqualTo(new OrderAnswer.Wiped(List.of("all of it")));
      SessionOverTcpTest.assertThatReason(second::progress)
          .isEqualTo(LinkException.Reason.NOT_PAIRED);
    }
    SessionOverTcpTest.assertThatReason(() -> ends.connect(Cables.open(address)))
        .isEqualTo(LinkException.Reason.NOT_PAIRED);
  }

  @Test
  void an_unsigned_stop_ends_a_session_of_the_second_version() throws Exception {
    try (Conversation talk = raw()) {
      talk.say(new LinkMessage.Stop());
      assertThat(talk.hear()).isInstanceOf(LinkMessage.Ended.class);
    }
    assertThat(ends.desk.stops).hasValue(0);
  }

  @Test
  void a_question_of_another_thread_is_answered_in_the_midst_of_a_copy() throws Exception {
    byte[] journal = ends.writeJournal(3_000_000);
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    List<Long> told = new ArrayList<>();
    try (ConsoleLink console = ends.connect(Cables.open(address))) {
      Thread asking =
          Thread.ofVirtual()
              .unstarted(
                  () -> {
                    try {
                      console.stop();
                    } catch (LinkException failed) {
                      throw new AssertionError(failed);
                    }
                  });
      console.copyJournal(
          0,
          copy,
          progress -> {
            if (told.isEmpty()) {
              asking.start();
            }
            told.add(progress.octets());
            assertThat(progress.journal().octets()).isEqualTo(journal.length);
          });
      asking.join();
    }
    assertThat(copy.toByteArray()).isEqualTo(journal);
    assertThat(told).isSorted().endsWith((long) journal.length);
    assertThat(ends.desk.stops).hasValue(1);
  }

  @Test
  void storage_that_is_full_ends_the_copy_and_the_session() throws Exception {
    ends.writeJournal(500_000);
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("no space left");
          }
        };
    try (ConsoleLink console = ends.connect(Cables.open(address))) {
      assertThatThrownBy(() -> console.copyJournal(0, full)).hasMessage("no space left");
      SessionOverTcpTest.assertThatReason(console::progress)
          .isEqualTo(LinkException.Reason.BROKEN_OFF);
    }
  }

  @Test
  void a_packed_piece_holds_what_was_packed_and_never_more_than_asked_for() throws Exception {
    Bytes piece = Bytes.of(new byte[60_000]);
    Bytes packed = Packing.pack(piece).orElseThrow();
    assertThat(Packing.unpack(packed, 60_000)).isEqualTo(piece);
    assertThatThrownBy(() -> Packing.unpack(packed, 59_999))
        .isInstanceOf(MalformedFrameException.class);
    assertThatThrownBy(() -> Packing.unpack(packed.head(packed.length() - 2), 60_000))
        .isInstanceOf(MalformedFrameException.class);
    Random random = new Random(4);
    for (int round = 0; round < 2_000; round++) {
      byte[] noise = packed.toArray();
      for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
        noise[random.nextInt(noise.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        assertThat(Packing.unpack(Bytes.of(noise), 60_000).length()).isLessThanOrEqualTo(60_000);
      } catch (MalformedFrameException refused) {
        assertThat(refused).message().isNotBlank();
      }
    }
    byte[] noise = new byte[1_000];
    random.nextBytes(noise);
    assertThat(Packing.pack(Bytes.of(noise))).isEmpty();
  }
}
