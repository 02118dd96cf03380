package lenswacht.console.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lenswacht.assessment.Answers;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Assessor;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.Visit;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.casefile.Custodian;
import lenswacht.casefile.CustodyAct;
import lenswacht.console.desk.CaseQuestion;
import lenswacht.console.desk.CaseRefusedException;
import lenswacht.console.desk.CaseShelf;
import lenswacht.console.desk.Explained;
import lenswacht.console.desk.Gauge;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.Trouble;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Explainer;
import lenswacht.fingerprint.Explanation;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.report.AssessmentReport;
import lenswacht.report.ReportContents;
import lenswacht.report.ReportOrder;

/// Case files on this computer, judged with one edition. Looking at a case changes nothing in it;
/// making a report keeps the assessment that the report tells of.
///
/// @param identifier says what was seen
/// @param edition what is known
/// @param clock gives the day for ages and the moment that a report bears
public record CaseFileShelf(Identifier identifier, Supplier<Edition> edition, Clock clock)
    implements CaseShelf {
  @Override
  public <T> T ask(Path path, CaseQuestion<T> question, Gauge gauge) throws Exception {
    try (CaseFile file = kept(path)) {
      return question.ask(file, gauge);
    } catch (CaseFileException failed) {
      throw CaseTroubles.refused(failed);
    }
  }

  /// A case that whoever is logged in has in hand.
  private static CaseFile kept(Path path) throws CaseFileException {
    CaseFile file = CaseFile.open(path);
    file.custodyLog().keptBy(Custodian.whoIsLoggedIn());
    return file;
  }

  @Override
  public OpenedCase open(Path path) throws CaseRefusedException {
    LocalDate day = LocalDate.now(clock);
    Edition judging = edition.get();
    try (CaseFile file = CaseFile.open(path)) {
      List<Visit> visits = file.visits();
      List<SeenAsset> assets = file.assets(identifier);
      Answers answers = file.answers();
      Assessment assessment =
          new Assessor(judging)
              .assess(
                  file.site(),
                  day,
                  answers,
                  assets,
                  visits,
                  file.exposureFacts(assets),
                  file.separation(assets, judging.separation()));
      Optional<Visit> latest = visits.isEmpty() ? Optional.empty() : Optional.of(visits.getLast());
      return new OpenedCase(
          path,
          latest,
          answers,
          file.coverage(),
          file.waysOut(assets),
          assessment,
          day,
          file.mask(identifier));
    } catch (CaseFileException failed) {
      throw CaseTroubles.refused(failed);
    }
  }

  @Override
  public Explained explain(OpenedCase opened, Identification identification)
      throws CaseRefusedException {
    Explanation explanation = new Explainer(Catalogue.bundled()).explain(identification);
    Map<EvidenceId, Evidence> kept = new HashMap<>();
    try (CaseFile file = CaseFile.open(opened.path())) {
      for (Claim claim : identification.claims()) {
        if (!kept.containsKey(claim.evidence())) {
          file.evidence(claim.evidence())
              .map(piece -> CaseFile.over(piece, opened.mask()))
              .ifPresent(it -> kept.put(it.id(), it));
        }
      }
    } catch (CaseFileException failed) {
      throw CaseTroubles.refused(failed);
    }
    return new Explained(explanation, kept);
  }

  @Override
  public void writeReport(OpenedCase opened, Language language, Path pdf)
      throws CaseRefusedException {
    Edition judging = edition.get();
    try (CaseFile file = kept(opened.path())) {
      Assessment assessment = file.assess(identifier, judging, opened.day());
      ReportContents contents =
          new ReportContents(
              assessment,
              file.visits(),
              file.coverage(),
              file.waysOut(file.assets(identifier)),
              file.separation(file.assets(identifier), judging.separation()),
              file.decisions().rated(judging),
              judging,
              id -> evidence(file, id));
      ReportOrder order = ReportOrder.draft(language.locale(), clock.instant(), program());
      new AssessmentReport(contents, order).write(pdf);
      file.custodyLog().noteFile(CustodyAct.Kind.REPORT_WRITTEN, pdf, "");
    } catch (CaseFileException failed) {
      throw CaseTroubles.refused(failed);
    } catch (IOException | UncheckedIOException failed) {
      Trouble trouble =
          new Trouble(
              Phrase.of("trouble.report", "detail", CaseTroubles.detail(failed)),
              Phrase.of("trouble.report.next"));
      throw new CaseRefusedException(trouble, false, failed);
    }
  }

  /// Name and version of this program, as the jar's manifest has it.
  private static String program() {
    String version = CaseFileShelf.class.getPackage().getImplementationVersion();
    return "lenswacht console " + (version == null ? "unpackaged" : version);
  }

  private static Optional<Evidence> evidence(CaseFile file, EvidenceId id) {
    try {
      return file.evidence(id);
    } catch (CaseFileException failed) {
      throw new UncheckedIOException(new IOException(failed));
    }
  }
}
