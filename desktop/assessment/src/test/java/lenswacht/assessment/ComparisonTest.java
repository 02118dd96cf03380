package lenswacht.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.biometric.BiometricField;
import lenswacht.assessment.biometric.BiometricSystem;
import lenswacht.assessment.biometric.RatedSystem;
import lenswacht.assessment.compare.Change;
import lenswacht.assessment.compare.Comparison;
import lenswacht.assessment.compare.EditionChanges;
import lenswacht.assessment.compare.Moment;
import lenswacht.assessment.remedy.RemedyStanding;
import lenswacht.assessment.remedy.RemedyState;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.KnowledgeFolder;
import lenswacht.knowledge.Remedy;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final Edition EDITION = Samples.EDITION;

  private static SeenAsset axis(String address) {
    return new SeenAsset(
        address,
        Trace.NONE,
        Optional.empty(),
        Samples.camera(Optional.of("Axis"), Confidence.CERTAIN),
        List.of());
  }

  private static Moment moment(Edition edition, Map<String, String> said, SeenAsset... assets) {
    Answers answers = new Answers(said, Map.of());
    return new Moment(
        new Assessor(edition).assess("site", DAY, answers, List.of(assets), List.of()),
        answers,
        List.of());
  }

  /// The bundled edition with one text in one file replaced.
  private static KnowledgeFolder changed(String name, String before, String after) {
    return file -> {
      byte[] bytes = KnowledgeFolder.bundled().read(file);
      String text = new String(bytes, StandardCharsets.UTF_8);
      return file.equals(name)
          ? text.replace(before, after).getBytes(StandardCharsets.UTF_8)
          : bytes;
    };
  }

  @Test
  void the_same_twice_is_no_change() {
    Moment moment = moment(EDITION, Map.of(), axis("192.0.2.1"));
    assertThat(Comparison.of(new Comparison.Steps(moment, moment, moment, moment, moment)))
        .isEmpty();
    assertThat(EditionChanges.of(EDITION, EDITION)).isEmpty();
  }

  @Test
  void what_somebody_answered_is_no_change_on_site() {
    Moment before = moment(EDITION, Map.of(), axis("192.0.2.1"));
    Moment after = moment(EDITION, Map.of("retention.days", "200"), axis("192.0.2.1"));

    List<Change> changes = Comparison.of(new Comparison.Steps(before, before, after, after, after));

    assertThat(changes).extracting(Change::cause).doesNotContain(Change.Cause.SITE);
    assertThat(changes)
        .anyMatch(
            change ->
                change.subject().equals("192.0.2.1 R37") && change.what() == Change.What.FIRES)
        .anyMatch(change -> change.subject().equals("retention.days"));
  }

  @Test
  void an_asset_that_nobody_looked_for_is_not_gone() {
    Moment before = moment(EDITION, Map.of(), axis("192.0.2.1"));
    Moment after = moment(EDITION, Map.of());

    assertThat(Comparison.of(new Comparison.Steps(before, after, after, after, after)))
        .anyMatch(
            change ->
                change.cause() == Change.Cause.COVERAGE
                    && change.what() == Change.What.NOT_LOOKED_AT
                    && change.subject().equals("192.0.2.1"))
        .noneMatch(change -> change.what() == Change.What.GONE);
  }

  @Test
  void rules_and_knowledge_are_told_apart() throws Exception {
    KnowledgeFolder rules =
        changed(
            "pack-nl/conditions.csv",
            "R37,1,retention.days,more-than,90",
            "R37,1,retention.days,more-than,10");
    KnowledgeFolder both =
        file ->
            file.equals("makers.csv")
                ? changed("makers.csv", "Axis Communications,SE", "Axis Communications,CN")
                    .read(file)
                : rules.read(file);
    Edition later = Edition.read(both, lenswacht.knowledge.PackChoice.DUTCH);
    Edition mixed =
        EditionChanges.mixed(both, KnowledgeFolder.bundled(), lenswacht.knowledge.PackChoice.DUTCH);
    Map<String, String> said = Map.of("retention.days", "20", "site.class", "ministry");
    Moment old = moment(EDITION, said, axis("192.0.2.1"));
    Moment half = moment(mixed, said, axis("192.0.2.1"));
    Moment end = moment(later, said, axis("192.0.2.1"));

    assertThat(EditionChanges.of(EDITION, later))
        .extracting(Change::cause, Change::subject)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Change.Cause.RULES, "rule R37"),
            org.assertj.core.groups.Tuple.tuple(Change.Cause.KNOWLEDGE, "maker Axis"));
    List<Change> changes = Comparison.of(new Comparison.Steps(old, old, old, half, end));
    assertThat(changes)
        .anyMatch(c -> c.cause() == Change.Cause.RULES && c.subject().equals("192.0.2.1 R37"))
        .noneMatch(c -> c.cause() == Change.Cause.KNOWLEDGE && c.subject().endsWith("R37"))
        .noneMatch(c -> c.cause() == Change.Cause.SITE || c.cause() == Change.Cause.ANSWERS);
  }

  @Test
  void a_remedy_that_was_done_is_proven_only_by_a_later_visit() {
    Remedy patch =
        EDITION.remedies().all().stream()
            .filter(remedy -> remedy.id().equals("M23"))
            .findFirst()
            .orElseThrow();
    RatedAsset kept =
        moment(EDITION, Map.of("retention.days", "200"), axis("192.0.2.1"))
            .assessment()
            .assets()
            .getFirst();
    RatedAsset mended =
        moment(EDITION, Map.of("retention.days", "2"), axis("192.0.2.1"))
            .assessment()
            .assets()
            .getFirst();
    List<RemedyWord> done =
        List.of(
            new RemedyWord("M23", "", RemedyState.DONE, "J. Jansen", "", java.time.Instant.EPOCH));

    assertThat(RemedyStanding.of(patch, kept, done, List.of()).waitsFor()).contains("R37");
    assertThat(RemedyStanding.of(patch, mended, done, List.of()).state())
        .isEqualTo(RemedyState.DONE);
    assertThat(RemedyStanding.of(patch, mended, List.of(), List.of()).state())
        .isEqualTo(RemedyState.PROPOSED);
  }

  @Test
  void a_system_is_rated_by_the_same_rules_and_one_of_the_police_is_not() {
    BiometricSystem door =
        new BiometricSystem(
            "door",
            BiometricSystem.Kind.DOOR_TERMINAL,
            List.of(),
            Map.of(
                BiometricField.REVIEW_OUTCOME, "positive",
                BiometricField.REVIEW_DATE, "2024-06-01",
                BiometricField.GO_LIVE, "2024-05-01",
                BiometricField.AUTOMATIC_DECISION, "yes",
                BiometricField.HUMAN_REVIEW, "no"));
    RatedSystem rated = RatedSystem.of(door, Map.of(), EDITION);
    assertThat(rated.rated().orElseThrow().findings())
        .extracting(Finding::rule)
        .contains("R31", "R36");
    assertThat(rated.rated().orElseThrow().privacy().level().worst()).isEqualTo(Level.VERY_HIGH);
    assertThat(rated.controls()).containsEntry("HUMAN-REVIEW", Verdict.NOT_SATISFIED);

    BiometricSystem police =
        new BiometricSystem("CATCH", BiometricSystem.Kind.POLICE_SYSTEM, List.of(), Map.of());
    assertThat(RatedSystem.of(police, Map.of(), EDITION).rated()).isEmpty();
    assertThat(RatedSystem.of(police, Map.of(), EDITION).controls())
        .containsOnly(Map.entry("NL-FR-3", Verdict.NOT_DETERMINED));
  }
}
