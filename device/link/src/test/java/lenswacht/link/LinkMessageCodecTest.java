package lenswacht.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lenswacht.link.frame.Frame;
import lenswacht.link.frame.MalformedFrameException;
import lenswacht.observation.BoxState;
import lenswacht.observation.Bytes;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.SignedOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinkMessageCodecTest {
  static List<LinkMessage> messages() {
    Bytes nonce = Bytes.of(new byte[32]);
    return List.of(
        new LinkMessage.Hello(List.of(1, 2), new DeviceCard("LW-1", "agent 0.1", Bytes.EMPTY)),
        new LinkMessage.Chosen(1, "console"),
        new LinkMessage.Ended(LinkException.Reason.PROTOCOL, "why \u00e9"),
        new LinkMessage.PairingCommitment(nonce),
        new LinkMessage.PairingNonce(nonce),
        new LinkMessage.PairingReveal(nonce),
        new LinkMessage.PairingAnswer(true),
        new LinkMessage.Order(new SignedMandate("LENSWACHT MANDATE 1\n")),
        new LinkMessage.OrderAccepted(new OrderReply.Accepted("run-1")),
        new LinkMessage.OrderRefused(new OrderReply.Refused("busy", "a run is going on")),
        new LinkMessage.Stop(),
        new LinkMessage.AskProgress(),
        new LinkMessage.ProgressNow(
            new Progress(
                JournalEvent.Phase.ASK,
                3,
                9,
                1,
                0,
                2,
                4,
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                true)),
        new LinkMessage.AskJournalLength(),
        new LinkMessage.JournalLength(1L << 40),
        new LinkMessage.AskJournal(1L << 33, 65_536),
        new LinkMessage.Acknowledge(17),
        new LinkMessage.AskPacked(1L << 33, 65_536),
        new LinkMessage.AskBox(),
        new LinkMessage.BoxNow(
            new BoxState(
                Instant.EPOCH,
                ClockTrust.REAL_TIME_CLOCK,
                Optional.of(80),
                false,
                Optional.of(21L << 30),
                false,
                List.of(
                    new BoxState.Port(
                        "eth0",
                        "02:00:00:00:00:01",
                        List.of(InetAddress.ofLiteral("192.0.2.7")),
                        BoxState.Plugged.YES)),
                Optional.empty())),
        new LinkMessage.AskJournalState(),
        new LinkMessage.JournalNow(
            new JournalState(
                9, 2, Optional.of(Instant.EPOCH), Optional.of(Instant.EPOCH.plusSeconds(60)))),
        new LinkMessage.AskLastOrder(),
        new LinkMessage.LastOrder(3),
        new LinkMessage.Ordered(new SignedOrder("LENSWACHT ORDER 1\n")),
        new LinkMessage.SendEdition(1L << 20),
        new LinkMessage.Wiped(List.of("a journal", "a key")),
        new LinkMessage.Done());
  }

  @Test
  void every_message_has_a_sample_here() {
    assertThat(messages().stream().map(Object::getClass).distinct())
        .hasSameSizeAs(LinkMessage.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void message_comes_back_as_it_was(LinkMessage message) throws Exception {
    Frame frame = LinkMessageCodec.write(message);
    assertThat(LinkMessageCodec.longest(frame.type())).isEqualTo(LinkMessageCodec.LONGEST);
    assertThat(LinkMessageCodec.parse(frame)).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void damaged_message_gives_a_message_or_a_refusal(LinkMessage message) {
    Frame frame = LinkMessageCodec.write(message);
    byte[] json = frame.payload().toArray();
    for (int length = 0; length < json.length; length++) {
      parseOrRefuse(frame.type(), Arrays.copyOf(json, length));
    }
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      byte[] flipped = json.clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      }
      parseOrRefuse(frame.type(), flipped);
    }
    for (int type = 0; type < 256; type++) {
      parseOrRefuse(type, json);
    }
    for (String odd :
        List.of("null", "[]", "{}", "0", "\"\"", "{\"a\":1}", "[[[[[[[[", "1e99999")) {
      parseOrRefuse(frame.type(), odd.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void parseOrRefuse(int type, byte[] json) {
    try {
      assertThat(LinkMessageCodec.parse(new Frame(type, Bytes.of(json)))).isNotNull();
    } catch (MalformedFrameException refused) {
      assertThat(refused).message().isNotBlank();
    }
  }

  @Test
  void limits_hold_on_the_way_in() {
    for (String json :
        List.of("{\"offset\":0,\"most\":65537}", "{\"offset\":-1,\"most\":1}", "{\"offset\":0}")) {
      assertThatThrownBy(() -> LinkMessageCodec.parse(new Frame(0x42, Bytes.utf8(json))))
          .isInstanceOf(MalformedFrameException.class);
    }
    assertThatThrownBy(() -> LinkMessageCodec.parse(new Frame(0x50, Bytes.of(new byte[100_000]))))
        .isInstanceOf(MalformedFrameException.class);
  }

  @Test
  void message_that_is_too_long_is_not_written() {
    LinkMessage order = new LinkMessage.Order(new SignedMandate("\n".repeat(65_000)));
    assertThat(LinkMessageCodec.fits(order)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> LinkMessageCodec.write(order));
  }
}
