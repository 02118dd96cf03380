package lenswacht.probe.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Mangled;
import lenswacht.probe.question.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutwardMessagesTest {
  @Test
  void a_lookup_tells_the_name_and_the_addresses_of_its_answer() {
    assertThat(DnsLookup.parse(OutwardFrames.dnsQuestion("API.ezviz.com")))
        .isEqualTo(Parsed.good(new DnsLookup(false, "api.ezviz.com", List.of())));
    assertThat(DnsLookup.parse(OutwardFrames.dnsAnswer("api.ezviz.com", "198.51.100.7")))
        .isEqualTo(
            Parsed.good(
                new DnsLookup(
                    true, "api.ezviz.com", List.of(InetAddress.ofLiteral("198.51.100.7")))));
  }

  @Test
  void a_dot_inside_a_label_does_not_part_it() {
    Bytes question =
        Frames.empty()
            .hex("1234 0100 0001 0000 0000 0000")
            .number(1, 14)
            .text("x.clearview.ai")
            .hex("00 0001 0001")
            .bytes();
    assertThat(DnsLookup.parse(question))
        .isEqualTo(Parsed.good(new DnsLookup(false, "x\\.clearview\\.ai", List.of())));
  }

  @Test
  void a_hello_names_its_server_even_where_its_end_is_missing() {
    Bytes hello = OutwardFrames.tlsHello("Litedev.hik-connect.com");
    assertThat(TlsHello.parse(hello))
        .isEqualTo(Parsed.good(new TlsHello("litedev.hik-connect.com")));
    assertThat(TlsHello.parse(hello.head(hello.length() - 7)))
        .isEqualTo(Parsed.good(new TlsHello("litedev.hik-connect.com")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_quic_hello_opens_with_the_key_that_stands_in_it(boolean second) throws Exception {
    Bytes datagram = OutwardFrames.quicHello("p2p.reolink.com", second);
    assertThat(QuicHello.mayBe(datagram)).isTrue();
    assertThat(QuicHello.parse(datagram)).isEqualTo(Parsed.good(new TlsHello("p2p.reolink.com")));
  }

  @Test
  void a_quic_datagram_that_was_changed_does_not_open() throws Exception {
    byte[] changed = OutwardFrames.quicHello("p2p.reolink.com", false).toArray();
    changed[400] ^= 1;
    assertThat(QuicHello.parse(Bytes.of(changed))).isInstanceOf(Parsed.Bad.class);
  }

  @Test
  void questions_for_the_time_and_for_the_own_address_are_told_from_others() {
    assertThat(OutwardMessage.asksTime(OutwardFrames.timeRequest())).isTrue();
    assertThat(OutwardMessage.asksTime(OutwardFrames.timeRequest().head(47))).isFalse();
    assertThat(OutwardMessage.asksOwnAddress(OutwardFrames.stunRequest())).isTrue();
    assertThat(OutwardMessage.asksOwnAddress(OutwardFrames.timeRequest())).isFalse();
  }

  @Test
  void whatever_octets_come_nothing_breaks() throws Exception {
    for (Bytes good :
        List.of(
            OutwardFrames.dnsQuestion("api.ezviz.com"),
            OutwardFrames.dnsAnswer("api.ezviz.com", "198.51.100.7"),
            OutwardFrames.tlsHello("api.ezviz.com"),
            OutwardFrames.quicHello("api.ezviz.com", false),
            OutwardFrames.stunRequest())) {
      for (Bytes bytes : Mangled.of(good)) {
        DnsLookup.parse(bytes);
        TlsHello.parse(bytes);
        QuicHello.parse(bytes);
        TcpSegment.parse(bytes);
        OutwardMessage.asksTime(bytes);
        OutwardMessage.asksOwnAddress(bytes);
      }
    }
  }
}
