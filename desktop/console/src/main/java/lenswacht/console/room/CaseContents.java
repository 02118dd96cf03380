package lenswacht.console.room;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.SeenAsset;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.report.EvidenceShelf;
import lenswacht.report.FloorSheet;
import lenswacht.report.ReportContents;
import lenswacht.report.Said;
import lenswacht.report.Seen;
import lenswacht.report.picture.FloorLayers;
import lenswacht.report.picture.PlanAsset;

/// What a report of a case tells.
final class CaseContents {
  private CaseContents() {}

  static ReportContents of(
      CaseFile file, Assessment assessment, Identifier identifier, Edition edition, LocalDate onDay)
      throws CaseFileException {
    List<SeenAsset> assets = file.assets(identifier);
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
            Optional.of(file.reviews().review(assessment, identifier, edition, onDay))),
        edition,
        new Shelf(file, identifier));
  }

  /// The evidence of the case.
  private record Shelf(CaseFile file, Identifier identifier) implements EvidenceShelf {
    @Override
    public Optional<Evidence> kept(EvidenceId id) {
      try {
        return file.evidence(id);
      } catch (CaseFileException failed) {
        throw new UncheckedIOException(new IOException(failed));
      }
    }

    @Override
    public Optional<Evidence> shown(EvidenceId id) {
      try {
        return file.shown(id, identifier);
      } catch (CaseFileException failed) {
        throw new UncheckedIOException(new IOException(failed));
      }
    }
  }
}
