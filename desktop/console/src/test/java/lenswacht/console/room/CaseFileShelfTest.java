package lenswacht.console.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import lenswacht.casefile.CaseFile;
import lenswacht.console.desk.CaseRefusedException;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.ReportWish;
import lenswacht.console.text.Language;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFileShelfTest {
  private static final lenswacht.console.desk.Gauge GAUGE = (done, of) -> {};

  @TempDir Path folder;

  private final CaseFileShelf shelf =
      new CaseFileShelf(
          new Identifier(Catalogue.bundled()),
          Edition::bundled,
          Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC));

  private Path emptyCase() throws Exception {
    Path file = folder.resolve("turfmarkt.lenswacht");
    CaseFile.create(file, "Rijkskantoor Turfmarkt").close();
    return file;
  }

  @Test
  void looking_at_a_case_changes_nothing_in_it() throws Exception {
    Path file = emptyCase();
    OpenedCase opened = shelf.open(file, GAUGE);
    assertThat(opened.assessment().site()).isEqualTo("Rijkskantoor Turfmarkt");
    assertThat(opened.visit()).isEmpty();
    assertThat(opened.day()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(opened.name()).isEqualTo("turfmarkt");
    try (CaseFile kept = CaseFile.open(file)) {
      assertThat(kept.assessments()).isEmpty();
    }
  }

  @Test
  void a_report_keeps_the_assessment_that_it_tells_of() throws Exception {
    Path file = emptyCase();
    Path pdf = folder.resolve("report.pdf");
    shelf.writeReport(shelf.open(file, GAUGE), ReportWish.site(Language.NL), pdf);
    assertThat(Files.size(pdf)).isGreaterThan(1000);
    try (CaseFile kept = CaseFile.open(file)) {
      assertThat(kept.assessments()).hasSize(1);
    }
  }

  @Test
  void what_is_no_case_is_refused_but_not_damaged() throws Exception {
    Path file = Files.writeString(folder.resolve("x.lenswacht"), "no case");
    assertThatThrownBy(() -> shelf.open(file, GAUGE))
        .isInstanceOfSatisfying(
            CaseRefusedException.class, refused -> assertThat(refused.isDamaged()).isFalse());
  }

  @Test
  void a_case_that_is_not_there_is_refused_but_not_damaged() {
    assertThatThrownBy(() -> shelf.open(folder.resolve("none.lenswacht"), GAUGE))
        .isInstanceOfSatisfying(
            CaseRefusedException.class, refused -> assertThat(refused.isDamaged()).isFalse());
  }

  @Test
  void a_report_that_cannot_be_written_says_so() throws Exception {
    OpenedCase opened = shelf.open(emptyCase(), GAUGE);
    assertThatThrownBy(
            () ->
                shelf.writeReport(
                    opened,
                    ReportWish.site(Language.EN),
                    folder.resolve("no such folder").resolve("r.pdf")))
        .isInstanceOf(CaseRefusedException.class);
  }
}
