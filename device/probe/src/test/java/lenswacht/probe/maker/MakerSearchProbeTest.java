package lenswacht.probe.maker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import lenswacht.observation.Bytes;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.question.Answers;
import org.junit.jupiter.api.Test;

class MakerSearchProbeTest {
  private static final Map<String, Bytes> REPLIES =
      Map.of(
          "xiongmai", xiongmai(),
          "tvt", tvt(),
          "hanwha", hanwha(),
          "bosch", bosch(),
          "sony", sony(),
          "panasonic", panasonic(),
          "vivotek", vivotek(),
          "foscam", foscam(),
          "vstarcam", vstarcam(),
          "ubiquiti", ubiquiti());

  @Test
  void every_maker_has_a_sample() {
    assertThat(MakerSearchProbe.all())
        .extracting(MakerSearchProbe::name)
        .containsExactlyInAnyOrderElementsOf(
            REPLIES.keySet().stream().map(maker -> maker + "-search").toList());
  }

  @Test
  void fields_are_read_where_the_layout_has_them() {
    assertThat(fields("xiongmai")).contains("xiongmai.HostName=Lobby", "xiongmai.SN=abc123");
    assertThat(fields("tvt"))
        .contains("tvt.firmware=1.4.10.0", "tvt.build=20230517", "tvt.model=TD-9544");
    assertThat(fields("hanwha")).contains("hanwha.model=XNV-6080R", "hanwha.address=192.0.2.20");
    assertThat(fields("bosch")).contains("bosch.friendlyName=FLEXIDOME IP");
    assertThat(fields("sony")).contains("sony.model=SNC-1", "sony.softversion=3.0.0");
    assertThat(fields("panasonic")).contains("panasonic.model=WV-1", "panasonic.firmware=1.46");
    assertThat(fields("vivotek")).contains("vivotek.model=IP8160");
    assertThat(fields("foscam")).contains("foscam.firmware=11.37.2.49", "foscam.httpPort=88");
    assertThat(fields("vstarcam")).contains("vstarcam.firmware=48.53.64.1");
    assertThat(fields("ubiquiti")).contains("ubiquiti.product=UVC G4", "ubiquiti.version=4.1");
  }

  @Test
  void hardware_addresses_are_read() {
    for (String maker : List.of("tvt", "hanwha", "panasonic", "vivotek", "vstarcam", "ubiquiti")) {
      assertThat(Answers.of(read(maker), Observation.HardwareAddress.class).getFirst().mac().hex())
          .as(maker)
          .isEqualTo("00005E005311");
    }
  }

  @Test
  void factory_state_is_observed() {
    assertThat(Answers.of(read("ubiquiti"), Observation.Activation.class).getFirst().activated())
        .isFalse();
  }

  @Test
  void name_and_password_in_a_reply_are_neither_read_nor_kept() {
    ProbeOutcome outcome = read("vstarcam");
    assertThat(Answers.answered(outcome).evidence().getFirst())
        .satisfies(
            kept -> {
              assertThat(kept.redacted()).isTrue();
              assertThat(kept.bytes().latin1()).doesNotContain("admin", "hunter2");
            });
    Bytes cut = REPLIES.get("vstarcam").head(0xeb);
    assertThat(probe("vstarcam").read(Answers.heard(cut)))
        .isInstanceOfSatisfying(
            ProbeOutcome.Garbled.class,
            garbled -> assertThat(garbled.evidence().bytes().length()).isLessThanOrEqualTo(32));
  }

  @Test
  void maker_is_asked_only_where_something_points_to_it() {
    Service service = Service.udp(InetAddress.ofLiteral("192.0.2.1"), 7701);
    Observation hint =
        new Observation.Stated(
            service, Observable.HTTP_REALM, "iPolis", Answers.heard(Bytes.EMPTY).evidence().id());
    assertThat(probe("hanwha").appliesTo(service, List.of())).isFalse();
    assertThat(probe("hanwha").appliesTo(service, List.of(hint))).isTrue();
    assertThat(probe("bosch").appliesTo(service, List.of(hint))).isFalse();
  }

  @Test
  void broken_replies_are_read_or_refused() {
    REPLIES.forEach((maker, reply) -> Answers.readOrRefused(probe(maker), reply));
  }

  private static MakerSearchProbe probe(String maker) {
    return MakerSearchProbe.all().stream()
        .filter(probe -> probe.name().equals(maker + "-search"))
        .findFirst()
        .orElseThrow();
  }

  private static ProbeOutcome read(String maker) {
    return probe(maker).read(Answers.heard(REPLIES.get(maker)));
  }

  private static List<String> fields(String maker) {
    return Answers.stated(read(maker), Observable.VENDOR_FIELD);
  }

  private static Bytes xiongmai() {
    String json =
        "{\"NetWork.NetCommon\":{\"HostName\":\"Lobby\",\"MAC\":\"00:00:5e:00:53:11\","
            + "\"SN\":\"abc123\",\"TCPPort\":34567}}";
    return Bytes.fromHex("ff0000000000000000000000 0000 fb05 00000000" + Bytes.utf8(json).hex());
  }

  private static Bytes tvt() {
    byte[] reply = new byte[240];
    put(reply, 0, "MHED");
    put(reply, 12, "Lobby");
    put(reply, 32, Bytes.fromHex("00005e005311"));
    put(reply, 52, Bytes.fromHex("000a0401"));
    put(reply, 56, Bytes.fromHex("75b13401"));
    put(reply, 196, "TD-9544");
    return Bytes.of(reply);
  }

  private static Bytes hanwha() {
    byte[] reply = new byte[262];
    reply[0] = 0x0b;
    put(reply, 0x13, "00:00:5E:00:53:11");
    put(reply, 0x25, "192.0.2.20");
    put(reply, 0x6d, "XNV-6080R");
    return Bytes.of(reply);
  }

  private static Bytes bosch() {
    return Bytes.utf8(
        "<device><friendlyName>FLEXIDOME IP</friendlyName>"
            + "<physAddress>00-00-5e-00-53-11</physAddress><sessionKey>k</sessionKey></device>");
  }

  private static Bytes sony() {
    return Bytes.fromHex(
        "02"
            + Bytes.utf8("MAC:00-00-5e-00-53-11").hex()
            + "ff"
            + Bytes.utf8("MODEL:SNC-1").hex()
            + "ff"
            + Bytes.utf8("SOFTVERSION:3.0.0").hex()
            + "ff03");
  }

  private static Bytes panasonic() {
    return Bytes.fromHex(
        "0001 0012 000e 00005e005311"
            + "00".repeat(41)
            + "00a7 0004"
            + Bytes.utf8("WV-1").hex()
            + "00a9 0004"
            + Bytes.utf8("1.46").hex()
            + "ffff 0000");
  }

  private static Bytes vivotek() {
    return Bytes.fromHex("01 4a5d8f1c 0206 00005e005311 04 01 0906" + Bytes.utf8("IP8160").hex());
  }

  private static Bytes foscam() {
    byte[] reply = new byte[87];
    put(reply, 0, "MO_I");
    put(reply, 0x17, "00005E005311");
    put(reply, 0x4d, Bytes.fromHex("0b250231"));
    put(reply, 0x55, Bytes.fromHex("0058"));
    reply[6] = 1;
    put(reply, 7, "keykey!!");
    for (int i = 0x17; i < reply.length; i++) {
      reply[i] ^= reply[7 + (i - 0x17) % 8];
    }
    return Bytes.of(reply);
  }

  private static Bytes vstarcam() {
    byte[] reply = new byte[304];
    put(reply, 0, Bytes.fromHex("44480108"));
    put(reply, 0x54, Bytes.fromHex("00005e005311"));
    put(reply, 0xcc, "48.53.64.1");
    put(reply, 0xec, "admin");
    put(reply, 0x10c, "hunter2");
    return Bytes.of(reply);
  }

  private static Bytes ubiquiti() {
    return Bytes.fromHex(
        "01000020 010006 00005e005311 150006"
            + Bytes.utf8("UVC G4").hex()
            + "160003"
            + Bytes.utf8("4.1").hex()
            + "170001 01");
  }

  private static void put(byte[] reply, int at, String text) {
    put(reply, at, Bytes.of(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static void put(byte[] reply, int at, Bytes bytes) {
    System.arraycopy(bytes.toArray(), 0, reply, at, bytes.length());
  }
}
