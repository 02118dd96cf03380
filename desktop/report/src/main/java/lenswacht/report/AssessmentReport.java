package lenswacht.report;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

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
    Path folder = pdf.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(folder, ".new-", ".pdf");
    try {
      new PdfPrinter(new ReportDocument(contents, order), order).print(draft);
      try {
        Files.move(draft, pdf, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException notHere) {
        Files.move(draft, pdf, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
