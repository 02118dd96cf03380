package lenswacht.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.review.Review;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.casefile.CustodyAct;
import lenswacht.casefile.CustodyNote;
import lenswacht.casefile.LastWord;
import lenswacht.fingerprint.Identifier;
import lenswacht.fingerprint.asset.SerialMask;
import lenswacht.knowledge.Edition;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.report.AssessmentReport;
import lenswacht.report.EvidenceShelf;
import lenswacht.report.FloorSheet;
import lenswacht.report.ReportContents;
import lenswacht.report.ReportOrder;
import lenswacht.report.Said;
import lenswacht.report.Seen;
import lenswacht.report.export.Format;
import lenswacht.report.picture.FloorLayers;
import lenswacht.report.picture.PlanAsset;

/// Reports of a case, as drafts: determining one takes two assessors.
final class Reports {
  private Reports() {}

  /// Writes the whole report of `assessment`, made under `edition`, to `pdf`, and notes it in the
  /// custody log of the case, which somebody has in hand.
  static void write(
      CaseFile file,
      Assessment assessment,
      Identifier identifier,
      Edition edition,
      Locale language,
      Path pdf)
      throws IOException, CaseFileException {
    LocalDate day = LocalDate.now(ZoneId.systemDefault());
    ReportOrder order = ReportOrder.draft(language, LastWord.of(file), ProgramVersion.text());
    new AssessmentReport(contents(file, assessment, identifier, edition, day), order).write(pdf);
    file.custodyLog().noteFile(CustodyAct.Kind.REPORT_WRITTEN, pdf, note(order, Format.PDF));
  }

  /// What the custody log tells of a report.
  static CustodyNote note(ReportOrder order, Format format) {
    return CustodyNote.NONE
        .with(CustodyNote.Value.KIND, order.kind().word())
        .with(CustodyNote.Value.FORMAT, format.word())
        .with(CustodyNote.Value.LANGUAGE, order.language().getLanguage())
        .with(CustodyNote.Value.AUDIENCE, order.audience().word())
        .with(CustodyNote.Value.STATE, order.draft() ? "draft" : "determined");
  }

  /// What a report of the case tells.
  ///
  /// @param identifier the one that the case was judged with, which need not look again
  /// @param onDay the day for which it tells, for deviations end
  static ReportContents contents(
      CaseFile file, Assessment assessment, Identifier identifier, Edition edition, LocalDate onDay)
      throws CaseFileException {
    List<SeenAsset> assets = file.assets(identifier);
    Review review = file.reviews().review(assessment, identifier, edition, onDay);
    return new ReportContents(
        assessment,
        new Seen(
            file.visits(),
            file.coverage(),
            file.waysOut(assets),
            file.separation(assets, edition.separation()),
            Optional.of(
                new FloorSheet(
                    file.site(), file.floors().plan(), PlanAsset.of(assessment), FloorLayers.ALL))),
        new Said(
            file.answers(),
            file.decisions().remedies(),
            file.decisions().rated(edition),
            Optional.of(review)),
        edition,
        new CaseEvidence(file, file.mask(identifier)));
  }

  /// The evidence of a case.
  private record CaseEvidence(CaseFile file, SerialMask mask) implements EvidenceShelf {
    @Override
    public Optional<Evidence> kept(EvidenceId id) {
      return look(() -> file.evidence(id));
    }

    @Override
    public Optional<Evidence> shown(EvidenceId id) {
      return look(() -> file.evidence(id).map(piece -> CaseFile.over(piece, mask)));
    }

    private static Optional<Evidence> look(Look look) {
      try {
        return look.look();
      } catch (CaseFileException damaged) {
        throw new IllegalStateException("the case file changed while it was read", damaged);
      }
    }
  }

  /// A look into the case file.
  private interface Look {
    Optional<Evidence> look() throws CaseFileException;
  }
}
