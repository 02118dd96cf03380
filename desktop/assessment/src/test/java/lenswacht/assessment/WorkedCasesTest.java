package lenswacht.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The six worked cases of the model, factor by factor.
class WorkedCasesTest {
  private static final String[] STATE_LEVERAGE = {
    "supplier.compelled=yes", "supplier.offensive=yes", "supplier.partner_listings=3"
  };
  private static final String[] NEGLECT = {
    "site.class=ministry",
    "view.staff_or_executive_entrance=yes",
    "image.px_per_m=700",
    "exposure.vendor_p2p_or_cloud=yes",
    "weakness.default_or_blank_credential=yes",
    "weakness.cleartext_mgmt_or_rtsp=yes",
    "weakness.shared_admin_account=yes",
    "retention.days=60"
  };

  @Test
  void case_1_neglected_ministry_entrance_with_state_leverage() {
    Facts facts = Samples.with(Samples.facts(NEGLECT), STATE_LEVERAGE);

    expect(facts, Level.VERY_HIGH, Level.VERY_HIGH, Level.VERY_HIGH, Level.VERY_HIGH);
    expectEspionage(facts, Level.VERY_HIGH);
    expectPrivacy(facts, Level.MODERATE);
  }

  @Test
  void case_2_same_neglect_with_a_european_maker_has_the_same_path_a() {
    Facts facts = Samples.facts(NEGLECT);

    expect(facts, Level.VERY_HIGH, Level.LOW, Level.VERY_HIGH, Level.VERY_HIGH);
    expectEspionage(facts, Level.VERY_HIGH);
    expectPrivacy(facts, Level.MODERATE);
  }

  @Test
  void case_3_proven_mitigation_brings_case_1_down_without_replacing_the_maker() {
    Facts facts =
        Samples.with(
            Samples.facts(
                "site.class=ministry",
                "view.staff_or_executive_entrance=yes",
                "image.px_per_m=700",
                "mitigation.verified=yes"),
            STATE_LEVERAGE);

    expect(facts, Level.LOW, Level.LOW, Level.LOW, Level.VERY_HIGH);
    expectEspionage(facts, Level.MODERATE);
    expectPrivacy(facts, Level.LOW);
  }

  @Test
  void case_4_municipal_car_park_on_the_office_network() {
    Facts facts =
        Samples.with(
            Samples.facts(
                "site.class=municipality",
                "segmentation.office_to_camera_reachable=yes",
                "weakness.cleartext_mgmt_or_rtsp=yes",
                "access.auto_update_from_vendor=yes",
                "access.update_staged=no"),
            STATE_LEVERAGE);

    expect(facts, Level.MODERATE, Level.HIGH, Level.HIGH, Level.LOW);
    expectEspionage(facts, Level.LOW);
    expectPrivacy(facts, Level.LOW);
  }

  @Test
  void case_5_face_door_without_review() {
    Facts facts =
        Samples.facts(
            "site.class=ministry",
            "view.staff_or_executive_entrance=yes",
            "image.px_per_m=700",
            "fr.enabled=yes",
            "biometric.templates_present=yes",
            "decision.automatic_on_match=yes",
            "dpia.required=yes");

    expect(facts, Level.LOW, Level.VERY_LOW, Level.LOW, Level.VERY_HIGH);
    expectEspionage(facts, Level.MODERATE);
    expectPrivacy(facts, Level.VERY_HIGH);
  }

  @Test
  void case_6_standing_installer_access_at_a_protected_interest() {
    Facts facts =
        Samples.with(
            Samples.facts(
                "site.class=tbb1",
                "view.staff_or_executive_entrance=yes",
                "image.px_per_m=700",
                "access.third_party_remote=persistent",
                "weakness.kev_listed_cve=yes",
                "storage.on_internet_connected_system=yes"),
            STATE_LEVERAGE);

    expect(facts, Level.HIGH, Level.VERY_HIGH, Level.VERY_HIGH, Level.VERY_HIGH);
    expectEspionage(facts, Level.VERY_HIGH);
    expectPrivacy(facts, Level.MODERATE);
  }

  private static void expect(
      Facts facts, Level pathA, Level pathB, Level likelihood, Level impact) {
    Rating rating = Samples.rate(Axis.ESPIONAGE, facts);
    Rating.TableStep outcome = step(rating, "RISK");
    assertThat(step(rating, "T_A").outcome()).isEqualTo(Interval.exactly(pathA));
    assertThat(step(rating, "T_M").outcome()).isEqualTo(Interval.exactly(pathB));
    assertThat(outcome.row()).isEqualTo(Interval.exactly(likelihood));
    assertThat(outcome.column()).isEqualTo(Interval.exactly(impact));
  }

  private static void expectEspionage(Facts facts, Level level) {
    assertThat(Samples.rate(Axis.ESPIONAGE, facts).level()).isEqualTo(Interval.exactly(level));
  }

  private static void expectPrivacy(Facts facts, Level level) {
    assertThat(Samples.rate(Axis.PRIVACY, facts).level()).isEqualTo(Interval.exactly(level));
  }

  private static Rating.TableStep step(Rating rating, String table) {
    return rating.steps().stream()
        .filter(step -> step.table().equals(table))
        .findFirst()
        .orElseThrow();
  }
}
