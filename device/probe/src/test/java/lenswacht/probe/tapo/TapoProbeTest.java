package lenswacht.probe.tapo;

import static org.assertj.core.api.Assertions.assertThat;

import lenswacht.observation.Bytes;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
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

  private final TapoProbe probe = new TapoProbe();

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
  void other_version_is_garbled() {
    assertThat(probe.read(Answers.heard(Bytes.fromHex("01" + REPLY.hex().substring(2)))))
        .isInstanceOf(ProbeOutcome.Garbled.class);
  }

  @Test
  void broken_replies_are_read_or_refused() {
    Answers.readOrRefused(probe, REPLY);
  }
}
