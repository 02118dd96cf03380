package lenswacht.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import lenswacht.fingerprint.Claim.Attribute;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observable;
import org.junit.jupiter.api.Test;

class ConclusionTest {
  private static Claim maker(String name, Confidence confidence, Trust trust, int evidence) {
    return new Claim(
        Attribute.MAKER,
        name,
        confidence,
        trust,
        "any",
        Optional.of(Observable.HTTP_TITLE),
        name,
        new EvidenceId("%032x".formatted(evidence)));
  }

  private static Confidence confidence(Claim... claims) {
    return Resolution.of(Arrays.asList(claims)).confidenceOf(Attribute.MAKER).orElseThrow();
  }

  @Test
  void one_specific_sign_is_likely() {
    assertThat(confidence(maker("Axis", Confidence.LIKELY, Trust.BANNER, 1)))
        .isEqualTo(Confidence.LIKELY);
  }

  @Test
  void two_independent_specific_signs_make_it_certain() {
    assertThat(
            confidence(
                maker("Axis", Confidence.LIKELY, Trust.BANNER, 1),
                maker("Axis", Confidence.LIKELY, Trust.CERTIFICATE, 2)))
        .isEqualTo(Confidence.CERTAIN);
  }

  @Test
  void two_independent_hints_make_it_likely() {
    assertThat(
            confidence(
                maker("Axis", Confidence.HINT, Trust.BANNER, 1),
                maker("Axis", Confidence.HINT, Trust.MAC_PREFIX, 2)))
        .isEqualTo(Confidence.LIKELY);
  }

  @Test
  void a_hint_does_not_raise_what_is_more_than_a_hint() {
    assertThat(
            confidence(
                maker("Axis", Confidence.LIKELY, Trust.BANNER, 1),
                maker("Axis", Confidence.HINT, Trust.MAC_PREFIX, 2)))
        .isEqualTo(Confidence.LIKELY);
  }

  @Test
  void one_page_that_says_it_twice_is_one_witness() {
    assertThat(
            confidence(
                maker("Axis", Confidence.LIKELY, Trust.BANNER, 1),
                maker("Axis", Confidence.LIKELY, Trust.WEB_ASSET, 1)))
        .isEqualTo(Confidence.LIKELY);
  }

  @Test
  void two_ports_with_one_banner_are_one_kind_of_sign() {
    assertThat(
            confidence(
                maker("Axis", Confidence.LIKELY, Trust.BANNER, 1),
                maker("Axis", Confidence.LIKELY, Trust.BANNER, 2)))
        .isEqualTo(Confidence.LIKELY);
  }

  @Test
  void an_independent_contradiction_lowers_and_is_kept() {
    Identification identification =
        Resolution.of(
            Arrays.asList(
                maker("Dahua", Confidence.CERTAIN, Trust.PROTOCOL, 1),
                maker("Axis", Confidence.LIKELY, Trust.CERTIFICATE, 2)));
    Conclusion conclusion = identification.conclusion(Attribute.MAKER).orElseThrow();
    assertThat(conclusion.value()).isEqualTo("Dahua");
    assertThat(conclusion.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(conclusion.opposing()).extracting(Claim::value).containsExactly("Axis");
    assertThat(identification.contradictions()).hasSize(1);
  }

  @Test
  void a_contradicting_hint_does_not_lower() {
    assertThat(
            confidence(
                maker("Dahua", Confidence.CERTAIN, Trust.PROTOCOL, 1),
                maker("Axis", Confidence.HINT, Trust.MAC_PREFIX, 2)))
        .isEqualTo(Confidence.CERTAIN);
  }

  @Test
  void the_label_says_one_and_the_evidence_says_another() {
    Origin origin =
        new Identifier(Catalogue.bundled())
            .identify(
                new HostForTests()
                    .says(Observable.DHIP_VENDOR, "Intelbras")
                    .says(Observable.DHIP_MODEL, "VIP 1230 B")
                    .observations())
            .origin();
    assertThat(origin.answer()).isEqualTo(Origin.Answer.RELABELLED);
    assertThat(origin.label()).contains("Intelbras");
    assertThat(origin.maker()).contains("Dahua");
    assertThat(origin.labelSays()).extracting(Claim::fingerprint).contains("dhip-vendor");
    assertThat(origin.makerSays()).extracting(Claim::fingerprint).contains("dhip-model");
    assertThat(origin.restsOnList()).isFalse();
  }

  @Test
  void a_maker_that_only_the_list_of_labels_names_is_said_to_rest_on_it() {
    Origin origin =
        new Identifier(Catalogue.bundled())
            .identify(new HostForTests().says(Observable.HTTP_TITLE, "Amcrest").observations())
            .origin();
    assertThat(origin.answer()).isEqualTo(Origin.Answer.RELABELLED);
    assertThat(origin.restsOnList()).isTrue();
  }

  @Test
  void without_a_label_the_origin_is_not_determined() {
    Origin origin =
        new Identifier(Catalogue.bundled())
            .identify(
                new HostForTests()
                    .says(Observable.HTTP_REALM, "Login to 7G0A1B2PAZ3")
                    .observations())
            .origin();
    assertThat(origin.answer()).isEqualTo(Origin.Answer.NOT_DETERMINED);
    assertThat(origin.maker()).contains("Dahua");
    assertThat(origin.label()).isEmpty();
  }

  @Test
  void kinships_are_found_from_either_side() {
    Catalogue catalogue = Catalogue.bundled();
    assertThat(catalogue.kinships("EZVIZ")).extracting(Kinship::other).contains("Hikvision");
    assertThat(catalogue.kinships("Hikvision")).extracting(Kinship::firm).contains("EZVIZ");
    assertThat(catalogue.kinships("nobody we know")).isEmpty();
  }

  @Test
  void an_explanation_marks_what_decided() {
    Explanation explanation =
        new Explainer(Catalogue.bundled())
            .explain(
                new Identifier(Catalogue.bundled())
                    .identify(
                        new HostForTests()
                            .says(Observable.HTTP_BODY, "x".repeat(500) + "/doc/page/login.asp")
                            .observations()));
    assertThat(explanation.chains())
        .filteredOn(chain -> chain.conclusion().attribute() == Attribute.MAKER)
        .flatExtracting(Explanation.Chain::supporting)
        .extracting(Explanation.Sign::decisive)
        .containsExactly("/doc/page/login.asp");
  }

  @Test
  void an_explanation_reads_the_firmware_by_the_makers_grammar() {
    Explanation explanation =
        new Explainer(Catalogue.bundled())
            .explain(
                new Identifier(Catalogue.bundled())
                    .identify(
                        new HostForTests()
                            .says(Observable.SADP_MODEL, "DS-2CD2143G0-I")
                            .says(Observable.SADP_FIRMWARE, "V5.5.800 build 210628")
                            .observations()));
    assertThat(explanation.firmware())
        .hasValueSatisfying(
            version -> {
              assertThat(version.line()).contains("DS-2CD2143G0-I");
              assertThat(version.parts()).containsExactly(5L, 5L, 800L);
            });
  }

  @Test
  void what_an_asset_says_it_can_do_is_told() {
    Identification identification =
        new Identifier(Catalogue.bundled())
            .identify(
                new HostForTests()
                    .says(Observable.ONVIF_SCOPE, "onvif://www.onvif.org/type/ptz")
                    .says(Observable.ONVIF_SERVICE, "http://www.onvif.org/ver20/analytics/wsdl")
                    .observations());
    assertThat(identification.features()).containsExactly(Feature.PAN_TILT_ZOOM, Feature.ANALYTICS);
  }
}
