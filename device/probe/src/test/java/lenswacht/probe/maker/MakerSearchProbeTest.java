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
      Map.ofEntries(
          Map.entry("xiongmai", xiongmai()),
          Map.entry("tvt", tvt()),
          Map.entry("hanwha", hanwha()),
          Map.entry("bosch", bosch()),
          Map.entry("sony", sony()),
          Map.entry("panasonic", panasonic()),
          Map.entry("vivotek", vivotek()),
          Map.entry("foscam", foscam()),
          Map.entry("vstarcam", vstarcam()),
          Map.entry("ubiquiti", ubiquiti()),
          Map.entry("reolink", reolink()),
          Map.entry("360vision", vision360()),
          Map.entry("dahua-legacy", dahuaLegacy()));

  @Test
  void every_maker_has_a_sample() {
    assertThat(MakerSearchProbe.all())
        .extracting(MakerSearchProbe::name)
        .containsExactlyInAnyOrderElementsOf(
            REPLIES.keySet().stream().map(maker -> maker + "-search").toList());
  }

  @Test
  void fields_are_read_where_the_layout_has_them() {
    assertThat(fields("xiongmai"))
        .contains("xiongmai.HostName=Lobby", "xiongmai.SN=abc123", "xiongmai.ChannelNum=8");
    assertThat(fields("tvt"))
        .contains(
            "tvt.firmware=1.4.10.0", "tvt.build=20230517", "tvt.model=TD-9544", "tvt.channels=16");
    assertThat(fields("hanwha")).contains("hanwha.model=XNV-6080R", "hanwha.address=192.0.2.20");
    assertThat(fields("bosch")).contains("bosch.friendlyName=FLEXIDOME IP");
    assertThat(fields("sony")).contains("sony.model=SNC-1", "sony.softversion=3.0.0");
    assertThat(fields("panasonic")).contains("panasonic.model=WV-1", "panasonic.firmware=1.46");
    assertThat(fields("vivotek")).contains("vivotek.model=IP8160");
    assertThat(fields("foscam")).contains("foscam.firmware=11.37.2.49", "foscam.httpPort=88");
    assertThat(fields("vstarcam")).contains("vstarcam.firmware=48.53.64.1");
    assertThat(fields("tvt")).contains("tvt.manufacturer=Meriva");
    assertThat(fields("reolink")).contains("reolink.present=true", "reolink.text1=Shop door");
    assertThat(fields("360vision")).contains("360vision.type=IPDOME", "360vision.id=north");
    assertThat(fields("dahua-legacy"))
        .contains(
            "dahua-legacy.model=IPC-HFW3200",
            "dahua-legacy.privatePort=37777",
            "dahua-legacy.address=192.0.2.21",
            "dahua-legacy.serialno=PZC3AW012345678");
    assertThat(fields("ubiquiti")).contains("ubiquiti.product=UVC G4", "ubiquiti.version=4.1");
  }

  @Test
  void hardware_addresses_are_read() {
    for (String maker :
        List.of(
            "tvt",
            "hanwha",
            "panasonic",
            "vivotek",
            "vstarcam",
            "ubiquiti",
            "360vision",
            "dahua-legacy")) {
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
  void place_for_a_password_in_a_tvt_reply_is_not_kept() {
    assertThat(Answers.answered(read("tvt")).evidence().getFirst())
        .satisfies(
            kept -> {
              assertThat(kept.redacted()).isTrue();
              assertThat(kept.bytes().latin1()).doesNotContain("hunter2").contains("TD-9544");
            });
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
            + "\"SN\":\"abc123\",\"TCPPort\":34567,\"ChannelNum\":8}}";
    return Bytes.fromHex("ff0000000000000000000000 0000 fb05 00000000" + Bytes.utf8(json).hex());
  }

  private static Bytes tvt() {
    byte[] reply = new byte[240];
    put(reply, 0, "MHED");
    put(reply, 12, "Lobby");
    put(reply, 32, Bytes.fromHex("00005e005311"));
    put(reply, 52, Bytes.fromHex("000a0401"));
    put(reply, 56, Bytes.fromHex("75b13401"));
    put(reply, 84, "hunter2");
    put(reply, 196, "TD-9544");
    put(reply, 212, "Meriva");
    put(reply, 228, Bytes.fromHex("10000000"));
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

  private static Bytes reolink() {
    return Bytes.fromHex(
        "aaaa000001000000" + Bytes.utf8("Shop door").hex() + "0000" + "c000020b" + "2823");
  }

  private static Bytes vision360() {
    return Bytes.utf8("DISCOVER TYPE=IPDOME KEY='00:00:5e:00:53:11' ID=north\n");
  }

  private static Bytes dahuaLegacy() {
    String second = "00:00:5E:00:53:11" + "IPC-HFW3200";
    String third = "Name:lobby\r\nDevice:IPC\r\nSerialNo:PZC3AW012345678\r\n";
    byte[] reply = new byte[120 + second.length() + third.length()];
    reply[0] = (byte) 0xb3;
    reply[2] = (byte) second.length();
    reply[0x14] = (byte) third.length();
    put(reply, 0x28, "IPC");
    put(reply, 0x38, Bytes.fromHex("c0000215"));
    put(reply, 0x62, Bytes.fromHex("9193"));
    put(reply, 120, second);
    put(reply, 120 + second.length(), third);
    return Bytes.of(reply);
  }

  private static void put(byte[] reply, int at, String text) {
    put(reply, at, Bytes.of(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static void put(byte[] reply, int at, Bytes bytes) {
    System.arraycopy(bytes.toArray(), 0, reply, at, bytes.length());
  }
}
