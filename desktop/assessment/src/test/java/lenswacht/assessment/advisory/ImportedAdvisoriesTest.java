package lenswacht.assessment.advisory;

import static lenswacht.assessment.advisory.ImportedFeed.built;
import static lenswacht.assessment.advisory.ImportedFeed.product;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import lenswacht.assessment.advisory.AdvisoryAnswer.Open;
import lenswacht.assessment.advisory.AdvisoryAnswer.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportedAdvisoriesTest {
  private static final String NEW = "CVE-2099-0001";

  /// The edition's own row for this model: from 5.2.0 through 5.4.0, repaired in 5.4.5.
  private static final String OWN = "CVE-2017-7921";

  private static final String MODEL = "DS-2CD2032F-I";

  @TempDir Path folder;

  @Test
  void a_range_of_a_feed_is_held_against_firmware_by_the_makers_grammar() throws Exception {
    AdvisoryJudge judge =
        new ImportedFeed(folder)
            .nvd(NEW, "hikvision", "ds-2cd9999", "*", ",\"versionEndExcluding\":\"5.5.0\"")
            .judge();

    AdvisoryAnswer inside = answer(judge, product("Hikvision", "DS-2CD9999", "V5.4.1"));
    assertThat(inside.outcome()).isEqualTo(Outcome.CONFIRMED);
    assertThat(inside.first().provenance().orElseThrow().file()).isEqualTo("record-1.json");
    assertThat(answer(judge, product("Hikvision", "DS-2CD9999", "V5.5.0")).outcome())
        .isEqualTo(Outcome.NOT_AFFECTED);
    assertThat(answer(judge, product("Hikvision", "DS-2CD9999", "")).open())
        .containsExactly(Open.FIRMWARE);
    assertThat(judge.answers(product("Hikvision", "DS-2CD9998", "V5.4.1")))
        .noneMatch(answer -> answer.cve().equals(NEW));
  }

  @Test
  void any_version_never_confirms() throws Exception {
    AdvisoryJudge judge =
        new ImportedFeed(folder).nvd(NEW, "hikvision", "ds-2cd9999", "-", "").judge();

    AdvisoryAnswer answer = answer(judge, product("Hikvision", "DS-2CD9999", "V5.4.1"));

    assertThat(answer.outcome()).isEqualTo(Outcome.POSSIBLE);
    assertThat(answer.open()).containsExactly(Open.BOUND);
  }

  @Test
  void a_day_where_a_version_belongs_is_held_against_the_build_day() throws Exception {
    AdvisoryJudge judge =
        new ImportedFeed(folder)
            .nvd(NEW, "dahuasecurity", "ipc-a1", "*", ",\"versionEndExcluding\":\"2019-08-18\"")
            .judge();

    assertThat(answer(judge, built("Dahua", "IPC-A1", "2019-08-17")).outcome())
        .isEqualTo(Outcome.CONFIRMED);
    assertThat(answer(judge, built("Dahua", "IPC-A1", "2019-08-18")).outcome())
        .isEqualTo(Outcome.NOT_AFFECTED);
    assertThat(answer(judge, product("Dahua", "IPC-A1", "2.400.0000.28")).open())
        .containsExactly(Open.BUILD_DAY);
  }

  @Test
  void a_first_version_that_is_left_out_is_outside() throws Exception {
    AdvisoryJudge judge =
        new ImportedFeed(folder)
            .nvd(
                NEW,
                "hikvision",
                "ds-2cd9999",
                "*",
                ",\"versionStartExcluding\":\"5.4.0\",\"versionEndIncluding\":\"5.4.9\"")
            .judge();

    assertThat(answer(judge, product("Hikvision", "DS-2CD9999", "V5.4.0")).outcome())
        .isEqualTo(Outcome.NOT_AFFECTED);
    assertThat(answer(judge, product("Hikvision", "DS-2CD9999", "V5.4.1")).outcome())
        .isEqualTo(Outcome.CONFIRMED);
  }

  @Test
  void words_that_are_not_understood_keep_the_model_as_possible() throws Exception {
    AdvisoryJudge judge =
        new ImportedFeed(folder)
            .cve(
                NEW,
                "Hikvision",
                "DS-2CD9999",
                "\"status\":\"affected\",\"version\":\"some of those sold in spring\"")
            .judge();

    assertThat(answer(judge, product("Hikvision", "DS-2CD9999", "V5.4.1")).outcome())
        .isEqualTo(Outcome.POSSIBLE);
  }

  @Test
  void the_makers_word_on_this_firmware_clears_even_what_the_edition_confirms() throws Exception {
    Product old = product("Hikvision", MODEL, "V5.3.0 build 150513");
    ImportedFeed feed =
        new ImportedFeed(folder)
            .vex(OWN, "vendor", "Hikvision", MODEL, "V5.3.0", "known_not_affected");

    AdvisoryAnswer answer = answer(feed.judge(), old, OWN);

    assertThat(answer.outcome()).isEqualTo(Outcome.NOT_AFFECTED);
    assertThat(answer.first().provenance()).isPresent();
  }

  @Test
  void the_word_of_somebody_else_leaves_a_contradiction_for_people() throws Exception {
    Product old = product("Hikvision", MODEL, "V5.3.0 build 150513");
    AdvisoryJudge judge =
        new ImportedFeed(folder)
            .vex(OWN, "coordinator", "Hikvision", MODEL, "V5.3.0", "known_not_affected")
            .judge();

    AdvisoryAnswer answer = answer(judge, old, OWN);

    assertThat(answer.outcome()).isEqualTo(Outcome.POSSIBLE);
    assertThat(answer.open()).contains(Open.SOURCES);
    assertThat(answer.advisories()).hasSizeGreaterThan(1);
  }

  @Test
  void a_version_that_carries_the_fix_clears_itself_and_later_ones() throws Exception {
    AdvisoryJudge judge =
        new ImportedFeed(folder)
            .nvd(NEW, "hikvision", "ds-2cd9999", "-", "")
            .vex(NEW, "vendor", "Hikvision", "DS-2CD9999", "V5.5.0", "fixed")
            .judge();

    assertThat(answer(judge, product("Hikvision", "DS-2CD9999", "V5.5.1")).outcome())
        .isEqualTo(Outcome.NOT_AFFECTED);
    assertThat(answer(judge, product("Hikvision", "DS-2CD9999", "V5.4.1")).outcome())
        .isEqualTo(Outcome.POSSIBLE);
  }

  @Test
  void what_a_maker_still_looks_into_is_possible() throws Exception {
    AdvisoryJudge judge =
        new ImportedFeed(folder)
            .vex(NEW, "vendor", "Hikvision", "DS-2CD9999", "V5.4.1", "under_investigation")
            .judge();

    AdvisoryAnswer answer = answer(judge, product("Hikvision", "DS-2CD9999", "V5.4.1"));

    assertThat(answer.outcome()).isEqualTo(Outcome.POSSIBLE);
    assertThat(answer.open()).contains(Open.INVESTIGATED);
  }

  @Test
  void a_number_that_was_withdrawn_is_no_longer_confirmed_and_still_shown() throws Exception {
    AdvisoryJudge judge =
        new ImportedFeed(folder)
            .add(
                "{\"cveMetadata\":{\"cveId\":\"%s\",\"state\":\"REJECTED\"},\"containers\":{}}"
                    .formatted(OWN))
            .judge();

    AdvisoryAnswer answer = answer(judge, product("Hikvision", MODEL, "V5.3.0 build 150513"), OWN);

    assertThat(answer.outcome()).isEqualTo(Outcome.POSSIBLE);
    assertThat(answer.open()).contains(Open.WITHDRAWN);
  }

  @Test
  void affected_ranges_that_are_imported_never_lower_what_the_edition_confirms() throws Exception {
    Random random = new Random(20_261_121);
    ImportedFeed feed = new ImportedFeed(folder);
    for (int i = 0; i < 40; i++) {
      feed.nvd(
          OWN,
          "hikvision",
          "ds-2cd2032f-i",
          List.of("*", "-", "5.1." + i).get(random.nextInt(3)),
          random.nextBoolean() ? "" : ",\"versionEndExcluding\":\"5." + random.nextInt(9) + ".0\"");
      feed.cve(
          OWN,
          "Hikvision",
          MODEL,
          "\"status\":\"affected\",\"version\":\"5.%d.0\",\"lessThan\":\"5.%d.1\""
              .formatted(random.nextInt(9), random.nextInt(9)));
    }

    AdvisoryAnswer answer =
        answer(feed.judge(), product("Hikvision", MODEL, "V5.3.0 build 150513"), OWN);

    assertThat(answer.outcome()).isEqualTo(Outcome.CONFIRMED);
  }

  private static AdvisoryAnswer answer(AdvisoryJudge judge, Product product) {
    return answer(judge, product, NEW);
  }

  private static AdvisoryAnswer answer(AdvisoryJudge judge, Product product, String cve) {
    return judge.answers(product).stream()
        .filter(answer -> answer.cve().equals(cve))
        .findFirst()
        .orElseThrow();
  }
}
