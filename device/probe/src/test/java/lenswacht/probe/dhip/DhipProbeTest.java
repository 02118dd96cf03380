package lenswacht.probe.dhip;

import static org.assertj.core.api.Assertions.assertThat;

import lenswacht.observation.Bytes;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.probe.question.Answers;
import lenswacht.probe.question.Mangled;
import lenswacht.probe.question.Parsed;
import org.junit.jupiter.api.Test;

class DhipProbeTest {
  private static final String HEADER = "20000000444849500000000000000000";
  private static final String JSON =
      """
      { "mac" : "00:00:5e:00:53:0b", "method" : "client.notifyDevInfo", "params" : {
       "deviceInfo" : { "DeviceClass" : "IPC", "DeviceType" : "IPC-HDW2431T-AS-S2",
       "HttpPort" : 80, "Init" : 166, "IPv4Address" : { "DefaultGateway" : "192.0.2.1",
       "DhcpEnable" : false, "IPAddress" : "192.0.2.71" }, "MachineName" : "lobby",
       "Port" : 37777, "SerialNo" : "7G0A1B2PAZ3C4D5", "Vendor" : "General",
       "Version" : "2.800.0000016.0.R" } } }
      """;

  private final DhipProbe probe = new DhipProbe();

  @Test
  void reply_tells_model_firmware_serial_and_brand() {
    ProbeOutcome outcome = probe.read(Answers.heard(reply(JSON)));
    assertThat(Answers.stated(outcome, Observable.DHIP_MODEL))
        .containsExactly("IPC-HDW2431T-AS-S2");
    assertThat(Answers.stated(outcome, Observable.DHIP_FIRMWARE))
        .containsExactly("2.800.0000016.0.R");
    assertThat(Answers.stated(outcome, Observable.DHIP_SERIAL)).containsExactly("7G0A1B2PAZ3C4D5");
    assertThat(Answers.stated(outcome, Observable.DHIP_VENDOR)).containsExactly("General");
    assertThat(Answers.stated(outcome, Observable.DHIP_CLASS)).containsExactly("IPC");
    assertThat(Answers.stated(outcome, Observable.DHIP_FIELD))
        .contains("Port=37777", "IPv4Address.DefaultGateway=192.0.2.1");
    assertThat(Answers.of(outcome, Observation.HardwareAddress.class)).hasSize(1);
  }

  @Test
  void broken_json_is_read_field_by_field() {
    ProbeOutcome outcome = probe.read(Answers.heard(reply(JSON.replace("\"lobby\"", "\"lobby"))));
    assertThat(Answers.stated(outcome, Observable.DHIP_MODEL))
        .containsExactly("IPC-HDW2431T-AS-S2");
    assertThat(Answers.stated(outcome, Observable.DHIP_FIELD)).contains("degraded=true");
  }

  @Test
  void reply_without_the_header_is_garbled() {
    assertThat(probe.read(Answers.heard(Bytes.utf8(JSON))))
        .isInstanceOf(ProbeOutcome.Garbled.class);
  }

  @Test
  void deep_json_is_no_danger() {
    Bytes deep = reply("{\"a\":".repeat(1000));
    assertThat(probe.read(Answers.heard(deep))).isInstanceOf(ProbeOutcome.Garbled.class);
  }

  @Test
  void broken_replies_are_read_or_refused() {
    Answers.readOrRefused(probe, reply(JSON));
  }

  @Test
  void greeting_of_the_private_port_tells_the_serial_number() {
    Bytes greeting = greeting("Realm:Login to 7G0A1B2PAZ3C4D5\r\nRandom:1234\r\n\r\n");
    RealmMessage message = ((Parsed.Good<RealmMessage>) RealmMessage.parse(greeting)).value();
    assertThat(message.realm()).isEqualTo("Login to 7G0A1B2PAZ3C4D5");
    assertThat(message.serial()).contains("7G0A1B2PAZ3C4D5");
  }

  @Test
  void greeting_without_a_serial_number_tells_the_realm_only() {
    Bytes greeting = greeting("Realm:device\r\nRandom:1234\r\n\r\n");
    assertThat(((Parsed.Good<RealmMessage>) RealmMessage.parse(greeting)).value().serial())
        .isEmpty();
  }

  @Test
  void broken_greetings_are_read_or_refused() {
    for (Bytes bytes : Mangled.of(greeting("Realm:Login to 7G0A1B2PAZ3C4D5\r\n\r\n"))) {
      assertThat(RealmMessage.parse(bytes)).isNotNull();
    }
  }

  private static Bytes greeting(String text) {
    return Bytes.fromHex("b0" + "00".repeat(31) + Bytes.utf8(text).hex());
  }

  private static Bytes reply(String json) {
    return Bytes.fromHex(HEADER + "00".repeat(16) + Bytes.utf8(json).hex());
  }
}
