package lenswacht.report;

import java.nio.file.Path;
import java.util.Locale;

/// A report to be signed.
public final class SignedReport {
  private SignedReport() {}

  /// Writes it.
  public static void write(Path pdf) throws Exception {
    new AssessmentReport(
            SampleContents.of(4, "Town hall"),
            ReportOrder.draft(Locale.of("nl"), SampleContents.PRINTED, "Lenswacht 0.1.0")
                .determined())
        .write(pdf);
  }
}
