package lenswacht.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.FloorPlan;
import lenswacht.report.picture.FloorLayers;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class FloorSheetTest {
  private static final Path FOLDER = Path.of("target/pictures");

  @Test
  void each_floor_has_a_page_with_its_plan_and_a_numbered_list() throws Exception {
    FloorPlan one = SamplePlan.plan();
    Floor second =
        new Floor(
            "Verdieping 1", 1, one.floors().getFirst().picture(), one.floors().getFirst().scale());
    FloorPlan plan =
        new FloorPlan(List.of(one.floors().getFirst(), second), one.placements(), one.round());
    java.nio.file.Files.createDirectories(FOLDER);
    Path pdf = FOLDER.resolve("plattegronden.pdf");
    new FloorSheet("Stadhuis", plan, SamplePlan.assets(), FloorLayers.ALL)
        .write(
            pdf,
            ReportOrder.draft(
                Locale.of("nl"), Instant.parse("2026-11-21T10:00:00Z"), "Lenswacht 1.0"));

    try (PDDocument read = Loader.loadPDF(pdf.toFile())) {
      assertThat(read.getNumberOfPages()).isEqualTo(2);
      PDFTextStripper text = new PDFTextStripper();
      text.setEndPage(1);
      assertThat(text.getText(read))
          .contains("Begane grond", "Hikvision", "balie, ingang", "kijkhoek 84°", "hoog")
          .contains("Gezien s2", "Nog te plaatsen: 1")
          .doesNotContain("Verdieping 1");
      assertThat(read.getPage(0).getResources().getXObjectNames()).isNotEmpty();
    }
  }
}
