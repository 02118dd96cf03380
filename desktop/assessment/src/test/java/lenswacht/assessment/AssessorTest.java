package lenswacht.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.exposure.PublicAddress;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.fingerprint.Trust;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.KnowledgeFolder;
import lenswacht.knowledge.PackChoice;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.Service;
import org.junit.jupiter.api.Test;

class AssessorTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Service WEB = Service.tcp(InetAddress.ofLiteral("10.0.0.7"), 80);
  private static final EvidenceId SEEN = new EvidenceId("0".repeat(31) + "1");
  private static final EvidenceId SAID = new EvidenceId("0".repeat(31) + "2");

  @Test
  void known_exploited_firmware_is_a_critical_finding_with_its_evidence() {
    Finding finding = finding(assess(old(), Answers.NONE), "R07");

    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.evidence()).containsExactly(SAID);
    assertThat(finding.parameters())
        .containsEntry("kevCves", "CVE-2017-7921")
        .containsEntry("firmware", "V5.3.0")
        .containsEntry("build", "2015-05-13");
    assertThat(sentence(finding, Locale.of("nl"))).contains("CVE-2017-7921").contains("V5.3.0");
    assertThat(sentence(finding, Locale.ENGLISH)).contains("listed as exploited");
  }

  @Test
  void judging_anew_after_advisories_changed_comes_out_as_from_nothing_and_keeps_what_stands()
      throws Exception {
    List<SeenAsset> assets = new ArrayList<>(old());
    assets.add(axis());
    KnowledgeFolder bundled = KnowledgeFolder.bundled();
    Edition changed =
        Edition.read(
            name -> {
              String added = "CVE-2017-7921,Axis,*,unstated,,,,no,LOW,,made up,2026-11-20\n";
              byte[] bytes = bundled.read(name);
              return name.equals("advisories.csv")
                  ? (new String(bytes, StandardCharsets.UTF_8) + added)
                      .getBytes(StandardCharsets.UTF_8)
                  : bytes;
            },
            PackChoice.DUTCH);
    Remembered memory = new Remembered();
    Assessment before = assess(Samples.EDITION, assets, DAY, memory);
    Assessment after = assess(changed, assets, DAY, memory);

    assertThat(after).isEqualTo(assess(changed, assets, DAY, new Remembered()));
    assertThat(after.edition()).isNotEqualTo(before.edition());
    assertThat(after.assets().stream().filter(one -> before.assets().contains(one))).hasSize(1);
    assertThat(after.assets()).anyMatch(one -> before.assets().stream().anyMatch(b -> b == one));
    assertThat(assess(changed, assets, DAY.plusDays(1), memory))
        .isEqualTo(assess(changed, assets, DAY.plusDays(1), new Remembered()));
  }

  private static Assessment assess(
      Edition edition, List<SeenAsset> assets, LocalDate day, Remembered memory) {
    return new Assessor(edition)
        .assess("site", day, Answers.NONE, assets, List.of(), List.of(), Optional.empty(), memory);
  }

  @Test
  void firmware_age_is_counted_from_the_given_day() {
    Finding finding = finding(assess(old(), Answers.NONE), "R09");

    assertThat(finding.parameters()).containsEntry("age", "4209");
  }

  @Test
  void not_activated_means_no_password_and_activated_means_nothing() {
    Observation blank = new Observation.Activation(WEB, false, SEEN);
    Observation set = new Observation.Activation(WEB, true, SEEN);

    assertThat(rules(assess(List.of(axis(blank)), Answers.NONE))).contains("R06");
    RatedAsset activated = only(assess(List.of(axis(set)), Answers.NONE));
    assertThat(factor(activated.espionage(), "E_WEAK").open()).contains("R06");
  }

  @Test
  void relay_that_is_on_fires_and_off_settles_it() {
    Observation on = new Observation.CloudRelay(WEB, true, SEEN);
    Observation off = new Observation.CloudRelay(WEB, false, SEEN);

    assertThat(rules(assess(List.of(axis(on)), Answers.NONE))).contains("R02");
    FactorReading exposure =
        factor(only(assess(List.of(axis(off)), Answers.NONE)).espionage(), "E_EXP");
    assertThat(exposure.open()).doesNotContain("R02").contains("R01");
  }

  @Test
  void what_stayed_unseen_on_a_half_asked_asset_is_never_a_no() {
    SeenAsset asset = axis(new Observation.CloudRelay(WEB, false, SEEN));
    Visit visit = Visits.thatSkipped(InetAddress.ofLiteral("10.0.0.7"));

    Assessment assessment =
        new Assessor(Samples.EDITION)
            .assess("Site", DAY, Answers.NONE, List.of(asset), List.of(visit));

    assertThat(factor(only(assessment).espionage(), "E_EXP").open()).contains("R02");
  }

  @Test
  void what_was_seen_outranks_what_was_said() {
    SeenAsset asset = axis(new Observation.CloudRelay(WEB, true, SEEN));

    assertThat(rules(assess(List.of(asset), site("exposure.vendor_p2p_or_cloud", "no"))))
        .contains("R02");
  }

  @Test
  void answer_outside_the_words_of_a_field_is_no_answer() {
    RatedAsset asset = only(assess(List.of(axis()), site("site.class", "castle")));

    assertThat(factor(asset.espionage(), "E_SITE").open()).contains("R20", "R21", "R22");
  }

  @Test
  void maker_that_is_only_hinted_at_neither_accuses_nor_reassures() {
    SeenAsset hinted =
        Samples.asset("10.0.0.7", Samples.camera(Optional.of("Hikvision"), Confidence.HINT));

    Assessment assessment = assess(List.of(hinted), Answers.NONE);

    assertThat(rules(assessment)).contains("R15").doesNotContain("R12", "R13", "R14");
    assertThat(factor(only(assessment).espionage(), "E_SUP").level())
        .isEqualTo(new Interval(Level.VERY_LOW, Level.VERY_HIGH));
  }

  @Test
  void maker_in_a_named_state_fires_both_criteria_and_cites_them() {
    SeenAsset asset =
        Samples.asset("10.0.0.7", Samples.camera(Optional.of("Hikvision"), Confidence.CERTAIN));

    Assessment assessment = assess(List.of(asset), Answers.NONE);

    assertThat(rules(assessment)).contains("R13", "R14").doesNotContain("R12", "R15");
    assertThat(finding(assessment, "R14").parameters())
        .containsEntry("share", "42")
        .containsEntry("listings", "3");
    assertThat(finding(assessment, "R13").clause()).contains("266-272");
  }

  @Test
  void scene_width_and_picture_width_give_the_pixel_density() {
    Observation picture = new Observation.Picture(WEB, 1920, 1080, 90, 0, 0, SEEN);

    Assessment assessment = assess(List.of(axis(picture)), site("image.scene_width_m", "3"));

    assertThat(finding(assessment, "R23").parameters()).containsEntry("pxPerM", "640");
    assertThat(finding(assessment, "R23").evidence()).containsExactly(SEEN);
  }

  @Test
  void private_shared_and_documentation_addresses_are_not_public() {
    for (String address :
        List.of(
            "10.1.2.3",
            "192.168.1.1",
            "127.0.0.1",
            "100.64.0.1",
            "192.0.2.5",
            "fe80::1",
            "fd00::1",
            "2001:db8::1",
            "::1")) {
      assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).as(address).isFalse();
    }
    assertThat(PublicAddress.is(InetAddress.ofLiteral("145.21.0.9"))).isTrue();
    assertThat(PublicAddress.is(InetAddress.ofLiteral("2a02:a440::7"))).isTrue();
  }

  @Test
  void printers_are_not_rated_and_unknown_things_only_when_they_speak_video() {
    Identification printer = kind(AssetKind.OTHER);
    Identification unknown = kind(AssetKind.UNKNOWN);
    SeenAsset silent = Samples.asset("10.0.0.3", unknown);
    SeenAsset video =
        Samples.asset(
            "10.0.0.4",
            unknown,
            new Observation.Stated(WEB, Observable.RTSP_SERVER, "Rtsp Server", SEEN));

    Assessment assessment =
        assess(List.of(Samples.asset("10.0.0.2", printer), silent, video), Answers.NONE);

    assertThat(assessment.assets()).extracting(RatedAsset::address).containsExactly("10.0.0.4");
    assertThat(assessment.others())
        .extracting(OtherAsset::address)
        .containsExactly("10.0.0.2", "10.0.0.3");
  }

  @Test
  void site_without_rated_assets_has_no_level_and_no_verdicts() {
    Assessment assessment = assess(List.of(), Answers.NONE);

    assertThat(assessment.espionage()).isEmpty();
    assertThat(assessment.controls().values()).containsOnly(Verdict.NOT_DETERMINED);
    assertThat(assessment.drivenBy().get(Axis.ESPIONAGE)).isEmpty();
  }

  @Test
  void one_camera_with_a_shared_switch_leaves_the_norm_unmet_and_silence_leaves_it_open() {
    assertThat(controls("segmentation.shared_physical_switch", "yes"))
        .containsEntry("NKBR-PUB-1", Verdict.NOT_SATISFIED);
    assertThat(controls("segmentation.shared_physical_switch", "no"))
        .containsEntry("NKBR-PUB-1", Verdict.NOT_DETERMINED);
    assertThat(controls("fr.enabled", "no"))
        .containsEntry("NL-FR-1", Verdict.NOT_APPLICABLE)
        .containsEntry("NOTICE", Verdict.NOT_DETERMINED);
    assertThat(controls("sign.present", "yes")).containsEntry("NOTICE", Verdict.SATISFIED);
  }

  @Test
  void answers_raise_coverage() {
    double none = only(assess(List.of(axis()), Answers.NONE)).coverage();
    double some = only(assess(List.of(axis()), site("site.class", "ministry"))).coverage();

    assertThat(none).isBetween(0.0, 1.0);
    assertThat(some).isGreaterThan(none);
  }

  @Test
  void same_input_in_any_order_gives_the_same_assessment_to_the_letter() {
    List<SeenAsset> assets = new ArrayList<>(old());
    assets.add(axis(new Observation.CloudRelay(WEB, true, SEEN)));
    assets.add(Samples.asset("10.0.0.9", kind(AssetKind.RECORDER)));
    Assessment first = assess(assets, Answers.NONE);
    Collections.reverse(assets);
    Assessment second = assess(assets, Answers.NONE);

    assertThat(second).isEqualTo(first);
    assertThat(second.toString()).isEqualTo(first.toString());
    assertThat(first.edition()).isEqualTo(Samples.EDITION.id());
  }

  @Test
  void every_finding_has_clause_and_sentences_in_both_languages() {
    Assessment assessment = assess(old(), site("retention.days", "120"));

    for (Finding finding : only(assessment).findings()) {
      assertThat(finding.clause()).isNotBlank();
      assertThat(sentence(finding, Locale.of("nl"))).isNotBlank();
      assertThat(sentence(finding, Locale.ENGLISH)).isNotBlank();
    }
    assertThat(rules(assessment)).contains("R37");
  }

  private static List<SeenAsset> old() {
    ProductIdentity identity =
        new ProductIdentity(
            AssetKind.CAMERA,
            Optional.of("Hikvision"),
            Optional.of("Hikvision"),
            Optional.of("DS-2CD2032F-I"),
            Optional.of("V5.3.0"),
            Optional.of(LocalDate.of(2015, 5, 13)));
    List<Claim> claims = new ArrayList<>();
    for (Claim.Attribute attribute :
        List.of(Claim.Attribute.MAKER, Claim.Attribute.MODEL, Claim.Attribute.BUILD_DATE)) {
      claims.add(
          new Claim(
              attribute,
              attribute == Claim.Attribute.MAKER ? "Hikvision" : "seen",
              Confidence.CERTAIN,
              Trust.VENDOR_FIELD,
              "sadp",
              Optional.of(Observable.SADP_FIRMWARE),
              "V5.3.0build 150513",
              SAID));
    }
    Identification identification =
        new Identification(identity, Confidence.CERTAIN, claims, List.of());
    return List.of(Samples.asset("10.0.0.8", identification));
  }

  private static SeenAsset axis(Observation... observations) {
    return Samples.asset(
        "10.0.0.7", Samples.camera(Optional.of("Axis"), Confidence.CERTAIN), observations);
  }

  private static Identification kind(AssetKind kind) {
    ProductIdentity none = ProductIdentity.UNDETERMINED;
    return new Identification(
        new ProductIdentity(
            kind, none.brand(), none.maker(), none.model(), none.firmware(), none.buildDate()),
        Confidence.LIKELY,
        List.of(),
        List.of());
  }

  private static Answers site(String field, String value) {
    return new Answers(Map.of(field, value), Map.of());
  }

  private static Map<String, Verdict> controls(String field, String value) {
    return assess(List.of(axis()), site(field, value)).controls();
  }

  private static Assessment assess(List<SeenAsset> assets, Answers answers) {
    return new Assessor(Samples.EDITION).assess("Site", DAY, answers, assets, List.of());
  }

  private static RatedAsset only(Assessment assessment) {
    assertThat(assessment.assets()).hasSize(1);
    return assessment.assets().getFirst();
  }

  private static List<String> rules(Assessment assessment) {
    return only(assessment).findings().stream().map(Finding::rule).toList();
  }

  private static Finding finding(Assessment assessment, String rule) {
    return only(assessment).findings().stream()
        .filter(finding -> finding.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  private static FactorReading factor(Rating rating, String factor) {
    return rating.factors().stream()
        .filter(reading -> reading.factor().equals(factor))
        .findFirst()
        .orElseThrow();
  }

  private static String sentence(Finding finding, Locale language) {
    return Samples.EDITION.pack().sentence(finding.text(), language, finding.parameters());
  }
}
