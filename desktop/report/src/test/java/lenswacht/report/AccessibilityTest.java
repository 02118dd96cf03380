package lenswacht.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class AccessibilityTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"nl,PDFA_3_A,true", "en,PDFA_3_A,false", "nl,PDFUA_1,false", "en,PDFUA_1,true"})
  void the_report_can_be_archived_and_read_aloud(
      String language, PDFAFlavour flavour, boolean draft) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    Path pdf = folder.resolve("report.pdf");
    new AssessmentReport(
            SampleContents.of(4, "Town hall"),
            new ReportOrder(
                Locale.of(language), SampleContents.PRINTED, "Lenswacht 0.1.0", draft, "TLP:GREEN"))
        .write(pdf);
    try (InputStream in = Files.newInputStream(pdf);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult checked = validator.validate(parser);
      assertThat(checked.getTestAssertions()).as("violations").isEmpty();
      assertThat(checked.isCompliant()).isTrue();
    }
  }
}
