package lenswacht.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.ScanScope;
import lenswacht.probe.question.Mangled;
import org.junit.jupiter.api.Test;

class SweepPartsTest {
  private static final byte[] MAC = {2, 0, 0, 0, 0, 9};

  @Test
  void cookie_is_sip_hash_of_its_authors() {
    SweepCookie cookie = new SweepCookie(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

    assertThat(cookie.sipHash(0x0706050403020100L)).isEqualTo(0x93f5f5799a932462L);
  }

  @Test
  void cookies_differ_by_address_port_and_key() {
    SweepCookie cookie = new SweepCookie(1, 2);

    assertThat(cookie.of(1, 80)).isNotEqualTo(cookie.of(2, 80)).isNotEqualTo(cookie.of(1, 81));
    assertThat(cookie.of(1, 80)).isNotEqualTo(new SweepCookie(1, 3).of(1, 80));
  }

  @Test
  void answer_says_who_and_whether_it_accepts() {
    SynMessage accepted = SynMessage.parse(reply(0x12), 0, 40);
    SynMessage refused = SynMessage.parse(reply(0x14), 0, 40);

    assertThat(accepted).isEqualTo(new SynMessage(0x0a4d0003, 554, 40_000, 6, true));
    assertThat(refused).isEqualTo(new SynMessage(0x0a4d0003, 554, 40_000, 6, false));
  }

  @Test
  void segment_without_acknowledgement_is_no_answer() {
    assertThat(SynMessage.parse(reply(0x02), 0, 40)).isNull();
    assertThat(SynMessage.parse(reply(0x04), 0, 40)).isNull();
    assertThat(SynMessage.parse(reply(0x10), 0, 40)).isNull();
  }

  @Test
  void broken_packets_are_read_or_refused() {
    byte[] arp = new byte[60];
    ArpMessage.write(arp, 0, MAC, 1, 2);
    NetworkOrder.putShort(arp, 20, 2);
    for (byte[] good : List.of(reply(0x12), arp)) {
      for (Bytes broken : Mangled.of(Bytes.of(good))) {
        byte[] octets = Arrays.copyOf(broken.toArray(), Math.max(96, broken.length()));
        int length = Math.min(96, broken.length());
        SynMessage.parse(Arrays.copyOf(octets, length), 0, length);
        ArpMessage.answer(Arrays.copyOf(octets, length), 0, length, MAC);
      }
    }
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(97)];
      random.nextBytes(noise);
      if (noise.length > 0 && i % 2 == 0) {
        noise[0] = (byte) (0x40 | noise[0] & 0x0f);
      }
      SynMessage.parse(noise, 0, noise.length);
      ArpMessage.answer(noise, 0, noise.length, MAC);
    }
  }

  @Test
  void arp_answer_to_somebody_else_does_not_count() {
    byte[] frame = new byte[60];
    ArpMessage.write(frame, 0, MAC, 0x0a4d0003, 0x0a4d00fe);
    NetworkOrder.putShort(frame, 20, 2);

    assertThat(ArpMessage.answer(frame, 0, 60, MAC)).isEmpty();
    System.arraycopy(MAC, 0, frame, 0, 6);
    assertThat(ArpMessage.answer(frame, 0, 60, MAC).map(ArpMessage::sender))
        .contains(InetAddress.ofLiteral("10.77.0.3"));
    assertThat(ArpMessage.answer(frame, 0, 41, MAC)).isEmpty();
  }

  @Test
  void written_segment_has_a_right_checksum() {
    byte[] octets = new byte[SynMessage.LENGTH];
    SynMessage.write(octets, 0, 0xc0a80101, 0xfff0, 0xfffefdfc, 65_535, 0xdeadbeef);
    int sum = 0xc0a8 + 0x0101 + 0xfffe + 0xfdfc + 6 + SynMessage.LENGTH;
    for (int i = 0; i < octets.length; i += 2) {
      sum += NetworkOrder.shortAt(octets, i);
    }

    assertThat(NetworkOrder.checksum(sum)).isZero();
  }

  @Test
  void bucket_lets_no_more_through_than_its_number_in_any_second() {
    for (int pace : new int[] {1, 7, 300, 9_999}) {
      long[] now = {0};
      TokenBucket bucket = new TokenBucket(pace, () -> now[0]);
      Random random = new Random(pace);
      int[] perMilli = new int[10_000];
      for (int milli = 0; milli < perMilli.length; milli++) {
        now[0] = milli * 1_000_000L;
        if (random.nextInt(40) == 0) {
          milli += random.nextInt(300);
          now[0] = milli * 1_000_000L;
        }
        if (milli < perMilli.length) {
          perMilli[milli] = bucket.tryTake(1 + random.nextInt(500));
        }
      }
      int inSecond = 0;
      for (int milli = 0; milli < perMilli.length; milli++) {
        inSecond += perMilli[milli] - (milli >= 1000 ? perMilli[milli - 1000] : 0);
        assertThat(inSecond).isLessThanOrEqualTo(pace);
      }
    }
  }

  @Test
  void hosts_are_those_of_the_scope_each_once_and_each_in_turn_once() {
    ScanScope scope =
        new ScanScope(
            List.of(
                AddressRange.parse("10.0.0.0/29"),
                AddressRange.parse("10.0.0.4/30"),
                AddressRange.parse("200.0.0.1/32")),
            List.of(AddressRange.parse("10.0.0.2/32")));
    SweepHosts hosts = SweepHosts.of(scope, scope);
    BitSet turns = new BitSet();
    for (int turn = 0; turn < hosts.size(); turn++) {
      turns.set(hosts.inTurn(turn));
    }

    assertThat(hosts.size()).isEqualTo((int) scope.hosts().count());
    assertThat(turns.cardinality()).isEqualTo(hosts.size());
    scope
        .hosts()
        .forEach(
            address -> {
              int number = SweepHosts.number(address);
              assertThat(hosts.address(hosts.indexOf(number))).isEqualTo(number);
            });
    assertThat(hosts.indexOf(0x0a000002)).isEqualTo(-1);
    assertThat(hosts.indexOf(0)).isEqualTo(-1);
    assertThat(hosts.indexOf(-1)).isEqualTo(-1);
  }

  @Test
  void pace_backs_off_on_loss_and_never_passes_the_limit() {
    SweepPace pace = new SweepPace(new TokenBucket(1000), 1000);

    pace.adapt(100, 100);
    assertThat(pace.rate()).isEqualTo(1000);
    pace.adapt(100, 60);
    assertThat(pace.rate()).isEqualTo(600);
    pace.adapt(10, 0);
    assertThat(pace.rate()).isEqualTo(750);
    for (int i = 0; i < 50; i++) {
      pace.adapt(100, 0);
    }
    assertThat(pace.rate()).isEqualTo(62.5);
  }

  @Test
  void port_that_is_never_opened_cannot_be_planned() {
    assertThatThrownBy(() -> SynPlan.of(PortPlan.standard(), List.of(80, 23)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] reply(int flags) {
    byte[] octets = new byte[40];
    NetworkOrder.putInt(octets, 0, 0x45000028);
    octets[9] = 6;
    NetworkOrder.putInt(octets, 12, 0x0a4d0003);
    NetworkOrder.putShort(octets, 20, 554);
    NetworkOrder.putShort(octets, 22, 40_000);
    NetworkOrder.putInt(octets, 28, 7);
    NetworkOrder.putShort(octets, 32, 0x5000 | flags);
    return octets;
  }
}
