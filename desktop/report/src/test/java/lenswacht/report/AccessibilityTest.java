package lenswacht.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class AccessibilityTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(ReportKind.class)
  void every_paper_can_be_archived_and_read_aloud(ReportKind kind) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean isDutch = kind.ordinal() % 2 == 0;
    ReportOrder order =
        ReportOrder.draft(
                Locale.of(isDutch ? "nl" : "en"), SampleContents.PRINTED, "Lenswacht 0.1.0")
            .of(kind);
    Path pdf = folder.resolve("report.pdf");
    new AssessmentReport(SampleContents.of(4, "Town hall"), isDutch ? order : order.determined())
        .write(pdf);
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
      try (InputStream in = Files.newInputStream(pdf);
          PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
          PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        ValidationResult checked = validator.validate(parser);
        assertThat(checked.getTestAssertions()).as("violations of " + flavour).isEmpty();
        assertThat(checked.isCompliant()).isTrue();
      }
    }
  }
}
