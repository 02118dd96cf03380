package lenswacht.assessment.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lenswacht.assessment.advisory.AdvisoryAnswer.Open;
import lenswacht.assessment.advisory.AdvisoryAnswer.Outcome;
import lenswacht.fingerprint.FirmwareGrammar;
import lenswacht.knowledge.Advisory;
import lenswacht.knowledge.AdvisoryBook;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.PackException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class AdvisoryJudgeTest {
  private static final FirmwareGrammar GRAMMAR = FirmwareGrammar.bundled();
  private static final AdvisoryBook BUNDLED = Edition.bundled().advisories();
  private static final AdvisoryJudge JUDGE = new AdvisoryJudge(BUNDLED, GRAMMAR);

  @ParameterizedTest
  @CsvSource({
    "below the fix,            Edimax, 1, A1, 4.74.105,                  CONFIRMED,",
    "at the fix,               Edimax, 1, A1, 4.74.106,                  NOT_AFFECTED,",
    "no firmware,              Edimax, 1, A1, ,                          NOT_DETERMINED, FIRMWARE",
    "a day for a version,      Edimax, 1, A1, 2019-08-18,                NOT_DETERMINED, FORM",
    "no model,                 Edimax, 1, ,   4.74.105,                  NOT_DETERMINED, MODEL",
    "some of a series,         Edimax, 2, B1, 1.0,                       POSSIBLE,       SERIES",
    "in the gap,               Hikvision, 3, C1, 5.4.1,                  POSSIBLE,       GAP",
    "equal without a build,    Hikvision, 3, C1, 5.4.0,                  NOT_DETERMINED, BUILD_DAY",
    "equal with its build,     Hikvision, 3, C1, V5.4.0 build 160530,    CONFIRMED,",
    "before the first,         Hikvision, 3, C1, 5.1.9,                  NOT_AFFECTED,",
    "at a fix without a build, Hikvision, 9, R1, V5.02.006 build 240401, NOT_AFFECTED,",
    "the one that is named,    Edimax, 4, D1, 1.06.01,                   CONFIRMED,",
    "another than is named,    Edimax, 4, D1, 1.06.00,                   POSSIBLE,       GAP",
    "of the track,             Axis, 5, T1, 11.11.100,                   CONFIRMED,",
    "fixed on its own track,   Axis, 5, T1, 11.11.140,                   NOT_AFFECTED,",
    "number above another fix, Axis, 5, T1, 12.1.0,                      CONFIRMED,",
    "track nobody speaks of,   Axis, 5, T1, 9.80.5,                      POSSIBLE,       LINE",
    "of the project line,      Dahua, 6, P1, 2.800.0000000.28.R.210601,  CONFIRMED,",
    "of a customer's line,     Dahua, 6, P1, 2.800.00AC004.28.R.210601,  POSSIBLE,       LINE",
    "no build day,             Dahua, 7, W1, 2.800.0000000.28.R,         NOT_DETERMINED, BUILD_DAY",
    "a customer's build,       Dahua, 7, W1, 2.800.00AC004.8.R.190101,   POSSIBLE,       LABEL",
    "nothing published,        Edimax, 8, U1, 1.0,                       POSSIBLE,       BOUND",
    "revision not known,       TP-Link, 10, V1, 1.1.5,                   NOT_DETERMINED, HARDWARE",
  })
  void what_is_known_decides_and_what_is_not_says_what_would(
      String why,
      String firm,
      int number,
      @Nullable String model,
      @Nullable String firmware,
      Outcome outcome,
      @Nullable Open open)
      throws PackException {
    List<AdvisoryAnswer> answers = small().answers(product(firm, model, firmware, null));

    String cve = String.format("CVE-2024-%04d", number);
    AdvisoryAnswer answer =
        answers.stream().filter(one -> one.cve().equals(cve)).findFirst().orElseThrow();
    assertThat(answer.outcome()).as(why).isEqualTo(outcome);
    if (open == null) {
      assertThat(answer.open()).isEmpty();
    } else {
      assertThat(answer.open()).contains(open);
    }
  }

  @Test
  void a_window_of_builds_has_two_ends() throws PackException {
    for (String day : List.of("2017-06-30", "2021-08-01")) {
      assertThat(window(day)).isEqualTo(Outcome.NOT_AFFECTED);
    }
    assertThat(window("2019-01-01")).isEqualTo(Outcome.CONFIRMED);
  }

  @Test
  void a_clock_that_was_never_set_gives_no_build_day() throws PackException {
    assertThat(window("2000-01-01")).isEqualTo(Outcome.NOT_DETERMINED);
  }

  @Test
  void a_model_that_is_not_named_gets_no_answer() throws PackException {
    assertThat(small().answers(product("Edimax", "Z9", "1.0", null))).isEmpty();
    assertThat(small().answers(product("Cisco", "A1", "1.0", null))).isEmpty();
  }

  @Test
  void what_is_sold_under_another_name_is_neither_confirmed_nor_ruled_out_by_a_version()
      throws PackException {
    Product relabelled =
        new Product(
            Optional.of("Hikvision"),
            Optional.of("Chance-i"),
            Optional.of("C1"),
            Optional.empty(),
            Optional.of("V5.4.0 build 160101"),
            Optional.empty());
    AdvisoryAnswer answer = small().answers(relabelled).getFirst();
    assertThat(answer.outcome()).isEqualTo(Outcome.POSSIBLE);
    assertThat(answer.open()).contains(Open.LABEL);
    Product later =
        new Product(
            Optional.of("Hikvision"),
            Optional.of("Chance-i"),
            Optional.of("C1"),
            Optional.empty(),
            Optional.of("V5.6.0 build 190101"),
            Optional.empty());
    assertThat(small().answers(later).getFirst().outcome()).isEqualTo(Outcome.POSSIBLE);
  }

  @Test
  void the_firm_on_the_label_speaks_for_its_own_products() {
    Product amcrest =
        new Product(
            Optional.of("Dahua"),
            Optional.of("Amcrest"),
            Optional.of("IPM-721S"),
            Optional.empty(),
            Optional.of("2.420.AC00.16.R.20160909"),
            Optional.empty());
    assertThat(answer(amcrest, "CVE-2017-8228").outcome()).isEqualTo(Outcome.CONFIRMED);
  }

  /// Routers, controllers, door stations and programs of makers that make cameras too, with the
  /// version that their own advisories name.
  @ParameterizedTest
  @CsvFileSource(resources = "/near-misses.csv", numLinesToSkip = 1)
  void what_is_no_camera_is_never_confirmed(
      String cve, String maker, String product, String version) {
    List<AdvisoryAnswer> answers = JUDGE.answers(product(maker, product, version, null));

    assertThat(answers).as(cve).noneMatch(AdvisoryAnswer::isConfirmed);
    assertThat(BUNDLED.all()).as(cve).noneMatch(advisory -> advisory.cve().equals(cve));
  }

  @Test
  void every_bound_of_the_book_is_read_by_its_makers_grammar() {
    assertThat(
            BUNDLED.all().stream()
                .filter(advisory -> !new AdvisoryRange(advisory, GRAMMAR).isReadable())
                .map(advisory -> advisory.cve() + " of " + advisory.maker()))
        .isEmpty();
  }

  @Test
  void version_and_build_inside_the_stated_range_confirm() {
    assertThat(outcome("CVE-2017-7921", "Hikvision", "DS-2CD2032F-I", "V5.3.0", "2015-05-13"))
        .isEqualTo(Outcome.CONFIRMED);
    assertThat(outcome("CVE-2017-7921", "Hikvision", "DS-2CD2032F-I", "V5.4.0", null))
        .isEqualTo(Outcome.NOT_DETERMINED);
  }

  @Test
  void build_after_the_last_that_is_stated_leaves_the_gap_open() {
    assertThat(outcome("CVE-2017-7921", "Hikvision", "DS-2CD2032F-I", "V5.4.0", "2016-09-01"))
        .isEqualTo(Outcome.POSSIBLE);
    assertThat(outcome("CVE-2017-7921", "Hikvision", "DS-2CD2032F-I", "V5.4.3", "2016-12-01"))
        .isEqualTo(Outcome.POSSIBLE);
  }

  @Test
  void fixed_firmware_is_not_affected() {
    assertThat(outcome("CVE-2017-7921", "Hikvision", "DS-2CD2032F-I", "V5.4.5", "2017-01-24"))
        .isEqualTo(Outcome.NOT_AFFECTED);
    assertThat(outcome("CVE-2021-33044", "Dahua", "IPC-HFW5442E", "2.820", "2022-01-01"))
        .isEqualTo(Outcome.NOT_AFFECTED);
  }

  @Test
  void build_bound_is_held_against_the_build_day() {
    assertThat(outcome("CVE-2021-33044", "Dahua", "IPC-HFW5442E", null, "2020-12-03"))
        .isEqualTo(Outcome.CONFIRMED);
    assertThat(outcome("CVE-2021-33044", "Dahua", "IPC-HFW5442E", null, "2021-06-15"))
        .isEqualTo(Outcome.POSSIBLE);
  }

  @Test
  void pattern_wider_than_the_advisory_never_confirms() {
    assertThat(outcome("CVE-2021-36260", "Hikvision", "DS-2CD2143G0-I", "5.5.82", "2019-09-09"))
        .isEqualTo(Outcome.POSSIBLE);
    assertThat(outcome("CVE-2021-36260", "Hikvision", "DS-2CD2143G0-I", "5.7.18", "2024-08-26"))
        .isEqualTo(Outcome.NOT_AFFECTED);
  }

  @Test
  void unknown_firmware_never_confirms() {
    for (Advisory advisory : BUNDLED.all()) {
      if (advisory.bound() != Advisory.Bound.ALL) {
        assertThat(JUDGE.answers(product(advisory.maker(), null, null, null)))
            .noneMatch(AdvisoryAnswer::isConfirmed);
      }
    }
  }

  @Test
  void every_answer_that_is_open_says_what_would_decide_and_no_other_does() {
    for (Advisory advisory : BUNDLED.all()) {
      String model = advisory.models().getFirst().replaceAll("[*?@#]", "1");
      for (String version : List.of("1.0.0", "5.4.0", "99.1.1", "2019-08-18")) {
        for (AdvisoryAnswer answer :
            JUDGE.answers(product(advisory.maker(), model, version, null))) {
          boolean decided = answer.isConfirmed() || !answer.mayCover();
          assertThat(answer.open().isEmpty()).as(answer.toString()).isEqualTo(decided);
        }
      }
    }
  }

  private static Outcome outcome(
      String cve, String firm, String model, @Nullable String firmware, @Nullable String built) {
    return answer(product(firm, model, firmware, built), cve).outcome();
  }

  private static AdvisoryAnswer answer(Product product, String cve) {
    return JUDGE.answers(product).stream()
        .filter(one -> one.cve().equals(cve))
        .findFirst()
        .orElseThrow();
  }

  private static Product product(
      String firm, @Nullable String model, @Nullable String firmware, @Nullable String built) {
    return new Product(
        Optional.of(firm),
        Optional.empty(),
        Optional.ofNullable(model),
        Optional.empty(),
        Optional.ofNullable(firmware),
        Optional.ofNullable(built).map(LocalDate::parse));
  }

  private static Outcome window(String build) throws PackException {
    return small().answers(product("Dahua", "W1", null, build)).getFirst().outcome();
  }

  private static AdvisoryJudge small() throws PackException {
    String rows =
        """
        CVE-2024-0001,Edimax,A1,version,,<4.74.106,4.74.106,yes,HIGH,,s,2024
        CVE-2024-0002,Edimax,B*,version,,2.0,,no,HIGH,,s,2024
        CVE-2024-0003,Hikvision,C1,version,5.2.0@2014-07-21,5.4.0@2016-05-30,5.4.5@2017-01-23,yes,HIGH,,s,2024
        CVE-2024-0004,Edimax,D1,only,1.06.01,,,yes,HIGH,,s,2024
        CVE-2024-0005,Axis,T1,version,11.8.0,<11.11.140,11.11.140,yes,HIGH,,s,2024
        CVE-2024-0005,Axis,T1,version,12.0.0,<12.3.33,12.3.33,yes,HIGH,,s,2024
        CVE-2024-0006,Dahua,P1,version,,<2.800.0000000.29.R.210630,2.800.0000000.29.R.210630,yes,HIGH,,s,2024
        CVE-2024-0007,Dahua,W1,build,2017-07-01,<2021-08-01,2021-08-01,yes,HIGH,,s,2024
        CVE-2024-0008,Edimax,U1,unstated,,,,yes,HIGH,,s,2024
        CVE-2024-0009,Hikvision,R1,version,5.00.000,5.02.005,5.02.006,yes,HIGH,,s,2024
        CVE-2024-0010,TP-Link,V1,version,,1.1.15,1.1.16,yes,HIGH,,s,2024
        """;
    return new AdvisoryJudge(
        AdvisoryBook.read(
            name ->
                ("cve,maker,models,bound,from,through,fixed_from,exact,severity,"
                        + "exploited_since,source,date\n"
                        + rows)
                    .getBytes(StandardCharsets.UTF_8)),
        GRAMMAR);
  }
}
