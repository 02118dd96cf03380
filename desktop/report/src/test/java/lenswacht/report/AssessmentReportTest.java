package lenswacht.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessmentReportTest {
  private static final Locale DUTCH = Locale.of("nl");

  @TempDir Path folder;

  @Test
  void the_dutch_report_says_what_it_must() throws IOException {
    String text = textOf(SampleContents.of(6, "Gemeentehuis"), draft(DUTCH));
    assertThat(text)
        .contains("Rapport van feitelijke bevindingen")
        .contains("geen assurance")
        .contains("Gemeentehuis")
        .contains("M-2026-017")
        .contains("Spionage", "Privacy")
        .contains("♦ Zeer hoog", "▲ Matig")
        .contains("TLP:AMBER+STRICT")
        .contains("Concept: niet vastgesteld")
        .contains(SampleContents.EDITION.id())
        .contains("(E1")
        .contains("Het label zegt het een, het bewijs het ander")
        .contains("Aanvaardbaar als")
        .contains("pagina\u00a01\u00a0van\u00a0");
  }

  @Test
  void the_english_report_says_what_it_must() throws IOException {
    String text = textOf(SampleContents.of(6, "Town hall"), draft(Locale.ENGLISH));
    assertThat(text)
        .contains("Report of factual findings")
        .contains("No assurance is given")
        .contains("Espionage", "Privacy")
        .contains("♦ Very high")
        .contains("not fully determined")
        .contains("Acceptable if")
        .contains("Draft: not determined")
        .contains("page\u00a01\u00a0of\u00a0");
  }

  @Test
  void coverage_stands_before_every_finding() throws IOException {
    String text = textOf(SampleContents.of(3, "Gemeentehuis"), draft(DUTCH));
    int coverage = text.indexOf("1. Beperkingen en dekking");
    int unsaid = text.indexOf("Wat dit rapport niet zegt");
    int asked = text.indexOf("2. Antwoorden op de gestelde vragen");
    int assets = text.indexOf("3. Apparaten");
    int findings = text.indexOf("4. Bevindingen per oorzaak");
    assertThat(coverage).isPositive();
    assertThat(unsaid).isGreaterThan(coverage);
    assertThat(asked).isGreaterThan(unsaid);
    assertThat(assets).isGreaterThan(asked);
    assertThat(findings).isGreaterThan(assets);
  }

  @Test
  void ways_in_are_told_hop_by_hop_with_what_people_said_otherwise() throws IOException {
    String english =
        textOf(SampleContents.of(4, "Town hall"), draft(Locale.ENGLISH)).replaceAll("\\s+", " ");
    assertThat(english)
        .contains("6. From where it can be reached")
        .contains("From the internet")
        .contains("outer address 203.0.113.24, port 8080/tcp (routed on the internet)")
        .contains("gateway 192.0.2.1 (port mapping)")
        .contains("Answered: no. Seen: yes")
        .contains("What was set by hand in a gateway");
    String dutch =
        textOf(SampleContents.of(4, "Gemeentehuis"), draft(DUTCH)).replaceAll("\\s+", " ");
    assertThat(dutch)
        .contains("6. Vanwaar te bereiken")
        .contains("Geantwoord: nee. Gezien: ja")
        .contains("UPnP staat erin aan");
  }

  @Test
  void a_determined_report_bears_no_watermark_and_its_own_marking() throws IOException {
    ReportOrder order = draft(DUTCH).determined().marked(Marking.of("TLP:RED Dep.V. \"}@page{}"));
    String text = textOf(SampleContents.of(2, "Gemeentehuis"), order);
    assertThat(text)
        .doesNotContain("CONCEPT")
        .contains("Dep.V. \"}@page{}")
        .contains("Vastgesteld");
  }

  @Test
  void channels_are_told_one_by_one_and_what_is_behind_the_rest_is_not_made_up()
      throws IOException {
    String text =
        textOf(SampleContents.of(6, "Gemeentehuis"), draft(DUTCH)).replaceAll("\\s+", " ");
    assertThat(text)
        .contains("Kanalen van recorders")
        .contains("kanaal 1 (Hal)")
        .contains("192.0.2.1, ook rechtstreeks gezien (zeker)")
        .contains("vrij, zegt het apparaat")
        .contains("in gebruik; wat erop zit, is niet gezien")
        .contains("2 kanalen meer, waarover niets is gezegd")
        .contains("alleen via een ander gezien; zelf niet bekeken");
  }

  @Test
  void hostile_text_is_shown_as_text() throws IOException {
    String hostile = "</td><script>alert(1)</script>&amp;\u202Eevil\u0007 \u4E2D";
    String text = textOf(SampleContents.named("</title><h1>x", hostile), draft(DUTCH));
    assertThat(text.replaceAll("\\s+", ""))
        .contains("</td><script>alert(1)</script>&amp;")
        .contains("[U+4E2D]")
        .contains("</title><h1>x")
        .doesNotContain("\u202E");
  }

  @Test
  void an_empty_assessment_says_that_nothing_was_found_and_what_that_does_not_mean()
      throws IOException {
    String dutch = textOf(SampleContents.empty(), draft(DUTCH)).replaceAll("\\s+", " ");
    assertThat(dutch)
        .contains("Er is niets gevonden dat beelden maakt of bewaart")
        .contains("Dit betekent niet dat er niets is")
        .contains("Er is nergens naar gekeken");
    String english = textOf(SampleContents.empty(), draft(Locale.ENGLISH)).replaceAll("\\s+", " ");
    assertThat(english).contains("This does not mean that there is nothing");
  }

  @Test
  void five_hundred_assets_can_be_printed() throws IOException {
    Path pdf = print(SampleContents.of(500, "Gemeentehuis"), draft(DUTCH));
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      assertThat(document.getNumberOfPages()).isBetween(20, 220);
      assertThat(document.getDocumentCatalog().getDocumentOutline().children()).hasSize(17);
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl");
    }
  }

  @Test
  void a_report_that_is_there_is_replaced_and_nothing_else_is_left_behind() throws IOException {
    Path pdf = print(SampleContents.empty(), draft(DUTCH));
    print(SampleContents.empty(), draft(DUTCH));
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(pdf);
    }
  }

  @Test
  void an_order_in_a_third_language_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> draft(Locale.FRENCH));
  }

  private static ReportOrder draft(Locale language) {
    return ReportOrder.draft(language, SampleContents.PRINTED, "Lenswacht 0.1.0");
  }

  private Path print(ReportContents contents, ReportOrder order) throws IOException {
    Path pdf = folder.resolve("report.pdf");
    new AssessmentReport(contents, order).write(pdf);
    return pdf;
  }

  private String textOf(ReportContents contents, ReportOrder order) throws IOException {
    try (PDDocument document = Loader.loadPDF(print(contents, order).toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }
}
