package lenswacht.probe.wsdiscovery;

import static org.assertj.core.api.Assertions.assertThat;

import lenswacht.observation.Bytes;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.probe.question.Answers;
import org.junit.jupiter.api.Test;

class WsDiscoveryProbeTest {
  private static final String REPLY =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
       xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"
       xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery">
      <s:Header><a:MessageID>urn:uuid:1</a:MessageID></s:Header>
      <s:Body><d:ProbeMatches><d:ProbeMatch><a:EndpointReference>
      <a:Address>urn:uuid:00000000-0000-0000-0000-00005e00530c</a:Address></a:EndpointReference>
      <d:Types>dn:NetworkVideoTransmitter tds:Device</d:Types>
      <d:Scopes>onvif://www.onvif.org/Profile/Streaming
       onvif://www.onvif.org/name/ACME%20Cam%C3%A9ra
       onvif://www.onvif.org/MAC/00:00:5e:00:53:0c</d:Scopes>
      <d:XAddrs>http://192.0.2.80:2020/onvif/device_service</d:XAddrs>
      </d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>
      """;

  private final WsDiscoveryProbe probe = new WsDiscoveryProbe();

  @Test
  void reply_tells_types_scopes_and_addresses() {
    ProbeOutcome outcome = probe.read(Answers.heard(Bytes.utf8(REPLY)));
    assertThat(Answers.stated(outcome, Observable.ONVIF_TYPE))
        .containsExactly("NetworkVideoTransmitter", "Device");
    assertThat(Answers.stated(outcome, Observable.ONVIF_SCOPE))
        .contains(
            "onvif://www.onvif.org/Profile/Streaming",
            "onvif://www.onvif.org/name/ACME Cam\u00e9ra");
    assertThat(Answers.stated(outcome, Observable.ONVIF_XADDR))
        .containsExactly("http://192.0.2.80:2020/onvif/device_service");
    assertThat(Answers.of(outcome, Observation.HardwareAddress.class).getFirst().mac().hex())
        .isEqualTo("00005E00530C");
  }

  @Test
  void percent_signs_that_mean_nothing_stay() {
    assertThat(WsDiscoveryMessage.decoded("100%")).isEqualTo("100%");
    assertThat(WsDiscoveryMessage.decoded("%zz%4")).isEqualTo("%zz%4");
    assertThat(WsDiscoveryMessage.decoded("a%20b%41")).isEqualTo("a bA");
  }

  @Test
  void own_question_is_no_answer() {
    assertThat(
            probe.read(
                Answers.heard(Bytes.utf8("<e:Envelope><e:Body><d:Probe/></e:Body></e:Envelope>"))))
        .isInstanceOf(ProbeOutcome.Garbled.class);
  }

  @Test
  void broken_replies_are_read_or_refused() {
    Answers.readOrRefused(probe, Bytes.utf8(REPLY));
  }
}
