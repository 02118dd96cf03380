package lenswacht.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;
import lenswacht.report.content.Contents;
import lenswacht.report.content.Document;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.paper.PaperComplaints;
import lenswacht.report.paper.PdfPrinter;
import lenswacht.report.paper.PrintedPaper;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Prints every kind of paper and looks at each page of it as its reader would.
class PrintedPaperTest {
  private static final int MANY = 60;
  private static final int SOME = 20;
  private static final String FLOOR = "Begane grond";
  private static final Path KEPT = Path.of("target/papers");

  @TempDir Path folder;

  static Stream<Arguments> papers() {
    return Stream.of(ReportKind.values())
        .flatMap(
            kind ->
                Stream.of(
                    Arguments.of(kind, "nl", Audience.CONFIDENTIAL),
                    Arguments.of(kind, "en", Audience.INTERNAL)));
  }

  @ParameterizedTest
  @MethodSource("papers")
  void endless_names_and_many_assets_leave_every_page_readable(
      ReportKind kind, String language, Audience audience) throws IOException {
    boolean isLong = kind == ReportKind.TECHNICAL == language.equals("nl");
    look(SampleContents.awkward(isLong ? MANY : SOME), order(kind, language, audience));
  }

  @ParameterizedTest
  @MethodSource("papers")
  void little_leaves_every_page_readable(ReportKind kind, String language, Audience audience)
      throws IOException {
    look(SampleContents.empty(), order(kind, language, Audience.PUBLIC).determined());
    look(SampleContents.of(1, "Hal"), order(kind, language, audience).determined());
    look(SampleContents.of(7, "Gemeentehuis"), order(kind, language, Audience.PUBLIC));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void a_list_of_products_is_readable(String language) throws IOException {
    List<ProductAnnex.Line> lines = new ArrayList<>();
    for (int line = 1; line <= 40; line++) {
      lines.add(
          new ProductAnnex.Line(
              line,
              line % 3 == 0 ? "W".repeat(120) : "Bracket Vision BV-2000",
              "herkend",
              Optional.of(new Interval(Level.VERY_LOW, Level.of(line % 5))),
              line % 2 == 0 ? Optional.empty() : Optional.of(Interval.exactly(Level.HIGH)),
              "De maker is niet vastgesteld. ".repeat(line % 9),
              "2026-11-20",
              line % 4 == 0 ? List.of() : List.of("Wie is de werkelijke maker?")));
    }
    ReportOrder order = order(ReportKind.ANNEX, language, Audience.CONFIDENTIAL);
    Document document =
        new ProductAnnex("aanbesteding.xlsx", Map.of("herkend", 40), lines, SampleContents.EDITION)
            .document(order);
    require(document, order);
  }

  private void look(ReportContents contents, ReportOrder order) throws IOException {
    require(new AssessmentReport(contents, order).paper().document(), order);
  }

  private void require(Document document, ReportOrder order) throws IOException {
    Path pdf = kept(order);
    try (var out = Files.newOutputStream(pdf)) {
      new PdfPrinter(document, order.printedAt(), List::of).print(out);
    }
    PrintedPaper paper = PrintedPaper.read(pdf);
    String name = order.kind() + " " + order.language() + " " + order.audience();
    assertThat(
            PaperComplaints.of(
                paper,
                new PaperComplaints.Bears(
                    document.around().marking(), document.around().pageOf(), order.isDraft())))
        .as(name)
        .isEmpty();
    if (order.kind() == ReportKind.PAGE) {
      assertThat(paper.pages()).as(name).hasSize(1);
    }
    List<Drawing> drawings = Contents.drawings(document);
    assertThat(paper.figures()).as(name).hasSameSizeAs(drawings);
    String text = text(paper);
    for (Drawing drawing : drawings) {
      assertThat(drawing.told()).as(name + ": " + drawing.title()).isNotEmpty();
      assertThat(drawing.told())
          .as(name + ": " + drawing.title())
          .allMatch(
              told -> drawing.title().contains(FLOOR) || text.contains(bare(told)),
              "stands below the picture; of a floor a table does");
    }
  }

  /// Where a paper goes: kept to be looked at where `lenswacht.papers` is set.
  private Path kept(ReportOrder order) throws IOException {
    if (!Boolean.getBoolean("lenswacht.papers")) {
      return folder.resolve("paper.pdf");
    }
    Files.createDirectories(KEPT);
    return Files.createTempFile(KEPT, order.kind() + "-" + order.language() + "-", ".pdf");
  }

  private static String text(PrintedPaper paper) {
    StringBuilder text = new StringBuilder();
    for (PrintedPaper.Page page : paper.pages()) {
      page.letters().stream()
          .filter(letter -> letter.isText() && !letter.isDrawn())
          .forEach(letter -> text.append(letter.text()));
    }
    return bare(text.toString());
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\u00a0]", "");
  }

  private static ReportOrder order(ReportKind kind, String language, Audience audience) {
    return ReportOrder.draft(Locale.of(language), SampleContents.PRINTED, "Lenswacht 0.1.0")
        .of(kind)
        .forAudience(audience)
        .marked(Marking.of("TLP:AMBER Dep.V."));
  }
}
