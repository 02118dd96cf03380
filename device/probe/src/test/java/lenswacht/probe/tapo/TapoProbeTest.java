package lenswacht.probe.tapo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import lenswacht.observation.Bytes;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.question.Answers;
import org.junit.jupiter.api.Test;

class TapoProbeTest {
  private static final Bytes REPLY =
      Bytes.fromHex(
          "02000001000011000000000000000000"
              + Bytes.utf8(
                      "{\"error_code\":0,\"result\":{\"device_type\":\"SMART.IPCAMERA\","
                          + "\"device_model\":\"C100\",\"mac\":\"00-00-5E-00-53-0E\","
                          + "\"firmware_version\":\"1.4.3 Build 241010 Rel.33858n\","
                          + "\"factory_default\":false,\"encrypt_info\":{\"key\":\"abc\"}}}")
                  .hex());

  private final TapoProbe probe = TapoProbe.plain();

  @Test
  void reply_tells_what_it_is_and_its_firmware() {
    ProbeOutcome outcome = probe.read(Answers.heard(REPLY));
    assertThat(Answers.stated(outcome, Observable.TDP_FIELD))
        .contains(
            "device_type=SMART.IPCAMERA",
            "device_model=C100",
            "firmware_version=1.4.3 Build 241010 Rel.33858n");
    assertThat(Answers.of(outcome, Observation.HardwareAddress.class)).hasSize(1);
    assertThat(Answers.of(outcome, Observation.Activation.class).getFirst().activated()).isTrue();
  }

  @Test
  void key_is_sent_only_where_the_maker_is_hinted_and_has_not_answered() {
    Service service = Service.udp(InetAddress.ofLiteral("192.0.2.1"), 20_002);
    EvidenceId id = Answers.heard(Bytes.EMPTY).evidence().id();
    Observation hint =
        new Observation.Stated(service, Observable.HTTP_REALM, "TP-LINK IP-Camera", id);
    Observation told = new Observation.Stated(service, Observable.TDP_FIELD, "a=b", id);
    TapoProbe keyed = TapoProbe.keyed();
    assertThat(keyed.appliesTo(service, List.of())).isFalse();
    assertThat(keyed.appliesTo(service, List.of(hint))).isTrue();
    assertThat(keyed.appliesTo(service, List.of(hint, told))).isFalse();
    assertThat(probe.appliesTo(service, List.of())).isTrue();
  }

  @Test
  void other_version_is_garbled() {
    assertThat(probe.read(Answers.heard(Bytes.fromHex("01" + REPLY.hex().substring(2)))))
        .isInstanceOf(ProbeOutcome.Garbled.class);
  }

  @Test
  void broken_replies_are_read_or_refused() {
    Answers.readOrRefused(probe, REPLY);
  }
}
