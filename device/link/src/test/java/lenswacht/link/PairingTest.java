package lenswacht.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import lenswacht.link.LinkException.Reason;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairingTest {
  @TempDir Path folder;

  private TwoEnds ends;
  private final List<String> digitsAtConsole = new CopyOnWriteArrayList<>();

  @BeforeEach
  void two_ends() throws Exception {
    ends = new TwoEnds(folder);
  }

  @AfterEach
  void close() {
    ends.close();
  }

  private Predicate<String> personSays(boolean answer) {
    return digits -> {
      digitsAtConsole.add(digits);
      return answer;
    };
  }

  private DeviceCard pair(LinkAddress address, boolean answer) throws LinkException {
    return ConsoleLink.pair(
        Cables.open(address), ends.console, ends.consolePeers, personSays(answer));
  }

  @Test
  void two_persons_who_see_the_same_digits_pair_the_ends() throws Exception {
    LinkAddress address = ends.listen();
    assertThat(pair(address, true)).isEqualTo(ends.desk.card());
    assertThat(digitsAtConsole).hasSize(1).allMatch(digits -> digits.matches("[0-9]{8}"));
    assertThat(ends.desk.digitsShown).containsExactlyElementsOf(digitsAtConsole);
    assertThat(ends.consolePeers.keys()).containsExactly(ends.device.key());
    assertThat(ends.devicePeers.find(ends.console.key()))
        .hasValueSatisfying(peer -> assertThat(peer.name()).isEqualTo("console of the test"));
    ends.connect(Cables.open(address)).close();
    assertThat(PairedPeers.open(folder.resolve("device")).keys())
        .containsExactly(ends.console.key());
  }

  @Test
  void no_at_the_device_pairs_neither_end() throws Exception {
    ends.desk.personSays(digits -> false);
    LinkAddress address = ends.listen();
    SessionOverTcpTest.assertThatReason(() -> pair(address, true))
        .isEqualTo(Reason.PAIRING_REFUSED);
    nobodyIsPaired();
  }

  @Test
  void no_at_the_console_pairs_neither_end() throws Exception {
    LinkAddress address = ends.listen();
    SessionOverTcpTest.assertThatReason(() -> pair(address, false))
        .isEqualTo(Reason.PAIRING_REFUSED);
    nobodyIsPaired();
  }

  private void nobodyIsPaired() {
    assertThat(ends.consolePeers.keys()).isEmpty();
    assertThat(ends.devicePeers.keys()).isEmpty();
  }

  @Test
  void man_in_the_middle_makes_the_digits_differ() throws Exception {
    Identity middle = Identity.openOrCreate(folder.resolve("middle"), "middle");
    PairedPeers middlePeers = PairedPeers.open(folder.resolve("middle"));
    FakeDesk desk = new FakeDesk(middle, middlePeers, ends.journalFolder);
    LinkAddress device = ends.listen();
    // the person at the console and the person at the device compare what they see
    ends.desk.personSays(digits -> false);
    desk.personSays(
        digits -> {
          try {
            ConsoleLink.pair(Cables.open(device), middle, middlePeers, shown -> true);
            return true;
          } catch (LinkException refused) {
            return true;
          }
        });
    try (DeviceLink middleLink = new DeviceLink(middle, middlePeers, ends.orders, desk)) {
      int port = middleLink.listen(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
      Cable cable = Cables.open(TwoEnds.loopback(port));
      Predicate<String> compares =
          digits -> {
            digitsAtConsole.add(digits);
            try {
              return digits.equals(ends.desk.digitsShown.take());
            } catch (InterruptedException ended) {
              throw new AssertionError(ended);
            }
          };
      SessionOverTcpTest.assertThatReason(
              () -> ConsoleLink.pair(cable, ends.console, ends.consolePeers, compares))
          .isEqualTo(Reason.PAIRING_REFUSED);
    }
    nobodyIsPaired();
  }

  @Test
  void device_rests_after_a_pairing_that_failed() throws Exception {
    LinkTimes patient =
        new LinkTimes(
            TwoEnds.QUICK.greeting(),
            TwoEnds.QUICK.pulse(),
            TwoEnds.QUICK.stuck(),
            TwoEnds.QUICK.pairing(),
            Duration.ofHours(1),
            TwoEnds.QUICK.glance());
    try (DeviceLink link =
        new DeviceLink(ends.device, ends.devicePeers, ends.orders, ends.desk, patient)) {
      LinkAddress address =
          TwoEnds.loopback(
              link.listen(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0)));
      ends.desk.personSays(digits -> false);
      SessionOverTcpTest.assertThatReason(() -> pair(address, true))
          .isEqualTo(Reason.PAIRING_REFUSED);
      ends.desk.personSays(digits -> true);
      SessionOverTcpTest.assertThatReason(() -> pair(address, true))
          .isEqualTo(Reason.PAIRING_REFUSED);
      assertThat(digitsAtConsole).hasSize(1);
      nobodyIsPaired();
    }
  }

  @Test
  void unpaired_console_can_order_nothing_over_a_pairing() throws Exception {
    LinkAddress address = ends.listen();
    ConsoleGreeting greeting =
        ConsoleGreeting.exchange(
            Cables.open(address),
            ends.console,
            ends.consolePeers,
            Conversation.PAIRING,
            TwoEnds.QUICK);
    try (Conversation talk = greeting.talk()) {
      talk.say(new LinkMessage.Order(ends.mandate()));
      assertThat(talk.hear())
          .isInstanceOfSatisfying(
              LinkMessage.Ended.class,
              ended -> assertThat(ended.reason()).isEqualTo(Reason.PROTOCOL));
    }
  }

  @Test
  void nonce_that_was_not_committed_to_ends_the_pairing() throws Exception {
    LinkAddress address = ends.listen();
    ConsoleGreeting greeting =
        ConsoleGreeting.exchange(
            Cables.open(address),
            ends.console,
            ends.consolePeers,
            Conversation.PAIRING,
            TwoEnds.QUICK);
    try (Conversation talk = greeting.talk()) {
      talk.say(new LinkMessage.PairingCommitment(DeviceSession.nonce()));
      talk.hear(LinkMessage.PairingNonce.class);
      talk.say(new LinkMessage.PairingReveal(DeviceSession.nonce()));
      assertThat(talk.hear()).isInstanceOf(LinkMessage.Ended.class);
    }
    assertThat(ends.desk.digitsShown).isEmpty();
  }

  @Test
  void digits_depend_on_both_keys_and_both_nonces() {
    Bytes a = Bytes.utf8("a");
    Bytes b = Bytes.utf8("b");
    String digits = PairingCode.digits(a, a, a, a);
    assertThat(digits).matches("[0-9]{8}");
    assertThat(
            List.of(
                PairingCode.digits(b, a, a, a),
                PairingCode.digits(a, b, a, a),
                PairingCode.digits(a, a, b, a),
                PairingCode.digits(a, a, a, b)))
        .doesNotContain(digits)
        .doesNotHaveDuplicates();
    assertThatThrownBy(() -> new LinkMessage.PairingNonce(a))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
