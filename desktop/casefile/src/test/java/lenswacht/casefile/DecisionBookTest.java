package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lenswacht.assessment.biometric.BiometricField;
import lenswacht.assessment.biometric.BiometricSystem;
import lenswacht.assessment.remedy.RemedyState;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.knowledge.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionBookTest {
  private static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-21T10:00:00Z");

  @TempDir private Path folder;

  private static Answered answered(String field, Answered.State state, String value, Instant at) {
    return new Answered("", field, state, value, "J. Jansen", "brief 12", at);
  }

  @Test
  void an_answer_is_kept_with_who_said_it_and_when_and_only_answers_count() throws Exception {
    Path path = folder.resolve("a.lenswacht");
    try (CaseFile file = CaseFile.create(path, "Stadhuis")) {
      file.decisions()
          .answer(
              List.of(
                  answered("site.class", Answered.State.ANSWERED, "ministry", THEN),
                  answered("retention.days", Answered.State.ANSWERED, "28", THEN),
                  answered("dpia.required", Answered.State.NOT_APPLICABLE, "", THEN)));
      file.decisions()
          .answer(List.of(answered("retention.days", Answered.State.UNKNOWN, "", LATER)));

      assertThat(file.answers().site()).containsOnly(Map.entry("site.class", "ministry"));
      assertThat(file.decisions().answers())
          .extracting(Answered::field, Answered::state, Answered::by, Answered::at)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(
                  "site.class", Answered.State.ANSWERED, "J. Jansen", THEN),
              org.assertj.core.groups.Tuple.tuple(
                  "dpia.required", Answered.State.NOT_APPLICABLE, "J. Jansen", THEN),
              org.assertj.core.groups.Tuple.tuple(
                  "retention.days", Answered.State.UNKNOWN, "J. Jansen", LATER));
    }
    try (CaseFile before = CaseFile.open(path, THEN)) {
      assertThat(before.answers().site()).containsEntry("retention.days", "28");
    }
  }

  @Test
  void nobody_can_say_that_a_remedy_is_proven() {
    assertThat(RemedyState.said("proven")).isEmpty();
    assertThat(RemedyState.said("Done")).contains(RemedyState.DONE);
    assertThatThrownBy(() -> new RemedyWord("M07", "", RemedyState.PROVEN, "J. Jansen", "", THEN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void words_on_remedies_and_the_register_survive_closing() throws Exception {
    Path path = folder.resolve("b.lenswacht");
    BiometricSystem door =
        new BiometricSystem(
            "Deur",
            BiometricSystem.Kind.DOOR_TERMINAL,
            List.of("192.0.2.7"),
            Map.of(BiometricField.REGIME, "avg", BiometricField.REVIEW_OUTCOME, "none"));
    try (CaseFile file = CaseFile.create(path, "Stadhuis")) {
      file.decisions()
          .say(List.of(new RemedyWord("M07", "192.0.2.7", RemedyState.AGREED, "Wij", "", THEN)));
      file.decisions().register(List.of(door), "Wij", THEN);
    }
    try (CaseFile file = CaseFile.open(path)) {
      assertThat(file.decisions().remedies()).hasSize(1);
      assertThat(file.decisions().register()).extracting(KeptSystem::system).containsExactly(door);
      assertThat(file.decisions().rated(Edition.bundled()).getFirst().controls())
          .containsEntry("NL-FR-1", lenswacht.assessment.Verdict.NOT_SATISFIED);
      file.decisions().strike("Deur", "Wij", LATER);
      assertThat(file.decisions().register()).isEmpty();
    }
  }

  @Test
  void a_case_may_be_open_twice() throws Exception {
    Path path = folder.resolve("c.lenswacht");
    CaseFile.create(path, "Stadhuis").close();
    try (CaseFile one = CaseFile.open(path);
        CaseFile other = CaseFile.open(path)) {
      assertThat(one.site()).isEqualTo(other.site());
    }
  }
}
