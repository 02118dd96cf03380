package lenswacht.report;

import java.io.IOException;
import java.nio.file.Path;

/// The report on an assessment: findings of fact without assurance, as a PDF that can be archived
/// (PDF/A-2a) and read aloud (PDF/UA-1). What was not looked at stands before what was found.
public final class AssessmentReport {
  private final ReportContents contents;
  private final ReportOrder order;

  /// What to tell and how to print it.
  public AssessmentReport(ReportContents contents, ReportOrder order) {
    this.contents = contents;
    this.order = order;
  }

  /// Writes the report to `pdf`, whole or not at all; a file that is there already is replaced.
  ///
  /// @throws IOException if it cannot be written
  public void write(Path pdf) throws IOException {
    ReportDocument document = new ReportDocument(contents, order);
    new PdfPrinter(document.xhtml(), document.frame().watermark(), order).write(pdf);
  }
}
