package lenswacht.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lenswacht.knowledge.AdvisoryMatch.Certainty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdvisoryBookTest {
  private static final AdvisoryBook BOOK = Edition.bundled().advisories();

  @Test
  void version_and_build_inside_the_stated_range_confirm() {
    assertThat(certainty("CVE-2017-7921", "Hikvision", "DS-2CD2032F-I", "V5.3.0", "2015-05-13"))
        .contains(Certainty.VERSION_CONFIRMED);
  }

  @Test
  void build_after_the_last_that_is_stated_leaves_the_gap_open() {
    assertThat(certainty("CVE-2017-7921", "Hikvision", "DS-2CD2032F-I", "V5.4.0", "2016-09-01"))
        .contains(Certainty.VERSION_UNKNOWN);
    assertThat(certainty("CVE-2017-7921", "Hikvision", "DS-2CD2032F-I", "V5.4.3", "2016-12-01"))
        .contains(Certainty.VERSION_UNKNOWN);
  }

  @Test
  void fixed_firmware_does_not_match() {
    assertThat(certainty("CVE-2017-7921", "Hikvision", "DS-2CD2032F-I", "V5.4.5", "2017-01-24"))
        .isEmpty();
    assertThat(certainty("CVE-2021-33044", "Dahua", "IPC-HFW5442E", "2.820", "2022-01-01"))
        .isEmpty();
  }

  @Test
  void unknown_firmware_never_confirms() {
    for (Advisory advisory : BOOK.all()) {
      if (advisory.bound() != Advisory.Bound.ALL) {
        assertThat(
                BOOK.matches(
                    advisory.maker(), Optional.empty(), Optional.empty(), Optional.empty()))
            .extracting(AdvisoryMatch::certainty)
            .doesNotContain(Certainty.VERSION_CONFIRMED);
      }
    }
  }

  @Test
  void build_bound_is_held_against_the_build_day() {
    assertThat(certainty("CVE-2021-33044", "Dahua", "IPC-HFW5442E", null, "2020-12-03"))
        .contains(Certainty.VERSION_CONFIRMED);
    assertThat(certainty("CVE-2021-33044", "Dahua", "IPC-HFW5442E", null, "2021-06-15"))
        .contains(Certainty.VERSION_UNKNOWN);
    assertThat(certainty("CVE-2021-33044", "Dahua", "IPC-HFW2431S", null, "2020-12-03")).isEmpty();
  }

  @Test
  void pattern_wider_than_the_advisory_never_confirms() {
    assertThat(certainty("CVE-2021-36260", "Hikvision", "DS-2CD2143G0-I", "5.5.82", "2019-09-09"))
        .contains(Certainty.VERSION_UNKNOWN);
    assertThat(certainty("CVE-2021-36260", "Hikvision", "DS-2CD2143G0-I", "5.7.18", "2024-08-26"))
        .isEmpty();
  }

  @Test
  void equal_version_without_build_day_cannot_be_told() {
    assertThat(certainty("CVE-2017-7921", "Hikvision", "DS-2CD2032F-I", "V5.4.0", null))
        .contains(Certainty.VERSION_UNKNOWN);
  }

  @Test
  void every_row_has_source_and_date_and_a_known_maker() {
    MakerRegister makers = Edition.bundled().makers();
    for (Advisory advisory : BOOK.all()) {
      assertThat(advisory.source()).isNotBlank();
      assertThat(advisory.date()).isNotBlank();
      assertThat(makers.maker(advisory.maker())).as(advisory.maker()).isPresent();
    }
  }

  @Test
  void versions_are_compared_as_numbers() {
    assertThat(version("V5.5.800")).isGreaterThan(version("5.5.82"));
    assertThat(version("4.75.011")).isGreaterThan(version("4.75.9"));
    assertThat(version("5.4")).isEqualByComparingTo(version("5.4.0"));
  }

  @Test
  void what_is_no_plain_version_is_not_read_as_one() {
    for (String text :
        List.of("", "V", "2.800.0000016.0.R", "build 240826", "5", "5..4", "2021-06-28", "١.٢")) {
      assertThat(FirmwareVersion.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void model_patterns_match_whole_models() {
    assertThat(new ModelPattern("IPC-H@5###*").fits("IPC-HFW5442E-ZE")).isTrue();
    assertThat(new ModelPattern("IPC-H@5###*").fits("IPC-HFW2531S")).isFalse();
    assertThat(new ModelPattern("DS-2CD2??2F-I*").fits("ds-2cd2032f-is")).isTrue();
    assertThat(new ModelPattern("DS-2CD2??2F-I*").fits("XDS-2CD2032F-I")).isFalse();
    assertThat(new ModelPattern("*".repeat(40)).fits("a".repeat(65))).isFalse();
  }

  private static FirmwareVersion version(String text) {
    return FirmwareVersion.parse(text).orElseThrow();
  }

  private static Optional<Certainty> certainty(
      String cve, String maker, String model, @Nullable String firmware, @Nullable String build) {
    return BOOK
        .matches(
            maker,
            Optional.of(model),
            Optional.ofNullable(firmware),
            Optional.ofNullable(build).map(LocalDate::parse))
        .stream()
        .filter(match -> match.advisory().cve().equals(cve))
        .map(AdvisoryMatch::certainty)
        .findFirst();
  }
}
