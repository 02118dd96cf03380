package lenswacht.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import lenswacht.assessment.Assessment;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.report.AssessmentReport;
import lenswacht.report.ReportContents;
import lenswacht.report.ReportOrder;

/// Reports of a case, as drafts: determining one takes two assessors.
final class Reports {
  private Reports() {}

  /// Writes the report of `assessment` to `pdf`.
  static void write(
      CaseFile file, Assessment assessment, Edition edition, Locale language, Path pdf)
      throws IOException, CaseFileException {
    ReportContents contents =
        new ReportContents(
            assessment,
            file.visits(),
            file.coverage(),
            file.waysOut(file.assets(new Identifier(Catalogue.bundled()))),
            file.separation(file.assets(new Identifier(Catalogue.bundled())), edition.separation()),
            edition,
            id -> evidence(file, id));
    ReportOrder order =
        ReportOrder.draft(language, InstantSource.system().instant(), ProgramVersion.text());
    new AssessmentReport(contents, order).write(pdf);
  }

  private static Optional<Evidence> evidence(CaseFile file, EvidenceId id) {
    try {
      return file.evidence(id);
    } catch (CaseFileException damaged) {
      throw new IllegalStateException("the case file changed while it was read", damaged);
    }
  }
}
