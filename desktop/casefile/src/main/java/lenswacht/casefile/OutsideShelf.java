package lenswacht.casefile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.casefile.outside.OutsideDocument;
import lenswacht.casefile.outside.OutsideFact;
import lenswacht.casefile.outside.OutsideFact.Answering;
import lenswacht.casefile.outside.OutsideFact.Looked;
import lenswacht.observation.Bytes;
import lenswacht.observation.CleanText;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;

/// What others saw of the site from outside. A fact that comes in two documents is kept once. Words
/// that may be serial numbers are kept as hashes and masked where they stand.
final class OutsideShelf {
  private static final int LONGEST_NAME = 200;

  private OutsideShelf() {}

  /// Keeps the facts of a document, whole or not at all.
  ///
  /// @param hash what a word that may be a serial number is kept as
  /// @return how many were not there before
  static int keep(
      Connection connection, String name, OutsideDocument document, UnaryOperator<String> hash)
      throws SQLException {
    int added = 0;
    connection.setAutoCommit(false);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR IGNORE INTO outside_fact (id, document, origin, seen_at, fact)"
                + " VALUES (?, ?, ?, ?, ?)")) {
      for (OutsideFact open : document.facts()) {
        OutsideFact fact = hidden(open, hash);
        insert.setString(1, Bytes.of(FactJson.writeLine(withoutPlace(fact))).sha256().hex());
        insert.setString(2, CleanText.of(name, LONGEST_NAME));
        insert.setString(3, fact.origin());
        insert.setString(4, fact.at().toString());
        insert.setString(5, Bytes.of(FactJson.writeLine(new Held(fact))).utf8());
        added += insert.executeUpdate();
      }
      connection.commit();
      return added;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /// A fact as it is written: one of both is there.
  private record Held(List<Answering> answering, List<Looked> looked) {
    Held(OutsideFact fact) {
      this(
          fact instanceof Answering one ? List.of(one) : List.of(),
          fact instanceof Looked one ? List.of(one) : List.of());
    }

    OutsideFact fact() {
      return answering.isEmpty() ? looked.getFirst() : answering.getFirst();
    }
  }

  /// A fact as it is kept: words that may be serial numbers only as hashes.
  static OutsideFact hidden(OutsideFact fact, UnaryOperator<String> hash) {
    return switch (fact) {
      case Looked look -> look;
      case Answering one ->
          new Answering(
              one.origin(),
              one.at(),
              one.place(),
              one.service(),
              one.certificate(),
              masked(one.server(), one.words()),
              masked(one.title(), one.words()),
              masked(one.realm(), one.words()),
              one.words().stream().map(hash).toList());
    };
  }

  private static String masked(String text, List<String> words) {
    String masked = text;
    for (String word : words) {
      masked = masked.replace(word, "*".repeat(word.length()));
    }
    return masked;
  }

  private static OutsideFact withoutPlace(OutsideFact fact) {
    return switch (fact) {
      case Looked one -> new Looked(one.origin(), one.at(), "", one.address(), one.ports());
      case Answering one ->
          new Answering(
              one.origin(),
              one.at(),
              "",
              one.service(),
              one.certificate(),
              one.server(),
              one.title(),
              one.realm(),
              one.words());
    };
  }

  /// What is kept, by time.
  static List<KeptOutside> all(Connection connection) throws SQLException, CaseFileException {
    List<KeptOutside> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT document, fact FROM outside_fact ORDER BY seen_at, id")) {
      while (rows.next()) {
        all.add(
            new KeptOutside(
                rows.getString(1), FactJson.read(rows.getString(2), Held.class).fact()));
      }
    } catch (MalformedFactException malformed) {
      throw new CaseFileException(
          Reason.DAMAGED, "the case file holds a fact that cannot be read", malformed);
    }
    return all;
  }
}
