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
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Visit;
import lenswacht.assessment.review.Review;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.casefile.CaseMemory;
import lenswacht.casefile.Custodian;
import lenswacht.casefile.CustodyAct;
import lenswacht.casefile.CustodyNote;
import lenswacht.casefile.Glance;
import lenswacht.casefile.LastWord;
import lenswacht.casefile.Progress;
import lenswacht.console.desk.CaseQuestion;
import lenswacht.console.desk.CaseRefusedException;
import lenswacht.console.desk.CaseShelf;
import lenswacht.console.desk.Explained;
import lenswacht.console.desk.Gauge;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.ReportWish;
import lenswacht.console.desk.StoppedException;
import lenswacht.console.desk.Trouble;
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
import lenswacht.report.ReportContents;
import lenswacht.report.ReportOrder;
import lenswacht.report.export.Foreseen;
import lenswacht.report.export.ReportFile;
import lenswacht.report.export.Written;

/// Case files on this computer, judged with one edition. Looking at a case changes nothing in it;
/// making a report keeps the assessment that the report tells of.
///
/// @param identifier says what was seen
/// @param edition what is known
/// @param clock gives the day for ages and the moment that a report bears
/// @param memory what was read of the case that was opened last
public record CaseFileShelf(
    Identifier identifier, Supplier<Edition> edition, Clock clock, CaseMemory memory)
    implements CaseShelf {
  /// Remembers nothing yet.
  public CaseFileShelf(Identifier identifier, Supplier<Edition> edition, Clock clock) {
    this(identifier, edition, clock, new CaseMemory());
  }

  @Override
  public <T> T ask(Path path, CaseQuestion<T> question, Gauge gauge) throws Exception {
    try (CaseFile file = kept(path)) {
      return question.ask(file, gauge);
    } catch (CaseFileException failed) {
      throw CaseTroubles.refused(failed);
    }
  }

  /// A case that whoever is logged in has in hand.
  private CaseFile kept(Path path) throws CaseFileException {
    CaseFile file = CaseFile.open(path, memory);
    file.custodyLog().keptBy(Custodian.whoIsLoggedIn());
    return file;
  }

  @Override
  public Optional<Glance> glance(Path path) throws CaseRefusedException {
    try (CaseFile file = CaseFile.open(path)) {
      return file.glance();
    } catch (CaseFileException failed) {
      throw CaseTroubles.refused(failed);
    }
  }

  @Override
  public OpenedCase open(Path path, Gauge gauge) throws CaseRefusedException, StoppedException {
    LocalDate day = LocalDate.now(clock);
    return judged(path, gauge, file -> file.judge(identifier, edition.get(), day), day);
  }

  @Override
  public OpenedCase judge(Path path, Gauge gauge) throws CaseRefusedException, StoppedException {
    LocalDate day = LocalDate.now(clock);
    return judged(path, gauge, file -> file.assess(identifier, edition.get(), day), day);
  }

  private interface Judging {
    Assessment judge(CaseFile file) throws CaseFileException;
  }

  private OpenedCase judged(Path path, Gauge gauge, Judging judging, LocalDate day)
      throws CaseRefusedException, StoppedException {
    try (CaseFile file = CaseFile.open(path, memory)) {
      file.read(heard(gauge));
      List<Visit> visits = file.visits();
      return new OpenedCase(
          path,
          visits.isEmpty() ? Optional.empty() : Optional.of(visits.getLast()),
          file.answers(),
          file.coverage(),
          file.waysOut(file.assets(identifier)),
          judging.judge(file),
          day,
          file.mask(identifier));
    } catch (CaseFileException failed) {
      throw CaseTroubles.refused(failed);
    } catch (CancellationException stopped) {
      throw new StoppedException();
    }
  }

  /// Tells the gauge how far the reading is; a gauge that was stopped stops the reading.
  private static Progress heard(Gauge gauge) {
    return (done, of) -> {
      try {
        gauge.at(done, of);
      } catch (StoppedException stopped) {
        throw new CancellationException();
      }
    };
  }

  @Override
  public Explained explain(OpenedCase opened, Identification identification)
      throws CaseRefusedException {
    Explanation explanation = new Explainer(Catalogue.bundled()).explain(identification);
    Map<EvidenceId, Evidence> kept = new HashMap<>();
    try (CaseFile file = CaseFile.open(opened.path(), memory)) {
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
  public Foreseen foresee(OpenedCase opened, ReportWish wish) throws CaseRefusedException {
    return report(
        opened,
        (file, judging) -> {
          ReportContents contents =
              CaseContents.of(file, opened.assessment(), identifier, judging, opened.day());
          return new ReportFile(contents, order(file, contents, wish)).foresee(wish.format());
        });
  }

  @Override
  public Written writeReport(OpenedCase opened, ReportWish wish, Path target)
      throws CaseRefusedException {
    return report(
        opened,
        (file, judging) -> {
          file.custodyLog().keptBy(Custodian.whoIsLoggedIn());
          Assessment assessment = file.assess(identifier, judging, opened.day());
          ReportContents contents =
              CaseContents.of(file, assessment, identifier, judging, opened.day());
          ReportOrder order = order(file, contents, wish);
          Written written = new ReportFile(contents, order).write(wish.format(), target);
          for (Written.Piece piece : written.files()) {
            file.custodyLog()
                .noteFile(CustodyAct.Kind.REPORT_WRITTEN, piece.file(), note(order, wish));
          }
          return written;
        });
  }

  private static CustodyNote note(ReportOrder order, ReportWish wish) {
    return CustodyNote.NONE
        .with(CustodyNote.Value.KIND, order.kind().word())
        .with(CustodyNote.Value.FORMAT, wish.format().word())
        .with(CustodyNote.Value.LANGUAGE, wish.language().tag())
        .with(CustodyNote.Value.AUDIENCE, order.audience().word())
        .with(CustodyNote.Value.STATE, order.draft() ? "draft" : "determined");
  }

  /// What is done for a report with the case file.
  private interface Reporting<T> {
    T with(CaseFile file, Edition judging) throws CaseFileException, IOException;
  }

  private <T> T report(OpenedCase opened, Reporting<T> reporting) throws CaseRefusedException {
    try (CaseFile file = CaseFile.open(opened.path(), memory)) {
      return reporting.with(file, edition.get());
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

  private static ReportOrder order(CaseFile file, ReportContents contents, ReportWish wish)
      throws CaseFileException {
    ReportOrder draft =
        ReportOrder.draft(wish.language().locale(), LastWord.of(file), program())
            .of(wish.kind())
            .forAudience(wish.audience())
            .marked(wish.marking())
            .announcing(wish.contact());
    boolean isDetermined = contents.said().review().filter(Review::isDetermined).isPresent();
    return isDetermined ? draft.determined() : draft;
  }

  /// Name and version of this program, as the jar's manifest has it.
  private static String program() {
    String version = CaseFileShelf.class.getPackage().getImplementationVersion();
    return "lenswacht console " + (version == null ? "unpackaged" : version);
  }
}
