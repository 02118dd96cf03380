package lenswacht.probe.mdns;

import static org.assertj.core.api.Assertions.assertThat;

import lenswacht.observation.Bytes;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.probe.question.Answers;
import lenswacht.probe.question.Parsed;
import org.junit.jupiter.api.Test;

class MdnsProbeTest {
  /// A pointer from `_axis-video._tcp.local` to an instance, and the instance's TXT.
  private static final Bytes REPLY =
      Bytes.fromHex(
          "0000 8400 0000 0002 0000 0000"
              + name("_axis-video")
              + name("_tcp")
              + name("local")
              + "00 000c 0001 00000078 0019"
              + name("ACME C5 - 00005E00530F")
              + "c00c"
              + txt());

  private final MdnsProbe probe = new MdnsProbe();

  @Test
  void reply_tells_names_texts_and_hardware_address() {
    ProbeOutcome outcome = probe.read(Answers.heard(REPLY));
    assertThat(Answers.stated(outcome, Observable.MDNS_NAME))
        .contains(
            "_axis-video._tcp.local",
            "ACME C5 - 00005E00530F._axis-video._tcp.local",
            "macaddress=00005E00530F");
    assertThat(Answers.of(outcome, Observation.HardwareAddress.class)).hasSize(1);
  }

  @Test
  void places_and_addresses_are_told() {
    String host = name("cam-1") + name("local") + "00";
    Bytes reply =
        Bytes.fromHex(
            "000084000000000300000000"
                + name("Lobby")
                + name("_rtsp")
                + name("_tcp")
                + name("local")
                + "00 0021 8001 00000078 %04x 0000 0000 022a".formatted(6 + host.length() / 2)
                + host
                + host
                + "0001 8001 00000078 0004 c0000205"
                + host
                + "001c 8001 00000078 0010 fe800000000000000200 5efffe005311".replace(" ", ""));
    ProbeOutcome outcome = probe.read(Answers.heard(reply));
    assertThat(Answers.stated(outcome, Observable.MDNS_SERVICE))
        .containsExactly("Lobby._rtsp._tcp.local cam-1.local:554");
    assertThat(Answers.stated(outcome, Observable.MDNS_ADDRESS))
        .containsExactly("cam-1.local 192.0.2.5", "cam-1.local fe80:0:0:0:200:5eff:fe00:5311");
    Answers.readOrRefused(probe, reply);
  }

  @Test
  void question_is_no_answer() {
    assertThat(DnsMessage.parse(Bytes.fromHex("000000000001000000000000")))
        .isInstanceOf(Parsed.Bad.class);
  }

  @Test
  void name_that_points_to_itself_is_refused() {
    Bytes loop = Bytes.fromHex("0000840000000001000000 00 c00c 000c 0001 00000078 0002 c00c");
    assertThat(DnsMessage.parse(loop)).isInstanceOf(Parsed.Bad.class);
  }

  @Test
  void number_of_records_is_not_relied_on() {
    Bytes liar = Bytes.fromHex("00008400 0000 ffff ffff ffff" + REPLY.hex().substring(24));
    assertThat(DnsMessage.parse(liar))
        .isInstanceOfSatisfying(
            Parsed.Good.class,
            good -> assertThat(((DnsMessage) good.value()).answers()).hasSize(2));
  }

  @Test
  void broken_replies_are_read_or_refused() {
    Answers.readOrRefused(probe, REPLY);
  }

  private static String name(String label) {
    return "%02x".formatted(label.length()) + Bytes.utf8(label).hex();
  }

  private static String txt() {
    String text = name("macaddress=00005E00530F");
    return "c00c 0010 0001 00000078 %04x".formatted(text.length() / 2) + text;
  }
}
