package lenswacht.probe.sadp;

import static org.assertj.core.api.Assertions.assertThat;

import lenswacht.observation.Bytes;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.probe.question.Answers;
import org.junit.jupiter.api.Test;

class SadpProbeTest {
  private static final String REPLY =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ProbeMatch><Uuid>6F9C1B7E-2D34-4C0A-9A51-0F7E0C3B5D21</Uuid><Types>inquiry</Types>
      <DeviceType>57397</DeviceType><DeviceDescription>DS-2CD2143G0-I</DeviceDescription>
      <DeviceSN>DS-2CD2143G0-I20240131AAWRE12345678</DeviceSN><CommandPort>8000</CommandPort>
      <HttpPort>80</HttpPort><MAC>00-00-5e-00-53-0a</MAC><IPv4Address>192.0.2.64</IPv4Address>
      <IPv4Gateway>192.0.2.1</IPv4Gateway><DHCP>false</DHCP>
      <SoftwareVersion>V5.5.6build 180326</SoftwareVersion><Salt>SECRETSALT</Salt>
      <Activated>false</Activated><HCPlatformEnable>true</HCPlatformEnable>
      <OEMInfo>N/A</OEMInfo></ProbeMatch>
      """;

  private final SadpProbe probe = new SadpProbe();

  @Test
  void reply_tells_model_firmware_serial_and_hardware_address() {
    ProbeOutcome outcome = read(REPLY);
    assertThat(Answers.stated(outcome, Observable.SADP_MODEL)).containsExactly("DS-2CD2143G0-I");
    assertThat(Answers.stated(outcome, Observable.SADP_FIRMWARE))
        .containsExactly("V5.5.6build 180326");
    assertThat(Answers.stated(outcome, Observable.SADP_SERIAL))
        .containsExactly("DS-2CD2143G0-I20240131AAWRE12345678");
    assertThat(Answers.stated(outcome, Observable.SADP_FIELD))
        .contains("HttpPort=80", "IPv4Gateway=192.0.2.1")
        .doesNotContain("degraded=true");
    assertThat(Answers.of(outcome, Observation.HardwareAddress.class).getFirst().mac())
        .hasToString("00:00:5E:00:53:0A");
  }

  @Test
  void missing_password_and_cloud_are_observed() {
    ProbeOutcome outcome = read(REPLY);
    assertThat(Answers.of(outcome, Observation.Activation.class).getFirst().activated()).isFalse();
    assertThat(Answers.of(outcome, Observation.CloudRelay.class).getFirst().enabled()).isTrue();
  }

  @Test
  void misspelt_yes_or_no_is_not_determined() {
    ProbeOutcome outcome = read(REPLY.replace("<HCPlatformEnable>true", "<HCPlatformEnable>flase"));
    assertThat(Answers.of(outcome, Observation.CloudRelay.class)).isEmpty();
  }

  @Test
  void brand_is_told_only_where_there_is_one() {
    assertThat(Answers.stated(read(REPLY), Observable.SADP_OEM)).isEmpty();
    assertThat(Answers.stated(read(REPLY.replace("N/A", "ACME")), Observable.SADP_OEM))
        .containsExactly("ACME");
  }

  @Test
  void salt_is_not_kept() {
    ProbeOutcome outcome = read(REPLY);
    assertThat(Answers.answered(outcome).evidence().getFirst())
        .satisfies(
            kept -> {
              assertThat(kept.redacted()).isTrue();
              assertThat(kept.bytes().utf8()).doesNotContain("SECRETSALT").contains("<Salt>***");
            });
    assertThat(Answers.answered(outcome).observations().toString()).doesNotContain("SECRETSALT");
  }

  @Test
  void broken_xml_is_read_field_by_field() {
    ProbeOutcome outcome = read(REPLY.replace("192.0.2.64", "a & b < c"));
    assertThat(Answers.stated(outcome, Observable.SADP_MODEL)).containsExactly("DS-2CD2143G0-I");
    assertThat(Answers.stated(outcome, Observable.SADP_FIELD)).contains("degraded=true");
  }

  @Test
  void document_type_and_entities_are_not_followed() {
    String hostile =
        "<?xml version=\"1.0\"?><!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + "<ProbeMatch><DeviceDescription>&x;</DeviceDescription></ProbeMatch>";
    assertThat(Answers.stated(read(hostile), Observable.SADP_MODEL))
        .allMatch(model -> model.equals("&x;"));
  }

  @Test
  void obscured_reply_is_garbled() {
    assertThat(probe.read(Answers.heard(Bytes.of(new byte[200]))))
        .isInstanceOf(ProbeOutcome.Garbled.class);
  }

  @Test
  void overlong_reply_is_garbled() {
    assertThat(read(REPLY + " ".repeat(9000))).isInstanceOf(ProbeOutcome.Garbled.class);
  }

  @Test
  void broken_replies_are_read_or_refused() {
    Answers.readOrRefused(probe, Bytes.utf8(REPLY));
  }

  private ProbeOutcome read(String text) {
    return probe.read(Answers.heard(Bytes.utf8(text)));
  }
}
