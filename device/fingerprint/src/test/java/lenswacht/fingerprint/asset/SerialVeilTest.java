package lenswacht.fingerprint.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Claim.Attribute;
import lenswacht.fingerprint.Conclusion;
import lenswacht.fingerprint.Explainer;
import lenswacht.fingerprint.Explanation.Sign;
import lenswacht.fingerprint.Identification;
import lenswacht.observation.Bytes;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation.Channel;
import org.junit.jupiter.api.Test;

class SerialVeilTest {
  private static final Bytes KEY = Bytes.fromHex("0b".repeat(32));
  private static final Bytes OTHER_KEY = Bytes.fromHex("0c".repeat(32));
  private static final String SERIAL = "DS-2CD2143G0-I20190412AAWRD87654321";
  private static final String DAHUA = "7G0A1B2PAZ3C4D5";

  private static IdentifiedAsset only(Scene scene) {
    return scene.assets().getFirst();
  }

  private static IdentifiedAsset veiled(Scene scene) {
    return SerialVeil.under(KEY).over(only(scene));
  }

  private static String serial(IdentifiedAsset asset) {
    return asset.identification().conclusion(Attribute.SERIAL).map(Conclusion::value).orElseThrow();
  }

  private static Scene hikvision() {
    return new Scene()
        .at("192.0.2.7")
        .sadp("DS-2CD2143G0-I", SERIAL, "192.0.2.7")
        .says(Observable.SADP_FIRMWARE, "V5.5.82build 190220");
  }

  private static Scene dahua() {
    return new Scene()
        .at("192.0.2.8")
        .udp(37_810)
        .says(Observable.DHIP_SERIAL, DAHUA)
        .web(80)
        .says(Observable.HTTP_REALM, "Login to " + DAHUA);
  }

  @Test
  void a_serial_number_goes_through_as_a_short_grouped_hash() {
    assertThat(serial(veiled(dahua())))
        .matches("#[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
  }

  @Test
  void one_serial_number_has_one_hash_under_one_key_and_another_under_another() {
    SerialVeil veil = SerialVeil.under(KEY);
    assertThat(veil.shown(DAHUA)).isEqualTo(veil.shown("7g0a1b2-paz3c4d5"));
    assertThat(veil.shown(DAHUA)).isNotEqualTo(veil.shown(DAHUA.replace('5', '6')));
    assertThat(veil.shown(DAHUA)).isNotEqualTo(SerialVeil.under(OTHER_KEY).shown(DAHUA));
  }

  @Test
  void nothing_that_is_shown_of_an_asset_holds_its_serial_number() {
    for (Scene scene : List.of(hikvision(), dahua())) {
      assertThat(veiled(scene).toString()).doesNotContain("87654321").doesNotContain(DAHUA);
    }
  }

  @Test
  void what_every_mandate_allows_is_shown_as_it_is() {
    IdentifiedAsset asset = only(dahua());
    assertThat(SerialVeil.none().over(asset)).isEqualTo(asset);
    assertThat(serial(asset)).isEqualTo(DAHUA);
  }

  @Test
  void identity_and_confidence_are_what_they_were() {
    for (Scene scene : List.of(hikvision(), dahua())) {
      Identification open = only(scene).identification();
      Identification veiled = veiled(scene).identification();
      assertThat(veiled.identity()).isEqualTo(open.identity());
      for (Attribute attribute : Attribute.values()) {
        assertThat(veiled.confidenceOf(attribute)).isEqualTo(open.confidenceOf(attribute));
      }
    }
  }

  @Test
  void model_and_day_of_production_inside_a_serial_number_are_not_hidden() {
    assertThat(veiled(hikvision()).identification().claims())
        .filteredOn(claim -> claim.observable().filter(Observable.SADP_SERIAL::equals).isPresent())
        .isNotEmpty()
        .extracting(Claim::seen)
        .containsOnly("DS-2CD2143G0-I20190412" + "*".repeat(13));
  }

  @Test
  void realms_that_end_as_the_serial_number_does_are_masked_there() {
    Scene scene =
        hikvision()
            .web(80)
            .says(Observable.HTTP_REALM, "IP Camera(54321)")
            .web(8080)
            .says(Observable.HTTP_REALM, "DS-87654321");
    assertThat(veiled(scene).toString())
        .contains("IP Camera(*****)", "DS-********")
        .doesNotContain("54321");
  }

  @Test
  void letters_that_tell_a_recorder_stay_behind_its_serial_number() {
    Scene scene =
        new Scene()
            .at("192.0.2.20")
            .sadp("DS-7608NI-K2", "DS-7608NI-K220200131CCRRE12345678WCVU", "192.0.2.20");
    assertThat(veiled(scene).identification().claims())
        .filteredOn(claim -> claim.fingerprint().equals("sadp-serial-recorder"))
        .singleElement()
        .satisfies(claim -> assertThat(claim.seen()).endsWith("*WCVU"));
  }

  @Test
  void the_decisive_part_of_a_masked_text_is_where_it_was() {
    Explainer explainer = new Explainer(Catalogue.bundled());
    for (Scene scene : List.of(hikvision(), dahua())) {
      List<Sign> open = signs(explainer, only(scene));
      List<Sign> masked = signs(explainer, veiled(scene));
      assertThat(masked).hasSameSizeAs(open);
      for (int i = 0; i < open.size(); i++) {
        assertThat(masked.get(i).from()).isEqualTo(open.get(i).from());
        assertThat(masked.get(i).to()).isEqualTo(open.get(i).to());
      }
    }
  }

  private static List<Sign> signs(Explainer explainer, IdentifiedAsset asset) {
    return explainer.explain(asset.identification()).chains().stream()
        .flatMap(chain -> chain.supporting().stream())
        .toList();
  }

  @Test
  void a_serial_number_that_is_a_hardware_address_is_masked_only_as_serial_number() {
    IdentifiedAsset asset =
        veiled(
            new Scene()
                .at("192.0.2.9")
                .heardFrom("AC:CC:8E:01:02:03")
                .says(Observable.HTTP_REALM, "AXIS_ACCC8E010203"));
    assertThat(asset.mac().orElseThrow()).hasToString("AC:CC:8E:01:02:03");
    assertThat(asset.identification().claims())
        .anyMatch(claim -> claim.seen().equals("AC:CC:8E:01:02:03"))
        .anyMatch(claim -> claim.seen().equals("AXIS_" + "*".repeat(12)));
    assertThat(serial(asset)).startsWith("#");
  }

  @Test
  void a_shortened_serial_number_has_the_hash_of_the_whole_one() {
    Scene scene = hikvision().web(80).says(Observable.HTTP_FIELD, "serialNumber=AAWRD87654321");
    assertThat(veiled(scene).identification().claims())
        .filteredOn(claim -> claim.attribute() == Attribute.SERIAL)
        .hasSizeGreaterThan(1)
        .extracting(Claim::value)
        .containsOnly(SerialVeil.under(KEY).shown(SERIAL));
  }

  @Test
  void a_serial_number_that_several_assets_share_is_told_by_its_hash() {
    Scene scene = new Scene();
    for (int i = 0; i < 3; i++) {
      scene
          .at("192.0.2.7" + i)
          .heardFrom("00:00:5E:00:53:" + (10 + 2 * i))
          .udp(37_810)
          .says(Observable.DHIP_SERIAL, DAHUA);
    }
    SerialVeil veil = SerialVeil.under(KEY);
    assertThat(veil.over(only(scene)).trace().cautions())
        .filteredOn(caution -> caution.kind() == Caution.Kind.MARK_SHARED)
        .singleElement()
        .satisfies(
            caution -> assertThat(caution.words()).containsEntry("value", veil.shown(DAHUA)));
  }

  @Test
  void a_serial_number_that_a_recorder_gives_of_its_camera_is_hidden_at_both() {
    Scene scene =
        new Scene()
            .at("192.0.2.20")
            .sadp("DS-7608NI-K2", "DS-7608NI-K220200131CCRRE12345678WCVU", "192.0.2.20")
            .web(80)
            .channel(
                1,
                "camera " + SERIAL,
                new Channel.Source("192.168.254.4", "", SERIAL, ""),
                Channel.Use.IN_USE);
    SerialVeil veil = SerialVeil.under(KEY);
    List<IdentifiedAsset> assets = scene.assets().stream().map(veil::over).toList();
    assertThat(assets).hasSize(2);
    assertThat(assets.toString()).doesNotContain("87654321").contains(veil.shown(SERIAL));
  }

  @Test
  void bytes_are_masked_without_changing_their_length() {
    SerialMask mask = SerialMask.ofAll(hikvision().assets());
    Bytes bytes = Bytes.utf8("<DeviceSN>" + SERIAL + "</DeviceSN>");
    assertThat(mask.over(bytes).length()).isEqualTo(bytes.length());
    assertThat(mask.over(bytes).utf8())
        .isEqualTo("<DeviceSN>DS-2CD2143G0-I20190412*************</DeviceSN>");
  }

  @Test
  void any_text_keeps_its_length_and_loses_every_serial_number() {
    Random random = new Random(20261121);
    SerialMask mask = SerialMask.ofAll(dahua().assets());
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int part = random.nextInt(6); part >= 0; part--) {
        text.append(
            switch (random.nextInt(4)) {
              case 0 -> DAHUA;
              case 1 -> DAHUA.toLowerCase(Locale.ROOT);
              case 2 -> DAHUA.substring(random.nextInt(DAHUA.length()));
              default -> Character.toString(random.nextInt(0x2000));
            });
      }
      String masked = mask.over(text.toString());
      assertThat(masked).hasSameSizeAs(text);
      assertThat(masked).doesNotContainIgnoringCase(DAHUA);
    }
  }

  @Test
  void a_key_of_another_length_is_none() {
    assertThatThrownBy(() -> SerialVeil.under(Bytes.fromHex("00")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
