package lenswacht.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import lenswacht.observation.Observable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the naming schemes of makers give away. The numbers are made up in the makers' shape.
class VideoSignsTest {
  private static final Identifier IDENTIFIER = new Identifier(Catalogue.bundled());

  @ParameterizedTest
  @CsvSource({
    "IQeye732N, CAMERA, IQinVision",
    "TVIP41500, CAMERA, ABUS",
    "XRN-820S, RECORDER, Hanwha",
    "DHI-NVR4104-P-4KS2, RECORDER, Dahua",
    "ISC6000-EX, RECORDER, Uniview",
    "NVR-1620, RECORDER, Planet",
    "WNVR2000-PC, RECORDER, Cathexis",
    "GV-SNVR1600, RECORDER, GeoVision",
    "FLEXIDOME IP panoramic 6000, CAMERA, Bosch",
    "BB-SW374 Network Camera, CAMERA, Panasonic",
    "SNC-EB630, CAMERA, Sony",
  })
  void a_title_that_is_only_a_model_names_kind_and_brand(String title, AssetKind kind, String by) {
    ProductIdentity identity = of(Observable.HTTP_TITLE, title);
    assertThat(identity.kind()).isEqualTo(kind);
    assertThat(identity.brand()).contains(by);
    assertThat(identity.model()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "DB21i, DOORBELL",
    "DHI-VTO3211D, DOORBELL",
    "EVS7048S, RECORDER",
    "NVS0404DH, ENCODER",
    "ASI7214Y, OTHER",
    "IPC-HFW2441S, CAMERA",
    "E841CA, CAMERA",
    "N842A82, RECORDER",
  })
  void a_dahua_model_number_says_what_kind_of_thing_it_is(String model, AssetKind kind) {
    assertThat(of(Observable.DHIP_MODEL, model).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "AXIS 560; IP address: 192.0.2.3, OTHER",
    "AXIS 2401 Video Server, ENCODER",
    "Intelbras Roteador Wireless, OTHER",
    "ZoneMinder Console, RECORDER",
    "VisionGS Webcam, CAMERA",
    "NVR700W, UNKNOWN",
  })
  void a_word_in_a_title_is_read_in_its_place(String title, AssetKind kind) {
    assertThat(of(Observable.HTTP_TITLE, title).kind()).isEqualTo(kind);
  }

  @Test
  void a_number_that_stands_for_no_model_is_not_stated_as_one() {
    assertThat(of(Observable.DHIP_MODEL, "31").model()).isEmpty();
  }

  @Test
  void a_list_of_buyers_gives_no_maker() {
    ProductIdentity identity = of(Observable.ONVIF_MANUFACTURER, "ESCAM");
    assertThat(identity.brand()).contains("ESCAM");
    assertThat(identity.maker()).isEmpty();
  }

  @Test
  void firmware_is_read_from_a_scope_up_to_the_first_blank() {
    assertThat(
            of(Observable.ONVIF_SCOPE, "onvif://www.onvif.org/acc/firmware/version/v3.12 2017-06-")
                .firmware())
        .contains("v3.12");
  }

  private static ProductIdentity of(Observable observable, String text) {
    return IDENTIFIER.identify(new HostForTests().says(observable, text).observations()).identity();
  }
}
