package lenswacht.casefile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.JournalEvent.RunStarted;

/// The scan run to which the lines belong that are being taken in.
final class OpenRun {
  private final long id;
  private long lastLine;
  private long questions;

  private OpenRun(long id, long lastLine, long questions) {
    this.id = id;
    this.lastLine = lastLine;
    this.questions = questions;
  }

  static OpenRun start(Connection connection, long journal, long line, RunStarted started)
      throws SQLException, BrokenJournalException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO run (journal, name, site, first_line, last_line, questions)"
                + " VALUES (?, ?, ?, ?, ?, 0) RETURNING id")) {
      insert.setLong(1, journal);
      insert.setString(2, started.run());
      insert.setString(3, CarriedMandate.of(started.mandate(), line).site());
      insert.setLong(4, line);
      insert.setLong(5, line);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return new OpenRun(row.getLong(1), line, 0);
      }
    }
  }

  /// The last run of a journal that is kept in part.
  static Optional<OpenRun> lastOf(Connection connection, long journal) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT id, last_line, questions FROM run WHERE journal = ?"
                + " ORDER BY first_line DESC LIMIT 1")) {
      query.setLong(1, journal);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(new OpenRun(row.getLong(1), row.getLong(2), row.getLong(3)))
            : Optional.empty();
      }
    }
  }

  long id() {
    return id;
  }

  void reach(long line) {
    lastLine = line;
  }

  void countQuestion() {
    questions++;
  }

  /// Notes how far the run has come.
  void keep(Connection connection) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE run SET last_line = ?, questions = ? WHERE id = ?")) {
      update.setLong(1, lastLine);
      update.setLong(2, questions);
      update.setLong(3, id);
      update.executeUpdate();
    }
  }
}
