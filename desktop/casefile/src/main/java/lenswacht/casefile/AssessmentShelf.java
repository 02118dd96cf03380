package lenswacht.casefile;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lenswacht.assessment.Answers;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Finding;
import lenswacht.assessment.Interval;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Rating;
import lenswacht.assessment.Verdict;
import lenswacht.assessment.Visit;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.Seal;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;
import tools.jackson.databind.JsonNode;

/// The assessments that were made of a case: what they were made from and the ratings they gave.
/// The rest can be made again from the lines with the same edition, day and answers.
final class AssessmentShelf {
  private AssessmentShelf() {}

  /// What is kept, in the order in which it is written.
  private record Kept(
      String site,
      String edition,
      Pinned pinned,
      LocalDate onDay,
      List<String> journalHashes,
      SortedMap<String, String> siteAnswers,
      SortedMap<String, SortedMap<String, String>> assetAnswers,
      String espionage,
      String privacy,
      List<KeptAsset> assets,
      Map<String, Verdict> controls) {}

  /// The hashes of what was known, and who signed it.
  private record Pinned(
      String editionHash,
      String editionKey,
      String pack,
      String packVersion,
      String packHash,
      String packKey) {
    static Pinned of(Edition edition) {
      PolicyPack pack = edition.pack();
      return new Pinned(
          edition.hash(),
          edition.seal().map(Seal::keyName).orElse("unsigned"),
          pack.id(),
          pack.version(),
          pack.hash(),
          pack.seal().map(Seal::keyName).orElse("unsigned"));
    }
  }

  private record KeptAsset(
      String address,
      String espionage,
      String privacy,
      List<String> espionageDecidedBy,
      List<String> privacyDecidedBy,
      List<String> findings) {}

  /// What is kept of an assessment: the same input gives the same text.
  static String text(
      Assessment assessment,
      Edition edition,
      LocalDate onDay,
      Answers answers,
      List<Visit> visits) {
    byte[] line = FactJson.writeLine(kept(assessment, edition, onDay, answers, visits));
    return new String(line, StandardCharsets.UTF_8);
  }

  /// What people had said when an assessment was made.
  static Answers answers(KeptAssessment kept) throws CaseFileException {
    try {
      JsonNode tree = FactJson.read(kept.ratings(), JsonNode.class);
      Map<String, Map<String, String>> assets = new TreeMap<>();
      for (Map.Entry<String, JsonNode> asset : tree.path("assetAnswers").properties()) {
        assets.put(asset.getKey(), texts(asset.getValue()));
      }
      return new Answers(texts(tree.path("siteAnswers")), assets);
    } catch (MalformedFactException damaged) {
      throw new CaseFileException(
          CaseFileException.Reason.DAMAGED,
          "assessment " + kept.number() + " cannot be read: " + damaged.getMessage());
    }
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new TreeMap<>();
    object.properties().forEach(said -> texts.put(said.getKey(), said.getValue().asString("")));
    return texts;
  }

  /// Keeps the ratings of an assessment, unless they are to the letter those that were kept last:
  /// who prints a report twice has judged once. Gives how many were kept.
  static int keep(Connection connection, String edition, LocalDate onDay, String ratings)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO assessment (edition, on_day, ratings, sha256) SELECT ?, ?, ?, ?"
                + " WHERE NOT EXISTS (SELECT 1 FROM assessment"
                + " WHERE id = (SELECT max(id) FROM assessment) AND ratings = ?)")) {
      insert.setString(1, edition);
      insert.setString(2, onDay.toString());
      insert.setString(3, ratings);
      insert.setString(4, Bytes.utf8(ratings).sha256().hex());
      insert.setString(5, ratings);
      return insert.executeUpdate();
    }
  }

  /// The findings in kept ratings that `now` has no more.
  static List<CaseAudit.LostFinding> missing(String ratings, Assessment now)
      throws CaseFileException {
    Kept kept;
    try {
      kept = FactJson.read(ratings, Kept.class);
    } catch (MalformedFactException altered) {
      throw new CaseFileException(
          CaseFileException.Reason.DAMAGED, "the kept assessment was altered", altered);
    }
    Map<String, List<String>> there = new HashMap<>();
    now.assets().forEach(asset -> there.put(asset.address(), kept(asset).findings()));
    List<CaseAudit.LostFinding> missing = new ArrayList<>();
    for (KeptAsset asset : kept.assets()) {
      List<String> left = new ArrayList<>(there.getOrDefault(asset.address(), List.of()));
      for (String rule : asset.findings()) {
        if (!left.remove(rule)) {
          missing.add(new CaseAudit.LostFinding(asset.address(), rule));
        }
      }
    }
    return missing;
  }

  /// Those that can be read, of a case of which is known what does not hold.
  static List<KeptAssessment> readable(Connection connection, ContentAudit content)
      throws SQLException {
    try {
      return all(connection);
    } catch (DateTimeException altered) {
      if (content.isWhole()) {
        throw altered;
      }
      return List.of();
    }
  }

  static List<KeptAssessment> all(Connection connection) throws SQLException {
    List<KeptAssessment> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id, edition, on_day, kept_at, ratings, sha256 FROM assessment"
                    + " ORDER BY id")) {
      while (rows.next()) {
        all.add(
            new KeptAssessment(
                rows.getLong(1),
                rows.getString(2),
                LocalDate.parse(rows.getString(3)),
                Instant.parse(rows.getString(4)),
                rows.getString(5),
                rows.getString(6)));
      }
    }
    return all;
  }

  private static Kept kept(
      Assessment assessment,
      Edition edition,
      LocalDate onDay,
      Answers answers,
      List<Visit> visits) {
    SortedMap<String, SortedMap<String, String>> assetAnswers = new TreeMap<>();
    answers.assets().forEach((address, about) -> assetAnswers.put(address, new TreeMap<>(about)));
    return new Kept(
        assessment.site(),
        assessment.edition(),
        Pinned.of(edition),
        onDay,
        visits.stream().map(Visit::journalHash).toList(),
        new TreeMap<>(answers.site()),
        assetAnswers,
        asText(assessment.espionage()),
        asText(assessment.privacy()),
        assessment.assets().stream().map(AssessmentShelf::kept).toList(),
        new TreeMap<>(assessment.controls()));
  }

  private static KeptAsset kept(RatedAsset asset) {
    return new KeptAsset(
        asset.address(),
        asText(asset.espionage()),
        asText(asset.privacy()),
        asset.espionage().decidedBy(),
        asset.privacy().decidedBy(),
        asset.findings().stream().map(Finding::rule).toList());
  }

  private static String asText(Rating rating) {
    return asText(Optional.of(rating.level()));
  }

  /// `LOW..HIGH`, or `NOT_RATED`.
  private static String asText(Optional<Interval> level) {
    return level.map(of -> of.best() + ".." + of.worst()).orElse("NOT_RATED");
  }
}
