package lenswacht.fingerprint;

import static lenswacht.fingerprint.AssetKind.CAMERA;
import static lenswacht.fingerprint.AssetKind.DOORBELL;
import static lenswacht.fingerprint.AssetKind.ENCODER;
import static lenswacht.fingerprint.AssetKind.OTHER;
import static lenswacht.fingerprint.AssetKind.RECORDER;
import static lenswacht.fingerprint.AssetKind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import lenswacht.fingerprint.Claim.Attribute;
import lenswacht.fingerprint.Identification.Contradiction;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import org.junit.jupiter.api.Test;

class IdentifierTest {
  private static final Identifier IDENTIFIER = new Identifier(Catalogue.bundled());

  private static Identification identify(HostForTests host) {
    return IDENTIFIER.identify(host.observations());
  }

  @Test
  void nothing_seen_gives_nothing_determined() {
    Identification nothing = IDENTIFIER.identify(List.of());
    assertThat(nothing.identity()).isEqualTo(ProductIdentity.UNDETERMINED);
    assertThat(nothing.confidence()).isEqualTo(Confidence.HINT);
    assertThat(nothing.claims()).isEmpty();
    assertThat(nothing.contradictions()).isEmpty();
  }

  @Test
  void an_ordinary_web_server_gives_nothing_determined() {
    HostForTests host =
        new HostForTests()
            .says(Observable.HTTP_SERVER, "nginx/1.27.1")
            .says(Observable.HTTP_TITLE, "Welcome to nginx!")
            .says(Observable.HTTP_STATUS, "GET / 200")
            .says(Observable.HTTP_BODY, "<html><body>It works</body></html>");
    assertThat(identify(host).identity()).isEqualTo(ProductIdentity.UNDETERMINED);
  }

  @Test
  void a_camera_that_speaks_sadp_tells_maker_model_firmware_and_build_date() {
    Identification camera =
        identify(
            new HostForTests()
                .says(Observable.SADP_MODEL, "DS-2CD2143G0-I")
                .says(Observable.SADP_FIRMWARE, "V5.5.800 build 210628")
                .says(Observable.SADP_OEM, "N/A"));
    ProductIdentity identity = camera.identity();
    assertThat(identity.kind()).isEqualTo(CAMERA);
    assertThat(identity.maker()).contains("Hikvision");
    assertThat(identity.brand()).contains("Hikvision");
    assertThat(identity.model()).contains("DS-2CD2143G0-I");
    assertThat(identity.firmware()).contains("V5.5.800");
    assertThat(identity.buildDate()).contains(LocalDate.of(2021, 6, 28));
    assertThat(camera.contradictions()).isEmpty();
    assertThat(camera.isRelabelled()).isFalse();
  }

  @Test
  void a_relabelled_camera_on_the_hikvision_stack_keeps_label_and_maker_side_by_side() {
    Identification camera =
        identify(
            new HostForTests()
                .says(Observable.HTTP_SERVER, "Interlogix-Webs")
                .says(Observable.SADP_MODEL, "TVB-5601"));
    assertThat(camera.identity().maker()).contains("Hikvision");
    assertThat(camera.identity().brand()).contains("TruVision");
    assertThat(camera.isRelabelled()).isTrue();
    assertThat(camera.contradictions())
        .anySatisfy(
            pair -> {
              assertThat(pair.stronger().value()).isEqualTo("Hikvision");
              assertThat(pair.weaker().value()).isEqualTo("TruVision");
            });
  }

  @Test
  void an_oem_field_of_sadp_names_the_label() {
    Identification recorder =
        identify(
            new HostForTests()
                .says(Observable.SADP_MODEL, "DS-7608NI-K2")
                .says(Observable.SADP_OEM, "ALIBI"));
    assertThat(recorder.identity().brand()).contains("ALIBI");
    assertThat(recorder.identity().maker()).contains("Hikvision");
    assertThat(recorder.identity().kind()).isEqualTo(RECORDER);
  }

  @Test
  void a_dahua_label_comes_from_the_vendor_field_and_the_maker_from_the_protocol() {
    Identification camera =
        identify(
            new HostForTests()
                .says(Observable.DHIP_CLASS, "IPC")
                .says(Observable.DHIP_MODEL, "VIP 1230 B")
                .says(Observable.DHIP_VENDOR, "Intelbras")
                .says(Observable.DHIP_FIRMWARE, "2.800.00IB004.0.R"));
    assertThat(camera.identity().kind()).isEqualTo(CAMERA);
    assertThat(camera.identity().brand()).contains("Intelbras");
    assertThat(camera.identity().maker()).contains("Dahua");
    assertThat(camera.identity().firmware()).contains("2.800.00IB004.0.R");
    assertThat(camera.identity().buildDate()).isEmpty();
    assertThat(camera.isRelabelled()).isTrue();
  }

  @Test
  void general_is_no_label() {
    Identification camera =
        identify(
            new HostForTests()
                .says(Observable.DHIP_VENDOR, "General")
                .says(Observable.DHIP_MODEL, "IPC-HDW2431T-AS-S2"));
    assertThat(camera.identity().brand()).contains("Dahua");
    assertThat(camera.isRelabelled()).isFalse();
  }

  @Test
  void a_label_whose_maker_is_known_gives_the_maker() {
    Identification camera =
        identify(
            new HostForTests()
                .says(Observable.ONVIF_SCOPE, "onvif://www.onvif.org/name/Amcrest")
                .says(Observable.ONVIF_TYPE, "NetworkVideoTransmitter"));
    assertThat(camera.identity().brand()).contains("Amcrest");
    assertThat(camera.identity().maker()).contains("Dahua");
    assertThat(camera.identity().kind()).isEqualTo(CAMERA);
  }

  @Test
  void a_label_with_several_makers_leaves_the_maker_open() {
    Identification camera = identify(new HostForTests().says(Observable.HTTP_REALM, "TV-IP672W"));
    assertThat(camera.identity().brand()).contains("TRENDnet");
    assertThat(camera.identity().maker()).isEmpty();
    assertThat(camera.identity().kind()).isEqualTo(CAMERA);
  }

  @Test
  void the_protocol_outdoes_a_label_and_both_are_kept() {
    Identification camera =
        identify(
            new HostForTests()
                .says(Observable.UPNP_MANUFACTURER, "Panasonic")
                .says(Observable.DHIP_MODEL, "IPC-HDW2431T-AS-S2"));
    assertThat(camera.identity().maker()).contains("Dahua");
    assertThat(camera.identity().brand()).contains("Panasonic");
    assertThat(camera.contradictions())
        .extracting(Contradiction::stronger)
        .extracting(Claim::value)
        .contains("Dahua");
    assertThat(camera.contradictions())
        .extracting(pair -> pair.weaker().attribute() + "=" + pair.weaker().value())
        .contains("MAKER=Panasonic", "BRAND=Panasonic");
  }

  @Test
  void two_versions_are_both_kept_and_the_field_wins_over_the_banner() {
    Identification camera =
        identify(
            new HostForTests()
                .says(Observable.HTTP_FIELD, "Brand=AXIS")
                .says(Observable.HTTP_FIELD, "ProdNbr=P3245-LVE")
                .says(Observable.HTTP_FIELD, "Version=10.12.114")
                .says(Observable.HTTP_FIELD, "BuildDate=Nov 12 2020 13:41")
                .says(Observable.HTTP_TITLE, "Live view / - AXIS P3245 version 9.80.1"));
    assertThat(camera.identity().firmware()).contains("10.12.114");
    assertThat(camera.identity().buildDate()).contains(LocalDate.of(2020, 11, 12));
    assertThat(camera.contradictions())
        .extracting(pair -> pair.weaker().value())
        .containsExactly("9.80.1");
  }

  @Test
  void a_hardware_address_alone_is_never_more_than_a_hint() {
    Identification host = identify(new HostForTests().mac("44:19:B6:01:02:03"));
    assertThat(host.confidence()).isEqualTo(Confidence.HINT);
    assertThat(host.claims()).extracting(Claim::confidence).containsOnly(Confidence.HINT);
    assertThat(host.claims()).extracting(Claim::trust).containsOnly(Trust.MAC_PREFIX);
  }

  @Test
  void a_block_of_a_firm_with_many_products_never_makes_a_camera() {
    Identification host = identify(new HostForTests().mac("00:0A:D9:01:02:03"));
    assertThat(host.identity().kind()).isEqualTo(UNKNOWN);
  }

  @Test
  void a_printer_with_a_camera_makers_address_is_a_printer() {
    Identification printer =
        identify(
            new HostForTests()
                .mac("44:19:B6:01:02:03")
                .says(Observable.HTTP_TITLE, "Brother MFC-9340CDW series"));
    assertThat(printer.identity().kind()).isEqualTo(OTHER);
    assertThat(printer.identity().maker()).contains("Brother");
    assertThat(printer.contradictions())
        .extracting(pair -> pair.weaker().value())
        .contains("Hikvision");
  }

  @Test
  void neighbours_are_named_and_are_no_cameras() {
    assertThat(
            identify(new HostForTests().says(Observable.TDP_FIELD, "device_type=SMART.TAPOHUB"))
                .identity()
                .kind())
        .isEqualTo(OTHER);
    assertThat(
            identify(new HostForTests().says(Observable.HTTP_SERVER, "HP-iLO-Server/2.10"))
                .identity()
                .maker())
        .contains("HP");
    assertThat(
            identify(
                    new HostForTests()
                        .says(
                            Observable.BANNER, "220 AXIS A1601 Network Door Controller 1.84 ready"))
                .identity()
                .kind())
        .isEqualTo(OTHER);
    assertThat(identify(new HostForTests().says(Observable.DHIP_CLASS, "ASI")).identity().kind())
        .isEqualTo(OTHER);
  }

  @Test
  void a_model_number_tells_recorder_encoder_and_doorbell_apart() {
    assertThat(kindOfSadp("DS-9664NI-I8")).isEqualTo(RECORDER);
    assertThat(kindOfSadp("DS-6708HWI")).isEqualTo(ENCODER);
    assertThat(kindOfSadp("DS-KV6113-WPE1")).isEqualTo(DOORBELL);
    assertThat(kindOfSadp("DS-K1T804")).isEqualTo(OTHER);
    assertThat(kindOfSadp("IPCamera")).isEqualTo(CAMERA);
  }

  private static AssetKind kindOfSadp(String model) {
    return identify(new HostForTests().says(Observable.SADP_MODEL, model)).identity().kind();
  }

  @Test
  void an_ftp_greeting_of_an_axis_camera_tells_model_firmware_and_date() {
    ProductIdentity identity =
        identify(
                new HostForTests()
                    .says(
                        Observable.BANNER,
                        "220 AXIS 209FD Network Camera 4.40 (Sep 07 2006) ready."))
            .identity();
    assertThat(identity)
        .isEqualTo(
            new ProductIdentity(
                CAMERA,
                java.util.Optional.of("Axis"),
                java.util.Optional.of("Axis"),
                java.util.Optional.of("209FD"),
                java.util.Optional.of("4.40"),
                java.util.Optional.of(LocalDate.of(2006, 9, 7))));
  }

  @Test
  void vendor_fields_tell_version_and_date() {
    ProductIdentity identity =
        identify(
                new HostForTests()
                    .says(Observable.VENDOR_FIELD, "tvt.firmware=1.4.10.0")
                    .says(Observable.VENDOR_FIELD, "tvt.build_date=2023-05-17")
                    .says(Observable.VENDOR_FIELD, "tvt.model=TD-9442S3"))
            .identity();
    assertThat(identity.maker()).contains("TVT");
    assertThat(identity.kind()).isEqualTo(CAMERA);
    assertThat(identity.firmware()).contains("1.4.10.0");
    assertThat(identity.buildDate()).contains(LocalDate.of(2023, 5, 17));
  }

  @Test
  void a_condition_looks_at_the_same_service_only() {
    HostForTests beside =
        new HostForTests()
            .says(Observable.HTTP_TITLE, "Net Video Browser")
            .says(Observable.HTTP_SERVER, "Boa/0.94.13");
    HostForTests elsewhere =
        new HostForTests()
            .says(Observable.HTTP_TITLE, "Net Video Browser")
            .saysOn(8080, Observable.HTTP_SERVER, "Boa/0.94.13");
    assertThat(identify(beside).identity().maker()).contains("Tiandy");
    assertThat(identify(elsewhere).identity().maker()).isEmpty();
  }

  @Test
  void every_claim_says_which_fingerprint_and_which_text_it_rests_on() {
    Identification camera =
        identify(new HostForTests().says(Observable.RTSP_REALM, "Login to 7G0A1B2PAZ3C4D5"));
    assertThat(camera.claims())
        .allSatisfy(
            claim -> {
              assertThat(claim.fingerprint()).isEqualTo("rrl-dahua");
              assertThat(claim.seen()).isEqualTo("Login to 7G0A1B2PAZ3C4D5");
              assertThat(claim.observable()).contains(Observable.RTSP_REALM);
            });
    assertThat(camera.claims())
        .extracting(Claim::attribute)
        .contains(Attribute.MAKER, Attribute.KIND, Attribute.SERIAL);
  }

  @Test
  void the_order_of_the_observations_does_not_matter() {
    HostForTests host =
        new HostForTests()
            .says(Observable.SADP_MODEL, "DS-2CD2143G0-I")
            .says(Observable.HTTP_SERVER, "App-webs/")
            .says(Observable.HTTP_REALM, "IP Camera(51253)")
            .says(Observable.ONVIF_SCOPE, "onvif://www.onvif.org/hardware/DS-2CD2143G0")
            .says(Observable.ONVIF_MANUFACTURER, "Annke")
            .mac("00:40:8C:01:02:03");
    Identification first = identify(host);
    List<Observation> shuffled = new ArrayList<>(host.observations());
    Random random = new Random(11);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(shuffled, random);
      assertThat(IDENTIFIER.identify(shuffled)).isEqualTo(first);
    }
  }

  @Test
  void whatever_is_said_identification_never_throws() {
    Random random = new Random(20261121);
    List<String> words =
        List.of(
            "AXIS ",
            "DS-2CD",
            "Login to ",
            "build ",
            "=",
            "NVR",
            "<f>",
            "V5.",
            "999999",
            "\u202e",
            "220 ",
            "device_type=",
            "onvif://www.onvif.org/name/",
            "(",
            "\\",
            "$1",
            "00000000",
            " ",
            "tvt.build_date=",
            "BuildDate=Feb 31 2021",
            "firmware_version=1.2 Build 991399");
    Observable[] observables = Observable.values();
    for (int round = 0; round < 400; round++) {
      HostForTests host = new HostForTests();
      for (int fact = 0; fact < 12; fact++) {
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(8);
        for (int part = 0; part < parts; part++) {
          text.append(words.get(random.nextInt(words.size())));
          text.append((char) random.nextInt(0x10000));
        }
        host.says(observables[random.nextInt(observables.length)], text.toString());
      }
      Identification found = identify(host);
      assertThat(found.identity().kind()).isNotNull();
    }
  }

  @Test
  void a_date_that_does_not_exist_is_not_claimed() {
    ProductIdentity identity =
        identify(new HostForTests().says(Observable.SADP_FIRMWARE, "V5.5.6build 181399"))
            .identity();
    assertThat(identity.firmware()).contains("V5.5.6");
    assertThat(identity.buildDate()).isEmpty();
  }
}
