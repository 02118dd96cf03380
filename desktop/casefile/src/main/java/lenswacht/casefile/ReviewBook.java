package lenswacht.casefile;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.Visit;
import lenswacht.assessment.review.Circumstances;
import lenswacht.assessment.review.Judged;
import lenswacht.assessment.review.Proposals;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.ReviewReader;
import lenswacht.assessment.review.Statement;
import lenswacht.casefile.review.AssessorKeys;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.observation.Bytes;
import lenswacht.observation.HandOver;
import lenswacht.observation.MalformedFactException;

/// How people decide on what the machine proposes of this case. Nothing is overwritten, and what an
/// assessor filed is told to nobody before the other one filed too.
public final class ReviewBook {
  private final Connection connection;
  private final CaseFile file;
  private final Bytes serialKey;

  ReviewBook(Connection connection, CaseFile file, Bytes serialKey) {
    this.connection = connection;
    this.file = file;
    this.serialKey = serialKey;
  }

  /// Everything that was judged, from which statements are proposed.
  ///
  /// @param assessment what [CaseFile#judge] gave
  public Judged judged(Assessment assessment, Identifier identifier, Edition edition)
      throws CaseFileException {
    List<SeenAsset> assets = file.assets(identifier);
    return new Judged(
        assessment,
        file.separation(assets, edition.separation()),
        file.decisions().rated(edition),
        edition.pack());
  }

  /// How far the review is: what a report says of it.
  ///
  /// @param onDay the day for which is asked, for deviations end
  public Review review(Judged judged, LocalDate onDay) throws CaseFileException {
    return review(judged, circumstances(onDay));
  }

  /// The same, from an assessment.
  public Review review(
      Assessment assessment, Identifier identifier, Edition edition, LocalDate onDay)
      throws CaseFileException {
    return review(judged(assessment, identifier, edition), onDay);
  }

  /// Begins to work on the review.
  ///
  /// @param keys the secrets of those who assess on this computer
  public ReviewWork work(Judged judged, LocalDate onDay, AssessorKeys keys) {
    return new ReviewWork(this, judged, onDay, keys);
  }

  Review review(Judged judged, Circumstances circumstances) throws CaseFileException {
    List<Statement> proposed = Proposals.of(judged);
    return ReviewReader.read(judged.pack().id(), proposed, read().events(), circumstances);
  }

  /// What a review is held against: the day, who scanned, and the last visit.
  Circumstances circumstances(LocalDate onDay) throws CaseFileException {
    List<String> operators = new ArrayList<>();
    Optional<Instant> last = Optional.empty();
    for (Visit visit : file.visits()) {
      operators.add(visit.mandate().issuedBy());
      last = Optional.of(last.filter(visit.started()::isBefore).orElse(visit.started()));
    }
    for (HandOver handOver : file.custody()) {
      try {
        HandOver.Terms terms = handOver.completed();
        if (terms.thing() instanceof HandOver.Thing.Device) {
          operators.add(terms.to().name());
        }
      } catch (MalformedFactException incomplete) {
        // what both parties did not sign names nobody
      }
    }
    return new Circumstances(onDay, operators, last);
  }

  /// Tells this case file from others.
  String caseMark() {
    return Bytes.utf8("LENSWACHT REVIEW\n" + serialKey.hex()).sha256().hex().substring(0, 32);
  }

  CaseFile file() {
    return file;
  }

  ReviewLog.Read read() throws CaseFileException {
    synchronized (file) {
      try {
        return ReviewLog.read(connection);
      } catch (SQLException failed) {
        throw CaseStorage.because(failed);
      }
    }
  }

  void add(List<ReviewLog.Line> lines) throws CaseFileException {
    synchronized (file) {
      try {
        ReviewLog.add(connection, lines);
      } catch (SQLException failed) {
        throw CaseStorage.because(failed);
      }
    }
  }
}
