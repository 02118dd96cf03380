package lenswacht.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.remedy.RemedyWord;
import lenswacht.casefile.Answered;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.report.AssessmentReport;
import lenswacht.report.EvidenceShelf;
import lenswacht.report.ReportContents;
import lenswacht.report.ReportOrder;
import lenswacht.report.Said;
import lenswacht.report.Seen;

/// Reports of a case, as drafts: determining one takes two assessors.
final class Reports {
  private Reports() {}

  /// Writes the whole report of `assessment`, made under `edition`, to `pdf`.
  static void write(
      CaseFile file, Assessment assessment, Edition edition, Locale language, Path pdf)
      throws IOException, CaseFileException {
    ReportOrder order = ReportOrder.draft(language, moment(file), ProgramVersion.text());
    new AssessmentReport(contents(file, assessment, edition), order).write(pdf);
  }

  /// What a report of the case tells.
  static ReportContents contents(CaseFile file, Assessment assessment, Edition edition)
      throws CaseFileException {
    List<SeenAsset> assets = file.assets(new Identifier(Catalogue.bundled()));
    return new ReportContents(
        assessment,
        new Seen(
            file.visits(),
            file.coverage(),
            file.waysOut(assets),
            file.separation(assets, edition.separation())),
        new Said(file.answers(), file.decisions().remedies(), file.decisions().rated(edition)),
        edition,
        new CaseEvidence(file));
  }

  /// The moment that a report of the case bears: that of the last thing that came into the case, so
  /// that the same case gives the same report.
  static Instant moment(CaseFile file) throws CaseFileException {
    Stream<Instant> visits =
        file.visits().stream().map(visit -> visit.ended().orElse(visit.started()));
    Stream<Instant> answers = file.decisions().answers().stream().map(Answered::at);
    Stream<Instant> words = file.decisions().remedies().stream().map(RemedyWord::at);
    return Stream.of(visits, answers, words)
        .flatMap(moments -> moments)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /// The evidence of a case.
  private record CaseEvidence(CaseFile file) implements EvidenceShelf {
    @Override
    public Optional<Evidence> kept(EvidenceId id) {
      return look(() -> file.evidence(id));
    }

    @Override
    public Optional<Evidence> shown(EvidenceId id) {
      return look(() -> file.shown(id, new Identifier(Catalogue.bundled())));
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
