package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import lenswacht.link.Identity;
import lenswacht.link.OrderAnswer;
import lenswacht.link.PairedPeers;
import lenswacht.link.SealingIdentity;
import lenswacht.observation.Bytes;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.HandOver;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalKeys;
import lenswacht.observation.JournalLine;
import lenswacht.observation.Order;
import lenswacht.observation.SignedOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderDeskTest {
  private static final Instant BOOT = Instant.parse("1970-01-01T00:00:20Z");
  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private static final SignedOrder SIGNED = new SignedOrder("LENSWACHT ORDER 1\n");

  @TempDir Path folder;
  private Identity device;
  private Identity giver;
  private Identity receiver;
  private PairedPeers peers;
  private DeviceClock clock;
  private Journal journal;
  private OrderDesk desk;

  @BeforeEach
  void device_of_one_console() throws Exception {
    device = Identity.openOrCreate(folder.resolve("device"), "device");
    giver = Identity.openOrCreate(folder.resolve("giver"), "giver");
    receiver = Identity.openOrCreate(folder.resolve("receiver"), "receiver");
    peers = PairedPeers.open(folder.resolve("device"));
    peers.add(new PairedPeers.Peer(giver.key(), "giver", BOOT));
    clock = new DeviceClock(() -> BOOT, ClockTrust.UNKNOWN);
    SealingIdentity reader = SealingIdentity.openOrCreate(folder.resolve("console"));
    JournalKeys keys =
        new JournalKeys(device.privateKey(), device.key(), () -> List.of(reader.key()));
    journal = Journal.open(folder.resolve("journal"), keys, clock, clock.trust());
    desk = new OrderDesk(device.key(), peers, journal, clock, folder.resolve("home"));
  }

  @AfterEach
  void close() throws IOException {
    journal.close();
  }

  private JournalLine lastLine() throws Exception {
    return KeptJournal.lines(folder.resolve("journal"), folder).getLast();
  }

  @Test
  void a_clock_that_nobody_vouches_for_takes_the_time_of_the_console() throws Exception {
    desk.note(SIGNED);
    assertThat(lastLine())
        .isEqualTo(new JournalLine(2, BOOT, ClockTrust.UNKNOWN, new JournalEvent.Ordered(SIGNED)));
    assertThat(desk.set(SIGNED, BOOT, NOW)).isInstanceOf(OrderAnswer.Done.class);
    desk.note(SIGNED);
    assertThat(lastLine().at()).isEqualTo(NOW);
    assertThat(lastLine().clock()).isEqualTo(ClockTrust.SET_BY_CONSOLE);
  }

  @Test
  void a_clock_that_is_trusted_is_not_set() throws Exception {
    DeviceClock own = new DeviceClock(() -> BOOT, ClockTrust.REAL_TIME_CLOCK);
    OrderDesk proud = new OrderDesk(device.key(), peers, journal, own, folder.resolve("home"));
    assertThat(proud.set(SIGNED, BOOT, NOW))
        .isInstanceOfSatisfying(
            OrderAnswer.Refused.class, refused -> assertThat(refused.why()).isEqualTo("own-clock"));
    assertThat(own.instant()).isEqualTo(BOOT);
    assertThat(journal.sequence()).isZero();
  }

  @Test
  void an_order_that_cannot_be_put_into_the_journal_is_refused_with_a_reason() throws Exception {
    JournalKeys nobody = new JournalKeys(device.privateKey(), device.key(), List::of);
    try (Journal mute = Journal.open(folder.resolve("mute"), nobody, clock, ClockTrust.UNKNOWN)) {
      OrderDesk before = new OrderDesk(device.key(), peers, mute, clock, folder.resolve("home"));

      assertThat(before.note(SIGNED))
          .hasValueSatisfying(
              answer ->
                  assertThat(((OrderAnswer.Refused) answer).why()).isEqualTo("nobody-to-seal-for"));
      assertThat(before.set(SIGNED, BOOT, NOW)).isInstanceOf(OrderAnswer.Refused.class);
      assertThat(clock.instant()).isEqualTo(BOOT);
      assertThat(mute.sequence()).isZero();
    }
  }

  @Test
  void the_last_console_that_leaves_takes_everything_with_it_once_it_has_the_journal()
      throws Exception {
    desk.note(SIGNED);
    Files.createDirectories(desk.editions());
    Files.writeString(desk.editions().resolve("e"), "knowledge");
    assertThat(desk.unpair(giver.key(), SIGNED, false))
        .isInstanceOfSatisfying(
            OrderAnswer.Refused.class,
            refused -> assertThat(refused.why()).isEqualTo("unreceived"));
    assertThat(peers.keys()).containsExactly(giver.key());
    desk.received(giver.key(), journal.durable());
    assertThat(desk.unpair(giver.key(), SIGNED, false))
        .isInstanceOfSatisfying(
            OrderAnswer.Wiped.class,
            wiped -> assertThat(wiped.what()).hasSize(4).first().asString().contains("journal"));
    assertThat(peers.keys()).isEmpty();
    assertThat(desk.editions()).isEmptyDirectory();
    assertThat(Journal.fileIn(folder.resolve("journal"))).isEmptyFile();
    desk.note(SIGNED);
    assertThat(lastLine().sequence()).isEqualTo(2);
  }

  @Test
  void what_others_still_need_stays_when_one_of_several_consoles_leaves() throws Exception {
    peers.add(new PairedPeers.Peer(receiver.key(), "receiver", BOOT));
    desk.note(SIGNED);
    assertThat(desk.unpair(giver.key(), SIGNED, false)).isInstanceOf(OrderAnswer.Wiped.class);
    assertThat(peers.keys()).containsExactly(receiver.key());
    assertThat(KeptJournal.lines(folder.resolve("journal"), folder)).hasSize(2);
  }

  @Test
  void a_device_changes_hands_only_when_both_parties_signed_for_this_device() throws Exception {
    HandOver offered = offer(device.key());
    HandOver signed = offered.accept(receiver.privateKey(), receiver.publicKey());
    HandOver byTheWrongOne = offered.accept(giver.privateKey(), giver.publicKey());
    HandOver ofAnother = offer(receiver.key()).accept(receiver.privateKey(), receiver.publicKey());
    for (HandOver wrong : List.of(offered, byTheWrongOne, ofAnother)) {
      assertThat(desk.changeHands(giver.key(), SIGNED, wrong))
          .isInstanceOf(OrderAnswer.Refused.class);
    }
    assertThat(desk.changeHands(receiver.key(), SIGNED, signed))
        .isInstanceOf(OrderAnswer.Refused.class);
    assertThat(peers.keys()).containsExactly(giver.key());
    assertThat(journal.sequence()).isZero();

    assertThat(desk.changeHands(giver.key(), SIGNED, signed)).isInstanceOf(OrderAnswer.Done.class);
    assertThat(peers.keys()).containsExactly(receiver.key());
    assertThat(lastLine().event()).isEqualTo(new JournalEvent.Ordered(SIGNED));
  }

  private HandOver offer(Bytes thing) throws Exception {
    return HandOver.give(
        new HandOver.Terms(
            new HandOver.Thing.Device("LW-1", thing),
            new HandOver.Party("giver", giver.key(), Bytes.EMPTY),
            new HandOver.Party("receiver", receiver.key(), Bytes.EMPTY),
            NOW,
            "end of the project"),
        giver.privateKey(),
        giver.publicKey());
  }

  @Test
  void a_start_needs_a_mandate_that_is_kept_and_a_mandate_of_a_stranger_is_not_kept()
      throws Exception {
    assertThat(desk.kept("M-1")).isEmpty();
    assertThat(
            desk.keep(
                new SignedOrder(""), new lenswacht.observation.SignedMandate("no mandate at all")))
        .isInstanceOf(OrderAnswer.Refused.class);
    assertThat(new Order.Start("M-1").mandate()).isEqualTo("M-1");
  }
}
