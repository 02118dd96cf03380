package lenswacht.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lenswacht.knowledge.AdvisoryAnswer.Open;
import lenswacht.knowledge.AdvisoryAnswer.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class AdvisoryAnswerTest {
  private static final AdvisoryBook BUNDLED = Edition.bundled().advisories();

  @ParameterizedTest
  @CsvSource({
    "below the fix,            A1, 4.74.105,                         CONFIRMED,",
    "at the fix,               A1, 4.74.106,                         NOT_AFFECTED,",
    "no firmware,              A1, ,                                 NOT_DETERMINED, FIRMWARE",
    "a day for a version,      A1, 2019-08-18,                       NOT_DETERMINED, FIRMWARE",
    "no model,                 ,   4.74.105,                         NOT_DETERMINED, MODEL",
    "some of a series,         B1, 1.0,                              POSSIBLE,       SERIES",
    "in the gap,               C1, 5.4.1,                            POSSIBLE,       GAP",
    "equal without a build,    C1, 5.4.0,                            NOT_DETERMINED, BUILD_DAY",
    "equal with its build,     C1, V5.4.0 build 160530,              CONFIRMED,",
    "before the first,         C1, 5.1.9,                            NOT_AFFECTED,",
    "the one that is named,    D1, 1.06.01,                          CONFIRMED,",
    "another than is named,    D1, 1.06.00,                          POSSIBLE,       GAP",
    "of the track,             T1, 11.11.100,                        CONFIRMED,",
    "fixed on its own track,   T1, 11.11.140,                        NOT_AFFECTED,",
    "number above another fix, T1, 12.1.0,                           CONFIRMED,",
    "track nobody speaks of,   T1, 9.80.5,                           POSSIBLE,       LINE",
    "of the project line,      P1, 2.800.0000000.28.R.210601,        CONFIRMED,",
    "of a customer's line,     P1, 2.800.00AC004.28.R.210601,        POSSIBLE,       LINE",
    "no build day,             W1, 4.1.60,                           NOT_DETERMINED, BUILD_DAY",
    "nothing published,        U1, 1.0,                              POSSIBLE,       BOUND"
  })
  void what_is_known_decides_and_what_is_not_says_what_would(
      String why, String model, String firmware, Outcome outcome, Open open) throws PackException {
    List<AdvisoryAnswer> answers =
        small()
            .answers(
                model != null && model.equals("T1") ? "T" : "M",
                Optional.ofNullable(model),
                Optional.ofNullable(firmware),
                Optional.empty());

    String cve =
        "CVE-2024-000"
            + (model == null ? "1" : Integer.toString(1 + "ABCDTPWU".indexOf(model.charAt(0))));
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
  void a_model_that_is_not_named_gets_no_answer() throws PackException {
    assertThat(small().answers("M", Optional.of("Z9"), Optional.of("1.0"), Optional.empty()))
        .isEmpty();
    assertThat(small().answers("N", Optional.of("A1"), Optional.of("1.0"), Optional.empty()))
        .isEmpty();
  }

  /// Routers, controllers, door stations and programs of makers that make cameras too, with the
  /// version that their own advisories name.
  @ParameterizedTest
  @CsvFileSource(resources = "/near-misses.csv", numLinesToSkip = 1)
  void what_is_no_camera_is_never_confirmed(
      String cve, String maker, String product, String version) {
    List<AdvisoryAnswer> answers =
        BUNDLED.answers(maker, Optional.of(product), Optional.of(version), Optional.empty());

    assertThat(answers).as(cve).noneMatch(answer -> answer.outcome() == Outcome.CONFIRMED);
    assertThat(BUNDLED.all()).as(cve).noneMatch(advisory -> advisory.cve().equals(cve));
  }

  @Test
  void bundled_book_holds_four_hundred_vulnerabilities_with_every_kind_of_bound() {
    assertThat(BUNDLED.all().stream().map(Advisory::cve).distinct().count())
        .isGreaterThanOrEqualTo(400);
    assertThat(BUNDLED.all()).extracting(Advisory::bound).contains(Advisory.Bound.values());
  }

  @Test
  void firmware_is_read_in_the_ways_makers_write_it() {
    assertThat(build("V5.7.18 build 240826")).contains(LocalDate.of(2024, 8, 26));
    assertThat(build("V5.7.13_230822")).contains(LocalDate.of(2023, 8, 22));
    assertThat(build("V5.7.7build241203")).contains(LocalDate.of(2024, 12, 3));
    assertThat(build("4.1.0 b130111")).contains(LocalDate.of(2013, 1, 11));
    assertThat(build("5.4.0  Build 160421")).contains(LocalDate.of(2016, 4, 21));
    assertThat(build("v3.0.0.4662_2503122283")).contains(LocalDate.of(2025, 3, 12));
    assertThat(build("4.001.0000000.1.R.20201126")).contains(LocalDate.of(2020, 11, 26));
    assertThat(build("1.4.2 Build 251112 Rel.57668n")).contains(LocalDate.of(2025, 11, 12));
    assertThat(firmware("V5.7.23_SP2").version()).isGreaterThan(firmware("V5.7.23").version());
    assertThat(Firmware.of("build 240826", Optional.empty(), 0)).isEmpty();
    assertThat(Firmware.of("5.4.0 build 169999", Optional.empty(), 0)).isEmpty();
    assertThat(Firmware.of("9".repeat(200), Optional.empty(), 0)).isEmpty();
  }

  @Test
  void bounds_of_the_wrong_shape_are_refused() {
    for (String row :
        List.of(
            "CVE-2024-0001,M,A1,version,,<2019-08-18,,yes,HIGH,,s,2024",
            "CVE-2024-0001,M,A1,build,,<4.74.106,,yes,HIGH,,s,2024",
            "CVE-2024-0001,M,A1,version,<1.0,,,yes,HIGH,,s,2024",
            "CVE-2024-0001,M,A1,unstated,1.0,,,yes,HIGH,,s,2024")) {
      assertThatThrownBy(() -> book(row)).isInstanceOf(PackException.class);
    }
  }

  private static Outcome window(String build) throws PackException {
    return small()
        .answers("M", Optional.of("W1"), Optional.empty(), Optional.of(LocalDate.parse(build)))
        .getFirst()
        .outcome();
  }

  private static Optional<LocalDate> build(String text) {
    return firmware(text).build();
  }

  private static Firmware firmware(String text) {
    return Firmware.of(text, Optional.empty(), 0).orElseThrow();
  }

  private static AdvisoryBook small() throws PackException {
    return book(
        """
        CVE-2024-0001,M,A1,version,,<4.74.106,4.74.106,yes,HIGH,,s,2024
        CVE-2024-0002,M,B*,version,,2.0,,no,HIGH,,s,2024
        CVE-2024-0003,M,C1,version,5.2.0@2014-07-21,5.4.0@2016-05-30,5.4.5@2017-01-23,yes,HIGH,,s,2024
        CVE-2024-0004,M,D1,only,1.06.01,,,yes,HIGH,,s,2024
        CVE-2024-0005,T,T1,version,11.8.0,<11.11.140,11.11.140,yes,HIGH,,s,2024
        CVE-2024-0005,T,T1,version,12.0.0,<12.3.33,12.3.33,yes,HIGH,,s,2024
        CVE-2024-0006,M,P1,version,,<2.800.0000000.29.R.210630,2.800.0000000.29.R.210630,yes,HIGH,,s,2024
        CVE-2024-0007,M,W1,build,2017-07-01,<2021-08-01,2021-08-01,yes,HIGH,,s,2024
        CVE-2024-0008,M,U1,unstated,,,,yes,HIGH,,s,2024
        """);
  }

  private static AdvisoryBook book(String rows) throws PackException {
    return AdvisoryBook.read(
        name ->
            (name.equals("lines.csv")
                    ? "maker,numbers,source,date\nT,1,s,2024\n"
                    : "cve,maker,models,bound,from,through,fixed_from,exact,severity,"
                        + "exploited_since,source,date\n"
                        + rows)
                .getBytes(StandardCharsets.UTF_8));
  }
}
