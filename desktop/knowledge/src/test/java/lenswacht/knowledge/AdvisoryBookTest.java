package lenswacht.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdvisoryBookTest {
  private static final AdvisoryBook BOOK = Edition.bundled().advisories();

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
  void bundled_book_holds_four_hundred_vulnerabilities_with_every_kind_of_bound() {
    assertThat(BOOK.all().stream().map(Advisory::cve).distinct().count())
        .isGreaterThanOrEqualTo(400);
    assertThat(BOOK.all()).extracting(Advisory::bound).contains(Advisory.Bound.values());
  }

  @Test
  void only_advisories_whose_models_fit_are_found() {
    assertThat(BOOK.onModel("Dahua", Optional.of("IPC-HFW2431S")))
        .extracting(Advisory::cve)
        .doesNotContain("CVE-2021-33044");
    assertThat(BOOK.onModel("Dahua", Optional.of("IPC-HFW5442E")))
        .extracting(Advisory::cve)
        .contains("CVE-2021-33044");
    assertThat(BOOK.onModel("nobody", Optional.of("IPC-HFW5442E"))).isEmpty();
  }

  @Test
  void a_model_that_is_not_known_may_be_any_of_its_maker() {
    assertThat(BOOK.onModel("Dahua", Optional.empty()))
        .hasSameElementsAs(BOOK.all().stream().filter(row -> row.maker().equals("Dahua")).toList());
  }

  @Test
  void bounds_of_the_wrong_shape_are_refused() {
    for (String row :
        List.of(
            "CVE-2024-0001,M,A1,version,,<2019-08-18,,yes,HIGH,,s,2024",
            "CVE-2024-0001,M,A1,version,,5.4.0@2019-13-18,,yes,HIGH,,s,2024",
            "CVE-2024-0001,M,A1,build,,<4.74.106,,yes,HIGH,,s,2024",
            "CVE-2024-0001,M,A1,version,<1.0,,,yes,HIGH,,s,2024",
            "CVE-2024-0001,M,A1,only,,,,yes,HIGH,,s,2024",
            "CVE-2024-0001,M,A1,unstated,1.0,,,yes,HIGH,,s,2024")) {
      assertThatThrownBy(() -> book(row)).as(row).isInstanceOf(PackException.class);
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

  private static AdvisoryBook book(String row) throws PackException {
    return AdvisoryBook.read(
        name ->
            ("cve,maker,models,bound,from,through,fixed_from,exact,severity,exploited_since,"
                    + "source,date\n"
                    + row
                    + "\n")
                .getBytes(StandardCharsets.UTF_8));
  }
}
