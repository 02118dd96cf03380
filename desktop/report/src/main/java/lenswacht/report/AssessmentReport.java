package lenswacht.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lenswacht.report.content.Document;
import lenswacht.report.content.LeftOut;
import lenswacht.report.paper.PdfPrinter;

/// The report on an assessment: findings of fact without assurance, as a PDF that can be archived
/// (PDF/A-3a) and read aloud (PDF/UA-1). What was not looked at stands before what was found.
public final class AssessmentReport {
  private final ReportContents contents;
  private final ReportOrder order;

  /// What to tell and how to print it.
  public AssessmentReport(ReportContents contents, ReportOrder order) {
    this.contents = contents;
    this.order = order;
  }

  /// A paper and what its readers are not told.
  public record Paper(Document document, LeftOut leftOut) {}

  /// The report as a tree, for any printer.
  public Paper paper() {
    ReportDocument report = new ReportDocument(contents, order);
    Document document = report.document();
    return new Paper(document, report.redaction().leftOut());
  }

  /// What the report keeps from its readers.
  public Redaction redaction() {
    ReportDocument report = new ReportDocument(contents, order);
    report.document();
    return report.redaction();
  }

  /// Writes the report to `pdf`, whole or not at all; a file that is there already is replaced.
  ///
  /// @throws IOException if it cannot be written
  public void write(Path pdf) throws IOException {
    PdfPrinter printer = new PdfPrinter(paper().document(), order.printedAt(), List::of);
    WholeFile.write(pdf, printer::print);
  }
}
