package lenswacht.casefile;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.review.ReviewEvent;
import lenswacht.assessment.review.Role;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.casefile.review.SealedOpinion;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;

/// The lines of a review as they are kept: only ever added, each bound to the one before by a hash.
/// What assessors filed is in them sealed, and readable once its key was added behind it.
final class ReviewLog {
  private static final String START = "LENSWACHT REVIEW 1";

  private ReviewLog() {}

  /// A line.
  ///
  /// @param kind which of the shapes below, or which event
  record Line(String kind, Object body) {}

  /// An opinion that was filed.
  record SealedFiling(
      Role role, String key, String hash, SealedOpinion sealed, String by, Instant at) {}

  /// The key of an opinion that was filed.
  record Opened(String commitment, Bytes opener, Instant at) {}

  /// An opinion that was not filed yet; without one it was taken back.
  record Draft(
      Role role, String key, String hash, Optional<SealedOpinion> sealed, String by, Instant at) {}

  /// Everything that is kept.
  ///
  /// @param events in order, an opinion in them where its key is known
  /// @param filings what was filed, in order
  /// @param openers the known keys, by commitment
  /// @param drafts in order
  record Read(
      List<ReviewEvent> events,
      List<SealedFiling> filings,
      Map<String, Bytes> openers,
      List<Draft> drafts) {}

  static void add(Connection connection, List<Line> lines) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO review_event (kind, body, sha256) VALUES (?, ?, ?)")) {
      String before = last(connection);
      for (Line line : lines) {
        String body = new String(FactJson.writeLine(line.body()), StandardCharsets.UTF_8);
        before = chained(before, line.kind(), body);
        insert.setString(1, line.kind());
        insert.setString(2, body);
        insert.setString(3, before);
        insert.executeUpdate();
      }
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static String last(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT sha256 FROM review_event ORDER BY id DESC LIMIT 1")) {
      return row.next() ? row.getString(1) : Bytes.utf8(START).sha256().hex();
    }
  }

  private static String chained(String before, String kind, String body) {
    return Bytes.utf8(String.join("\n", before, kind, body)).sha256().hex();
  }

  static Read read(Connection connection) throws SQLException, CaseFileException {
    List<Object> bodies = new ArrayList<>();
    String before = Bytes.utf8(START).sha256().hex();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT id, kind, body, sha256 FROM review_event ORDER BY id")) {
      while (row.next()) {
        String kind = row.getString(2);
        String body = row.getString(3);
        before = chained(before, kind, body);
        if (!before.equals(row.getString(4))) {
          throw altered(row.getLong(1), Optional.empty());
        }
        bodies.add(body(row.getLong(1), kind, body));
      }
    }
    return sorted(bodies);
  }

  private static CaseFileException altered(long line, Optional<Exception> cause) {
    String sentence = "line " + line + " of the review was altered";
    return cause
        .map(known -> new CaseFileException(Reason.DAMAGED, sentence, known))
        .orElseGet(() -> new CaseFileException(Reason.DAMAGED, sentence));
  }

  private static Object body(long line, String kind, String body) throws CaseFileException {
    Class<?> shape =
        switch (kind) {
          case "assigned" -> ReviewEvent.Assigned.class;
          case "marked" -> ReviewEvent.Marked.class;
          case "handled" -> ReviewEvent.Handled.class;
          case "deviated" -> ReviewEvent.Deviated.class;
          case "passed-on" -> ReviewEvent.PassedOn.class;
          case "determined" -> ReviewEvent.Determined.class;
          case "filed" -> SealedFiling.class;
          case "opened" -> Opened.class;
          case "draft" -> Draft.class;
          default -> throw altered(line, Optional.empty());
        };
    try {
      return FactJson.read(body, shape);
    } catch (MalformedFactException malformed) {
      throw altered(line, Optional.of(malformed));
    }
  }

  private static Read sorted(List<Object> bodies) throws CaseFileException {
    Map<String, Bytes> openers = new HashMap<>();
    List<SealedFiling> filings = new ArrayList<>();
    List<Draft> drafts = new ArrayList<>();
    for (Object body : bodies) {
      switch (body) {
        case Opened opened -> openers.put(opened.commitment(), opened.opener());
        case SealedFiling filing -> filings.add(filing);
        case Draft draft -> drafts.add(draft);
        default -> {}
      }
    }
    List<ReviewEvent> events = new ArrayList<>();
    for (Object body : bodies) {
      switch (body) {
        case ReviewEvent event -> events.add(event);
        case SealedFiling filing -> events.add(event(filing, openers));
        default -> {}
      }
    }
    return new Read(events, filings, openers, drafts);
  }

  private static ReviewEvent event(SealedFiling filing, Map<String, Bytes> openers)
      throws CaseFileException {
    Bytes opener = openers.get(filing.sealed().commitment());
    try {
      return new ReviewEvent.Filed(
          filing.role(),
          filing.key(),
          filing.hash(),
          filing.sealed().commitment(),
          opener == null
              ? Optional.empty()
              : Optional.of(filing.sealed().open(opener, filing.key(), filing.hash())),
          filing.by(),
          filing.at());
    } catch (MalformedFactException altered) {
      throw new CaseFileException(
          Reason.DAMAGED, "what " + filing.by() + " filed was altered", altered);
    }
  }

  /// The line for an event; what is filed has a shape of its own.
  static Line line(ReviewEvent event) {
    return new Line(
        switch (event) {
          case ReviewEvent.Assigned one -> "assigned";
          case ReviewEvent.Marked one -> "marked";
          case ReviewEvent.Handled one -> "handled";
          case ReviewEvent.Deviated one -> "deviated";
          case ReviewEvent.PassedOn one -> "passed-on";
          case ReviewEvent.Determined one -> "determined";
          case ReviewEvent.Filed one ->
              throw new IllegalArgumentException("an opinion is filed sealed");
        },
        event);
  }
}
