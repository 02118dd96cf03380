package lenswacht.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import lenswacht.report.Audience;
import lenswacht.report.Marking;
import lenswacht.report.NoticeContact;
import lenswacht.report.ReportContents;
import lenswacht.report.ReportKind;
import lenswacht.report.ReportOrder;
import lenswacht.report.Samples;
import lenswacht.report.content.LeftOut;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Format.class)
  void the_same_case_and_order_give_the_same_bytes(Format format) throws IOException {
    Path one = folder.resolve("one." + format.ending());
    Path other = folder.resolve("other." + format.ending());
    ReportOrder order = Samples.order(ReportKind.SITE, "nl");
    Written first = new ReportFile(Samples.of(3), order).write(format, one);
    Written second = new ReportFile(Samples.of(3), order).write(format, other);
    assertThat(one).hasSameBinaryContentAs(other);
    assertThat(first.files().getFirst().sha256()).isEqualTo(second.files().getFirst().sha256());
    assertThat(first.counts()).isNotEmpty().isEqualTo(second.counts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void one_page_is_one_page_however_much_was_found(String language) throws IOException {
    for (ReportContents contents : new ReportContents[] {Samples.of(1), Samples.of(120)}) {
      Path pdf = folder.resolve("page.pdf");
      new ReportFile(
              contents, Samples.order(ReportKind.PAGE, language).forAudience(Audience.PUBLIC))
          .write(Format.PDF, pdf);
      try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
        assertThat(document.getNumberOfPages()).isEqualTo(1);
      }
    }
  }

  @Test
  void the_machine_readable_files_travel_in_the_pdf() throws IOException {
    Path pdf = folder.resolve("site.pdf");
    new ReportFile(Samples.of(2), Samples.order(ReportKind.SITE, "en")).write(Format.PDF, pdf);
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      var names = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
      assertThat(names).containsOnlyKeys("lenswacht-oscal.json", "lenswacht-cyclonedx.json");
      String oscal =
          new String(
              names.get("lenswacht-oscal.json").getEmbeddedFile().toByteArray(),
              StandardCharsets.UTF_8);
      assertThat(oscal).startsWith("{\"assessment-results\"");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"ODT", "ODS", "XLSX", "PDF"},
      mode = EnumSource.Mode.EXCLUDE)
  void the_public_is_told_no_address_and_no_name_and_how_many_were_left_out(Format format)
      throws IOException {
    Path file = folder.resolve("public." + format.ending());
    Written written =
        new ReportFile(
                Samples.of(4), Samples.order(ReportKind.SITE, "nl").forAudience(Audience.PUBLIC))
            .write(format, file);
    String text = Files.readString(file);
    assertThat(text)
        .doesNotContain("192.0.2.")
        .doesNotContain("10.0.0.")
        .doesNotContain("00:00:5E")
        .doesNotContain("Hoofd Facilitair");
    assertThat(written.leftOut().counts()).containsKey(LeftOut.Kind.ADDRESS);
  }

  @ParameterizedTest
  @EnumSource(Audience.class)
  void what_is_foreseen_is_what_is_left_out(Audience audience) throws IOException {
    for (ReportKind kind : ReportKind.values()) {
      List<Format> formats =
          kind == ReportKind.SITE ? List.of(Format.values()) : List.of(Format.ODT);
      for (Format format : formats) {
        ReportFile report =
            new ReportFile(Samples.of(3), Samples.order(kind, "nl").forAudience(audience));
        Foreseen foreseen = report.foresee(format);
        Written written = report.write(format, folder.resolve("x." + format.ending()));
        assertThat(foreseen.leftOut()).as(kind + " " + format).isEqualTo(written.leftOut());
        foreseen
            .words()
            .forEach(
                (what, words) -> assertThat(words).hasSize(foreseen.leftOut().counts().get(what)));
        assertThat(foreseen.isDraft()).isEqualTo(kind.isJudging());
        assertThat(foreseen.marking()).isEqualTo("TLP:AMBER+STRICT");
      }
    }
  }

  @Test
  void a_notice_tells_the_device_and_whom_to_call_and_is_no_draft() throws IOException {
    Path pdf = folder.resolve("notice.pdf");
    ReportOrder order = Samples.order(ReportKind.NOTICE, "nl");
    for (NoticeContact contact :
        List.of(
            NoticeContact.UNKNOWN,
            new NoticeContact(List.of("02:00:00:00:00:01"), "J. Jansen, 070 123 45 67"))) {
      new ReportFile(Samples.of(1), order.announcing(contact)).write(Format.PDF, pdf);
      try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
        String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        assertThat(text).doesNotContain("CONCEPT");
        if (contact.equals(NoticeContact.UNKNOWN)) {
          assertThat(text).contains("genoemd in het mandaat", "nog niet bekend");
        } else {
          assertThat(text).contains("02:00:00:00:00:01", "J. Jansen, 070 123 45 67");
        }
      }
    }
  }

  @Test
  void the_public_paper_is_redacted_too_and_says_what_it_leaves_out() throws IOException {
    Path pdf = folder.resolve("public.pdf");
    new ReportFile(Samples.of(4), Samples.order(ReportKind.SITE, "nl").forAudience(Audience.PUBLIC))
        .write(Format.PDF, pdf);
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
          .contains("Wat is weggelaten", "apparaat 1", "[adres]")
          .doesNotContain("10.0.0.1", "192.0.2.", "Hoofd Facilitair", "P. de Vries");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=HYPERLINK(\"x\")", "  =1+1", "\uff1d1+1", "-1+cmd", "a;=1+1", "@SUM(A1)"})
  void a_cell_that_looks_like_a_formula_stays_a_text(String model) throws IOException {
    Path csv = folder.resolve("assets.csv");
    ReportOrder order = Samples.order(ReportKind.SITE, "en");
    new ReportFile(Samples.named(model), order).write(Format.CSV, csv);
    String guarded = model.startsWith("a") ? model : "'" + model;
    assertThat(Files.readString(csv))
        .contains("\"" + guarded.replace("\"", "\"\"") + "\"")
        .contains("\r\n");
    for (Format format : new Format[] {Format.XLSX, Format.ODS}) {
      Path sheets = folder.resolve("tables." + format.ending());
      new ReportFile(Samples.named(model), order).write(format, sheets);
      try (ZipFile parts = new ZipFile(sheets.toFile())) {
        for (ZipEntry part : Collections.list(parts.entries())) {
          String text =
              new String(parts.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
          assertThat(text).doesNotContain("<f>", "<f ", "table:formula");
        }
      }
    }
  }

  @Test
  void no_marking_of_a_state_secret_is_set_here() {
    assertThat(Marking.of("TLP:GREEN Dep.V.").label()).isEqualTo(Marking.Label.GREEN);
    assertThatIllegalArgumentException().isThrownBy(() -> Marking.of("Stg. Geheim"));
    assertThatIllegalArgumentException().isThrownBy(() -> Marking.of("TLP:PURPLE"));
  }
}
