package lenswacht.probe.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;
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
  void port_that_is_dropped_on_the_way_is_no_loss_and_lost_answers_are() {
    SweepBoard board = new SweepBoard(100, 3);
    for (int host = 0; host < 100; host++) {
      board.answer(host, 0, false, false);
    }
    for (int host = 0; host < 100; host++) {
      board.askedIn(0, host, 1);
    }
    assertThat(board.expected(0)).isZero();
    for (int host = 0; host < 100; host++) {
      board.askedIn(1, host, 2);
      if (host % 2 == 0) {
        board.answer(host, 2, false, false);
      }
    }

    assertThat(board.expected(1)).isEqualTo(100);
    assertThat(board.heard(1)).isEqualTo(50);
  }

  @Test
  void address_of_a_hardware_address_is_that_of_the_standard() {
    AddressRange subnet = AddressRange.parse("2001:db8:1:2::/64");

    assertThat(HardwareSuffix.in(subnet, MacAddress.parse("34:56:78:9a:bc:de")))
        .contains(InetAddress.ofLiteral("2001:db8:1:2:3656:78ff:fe9a:bcde"));
    assertThat(
            HardwareSuffix.in(
                AddressRange.parse("2001:db8::/56"), MacAddress.parse("3456789abcde")))
        .isEmpty();
    assertThat(
            HardwareSuffix.in(AddressRange.parse("10.0.0.0/24"), MacAddress.parse("3456789abcde")))
        .isEmpty();
  }

  @Test
  void solicitation_asks_the_group_of_the_address_and_has_a_right_checksum() {
    byte[] frame = new byte[NeighbourFrame.SOLICITATION_LENGTH];
    NeighbourFrame.writeSolicitation(frame, 0, MAC, six("fe80::1"), six("2001:db8::12:3456"));

    assertThat(Bytes.of(frame).head(6).hex()).isEqualTo("3333ff123456");
    assertThat(NetworkOrder.address(frame, 38, 16)).isEqualTo(six("ff02::1:ff12:3456"));
    assertThat(frame[21]).isEqualTo((byte) 255);
    assertThat(icmpChecksum(frame)).isZero();
    System.arraycopy(MAC, 0, frame, 0, 6);
    assertThat(NeighbourFrame.parse(frame, 0, frame.length, MAC))
        .hasValueSatisfying(
            read ->
                assertThat(
                        NeighbourMessage.parse(read.source(), read.hopsLeft(), read.message())
                            .orElseThrow())
                    .isEqualTo(
                        new NeighbourMessage(
                            NeighbourMessage.Kind.SOLICITATION,
                            six("2001:db8::12:3456"),
                            Optional.of(MacAddress.parse("020000000009")))));
  }

  @Test
  void echo_to_all_hosts_has_a_right_checksum() {
    byte[] frame = new byte[NeighbourFrame.ECHO_LENGTH];
    NeighbourFrame.writeEcho(frame, 0, MAC, six("2001:db8::1"), 0xfedc, 0xdeadbeef);

    assertThat(Bytes.of(frame).head(6).hex()).isEqualTo("333300000001");
    assertThat(NetworkOrder.address(frame, 38, 16)).isEqualTo(six("ff02::1"));
    assertThat(icmpChecksum(frame)).isZero();
  }

  @Test
  void echo_counts_only_with_its_name_and_as_an_answer() {
    byte[] packet = echoReply();

    assertThat(EchoMessage.secretIn(packet, 0, packet.length, 7)).hasValue(0xcafe);
    assertThat(EchoMessage.secretIn(packet, 0, packet.length, 8)).isEmpty();
    packet[20] = EchoMessage.REQUEST_4;
    assertThat(EchoMessage.secretIn(packet, 0, packet.length, 7)).isEmpty();
  }

  @Test
  void neighbours_of_another_interface_or_without_an_answer_are_left_out() {
    byte[] octets = new byte[3 * 64];
    neighbour(octets, 0, 4, 0x02, "2001:db8::a");
    neighbour(octets, 64, 5, 0x02, "2001:db8::b");
    neighbour(octets, 128, 4, 0x20, "2001:db8::c");

    assertThat(NeighbourCache.parse(octets, 0, octets.length, 4))
        .containsExactly(entry(six("2001:db8::a"), MacAddress.parse("020000000009")));
  }

  @Test
  void broken_answers_to_echoes_and_solicitations_are_read_or_refused() {
    byte[] advertisement = new byte[NeighbourFrame.SOLICITATION_LENGTH];
    NeighbourFrame.writeSolicitation(advertisement, 0, MAC, six("fe80::1"), six("fe80::2"));
    System.arraycopy(MAC, 0, advertisement, 0, 6);
    byte[] table = new byte[64];
    neighbour(table, 0, 4, 0x02, "2001:db8::a");
    for (byte[] good : List.of(advertisement, echoReply(), table)) {
      for (Bytes broken : Mangled.of(Bytes.of(good))) {
        byte[] octets = broken.toArray();
        EchoMessage.secretIn(octets, 0, octets.length, 7);
        NeighbourCache.parse(octets, 0, octets.length, 4);
        NeighbourFrame.parse(octets, 0, octets.length, MAC)
            .ifPresent(
                frame -> NeighbourMessage.parse(frame.source(), frame.hopsLeft(), frame.message()));
      }
    }
    Random random = new Random(8);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(129)];
      random.nextBytes(noise);
      EchoMessage.secretIn(noise, 0, noise.length, 7);
      EchoMessage.secretInSix(noise, 0, noise.length, 7);
      NeighbourCache.parse(noise, 0, noise.length, 4);
      NeighbourFrame.parse(noise, 0, noise.length, Arrays.copyOf(noise, 6));
    }
  }

  @Test
  void port_that_is_never_opened_cannot_be_planned() {
    assertThatThrownBy(() -> SynPlan.of(PortPlan.standard(), List.of(80, 23)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Inet6Address six(String address) {
    return (Inet6Address) InetAddress.ofLiteral(address);
  }

  private static int icmpChecksum(byte[] frame) {
    int length = frame.length - 54;
    return NetworkOrder.checksum(
        NetworkOrder.sum(frame, 22, 32) + length + 58 + NetworkOrder.sum(frame, 54, length));
  }

  private static byte[] echoReply() {
    byte[] packet = new byte[32];
    NetworkOrder.putInt(packet, 0, 0x45000020);
    packet[9] = 1;
    EchoMessage.write(packet, 20, EchoMessage.REPLY_4, 7, 0xcafe);
    return packet;
  }

  /// One message as the system writes it.
  private static void neighbour(byte[] octets, int at, int nic, int state, String address) {
    ByteBuffer.wrap(octets, at, 64)
        .order(ByteOrder.nativeOrder())
        .putInt(58)
        .putShort((short) 28)
        .putShort((short) 2)
        .putInt(1)
        .putInt(0)
        .putInt(10)
        .putInt(nic)
        .putShort((short) state)
        .putShort((short) 0)
        .putShort((short) 20)
        .putShort((short) 1)
        .put(six(address).getAddress())
        .putShort((short) 10)
        .putShort((short) 2)
        .put(MAC);
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
