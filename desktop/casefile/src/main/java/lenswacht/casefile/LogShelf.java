package lenswacht.casefile;

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
import lenswacht.casefile.log.Contact;
import lenswacht.casefile.log.LogReading;
import lenswacht.fingerprint.domain.Purpose;
import lenswacht.observation.CleanText;
import org.jspecify.annotations.Nullable;

/// What logs brought. A log is known by the hash of its octets: one that is read again replaces
/// what it brought before.
final class LogShelf {
  private static final int LONGEST_NAME = 200;

  private LogShelf() {}

  /// Keeps what a log brought, whole or not at all. Whether it was there before.
  static boolean keep(Connection connection, String name, LogReading reading) throws SQLException {
    connection.setAutoCommit(false);
    try {
      boolean before = remove(connection, reading.sha256().hex());
      long log = insert(connection, CleanText.of(name, LONGEST_NAME), reading);
      insertSegments(connection, log, reading);
      insertContacts(connection, log, reading);
      connection.commit();
      return before;
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static boolean remove(Connection connection, String sha256) throws SQLException {
    String[] statements = {
      "DELETE FROM contact WHERE log IN (SELECT id FROM traffic_log WHERE sha256 = ?)",
      "DELETE FROM log_segment WHERE log IN (SELECT id FROM traffic_log WHERE sha256 = ?)",
      "DELETE FROM traffic_log WHERE sha256 = ?"
    };
    int removed = 0;
    for (String sql : statements) {
      try (PreparedStatement delete = connection.prepareStatement(sql)) {
        delete.setString(1, sha256);
        removed = delete.executeUpdate();
      }
    }
    return removed > 0;
  }

  private static long insert(Connection connection, String name, LogReading reading)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO traffic_log (sha256, name, format, octets, lines, named, broken, first_at,"
                + " last_at, complete) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")) {
      insert.setString(1, reading.sha256().hex());
      insert.setString(2, name);
      insert.setString(3, reading.format().word());
      insert.setLong(4, reading.octets());
      insert.setLong(5, reading.lines());
      insert.setLong(6, reading.named());
      insert.setLong(7, reading.broken());
      insert.setString(8, text(reading.first()));
      insert.setString(9, text(reading.last()));
      insert.setInt(10, reading.beyond() == 0 ? 1 : 0);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void insertSegments(Connection connection, long log, LogReading reading)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO log_segment (log, segment) VALUES (?, ?)")) {
      for (Object segment : reading.segments()) {
        insert.setLong(1, log);
        insert.setString(2, segment.toString());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void insertContacts(Connection connection, long log, LogReading reading)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO contact (log, client, segment, domain, operator, country, purpose,"
                + " verified, times, first_at, last_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (Contact contact : reading.contacts()) {
        insert.setLong(1, log);
        insert.setString(2, contact.whom().client());
        insert.setString(3, contact.whom().segment());
        insert.setString(4, contact.domain().suffix());
        insert.setString(5, contact.domain().operator());
        insert.setString(6, contact.domain().country());
        insert.setString(7, contact.domain().purpose().word());
        insert.setInt(8, contact.domain().isVerified() ? 1 : 0);
        insert.setLong(9, contact.times());
        insert.setString(10, text(contact.first()));
        insert.setString(11, text(contact.last()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /// The logs that were read, in the order in which they were.
  static List<KeptLog> logs(Connection connection) throws SQLException {
    Map<Long, List<String>> segments = new HashMap<>();
    List<KeptLog> logs = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery("SELECT log, segment FROM log_segment ORDER BY segment")) {
        while (rows.next()) {
          segments
              .computeIfAbsent(rows.getLong(1), log -> new ArrayList<>())
              .add(rows.getString(2));
        }
      }
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT id, name, sha256, format, lines, named, broken, first_at, last_at, complete"
                  + " FROM traffic_log ORDER BY id")) {
        while (rows.next()) {
          logs.add(
              new KeptLog(
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getLong(5),
                  rows.getLong(6),
                  rows.getLong(7),
                  moment(rows.getString(8)),
                  moment(rows.getString(9)),
                  segments.getOrDefault(rows.getLong(1), List.of()),
                  rows.getInt(10) == 1));
        }
      }
    }
    return logs;
  }

  /// What the logs brought.
  static List<KeptContact> contacts(Connection connection) throws SQLException {
    List<KeptContact> contacts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name, format, client, segment, domain, operator, country, purpose,"
                    + " verified, times, contact.first_at, contact.last_at FROM contact"
                    + " JOIN traffic_log ON traffic_log.id = contact.log"
                    + " ORDER BY client, segment, domain, contact.log")) {
      while (rows.next()) {
        contacts.add(
            new KeptContact(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5),
                rows.getString(6),
                rows.getString(7),
                Purpose.of(rows.getString(8)),
                rows.getInt(9) == 1,
                rows.getLong(10),
                moment(rows.getString(11)),
                moment(rows.getString(12))));
      }
    }
    return contacts;
  }

  private static @Nullable String text(Optional<Instant> moment) {
    return moment.map(Instant::toString).orElse(null);
  }

  private static Optional<Instant> moment(@Nullable String text) {
    return Optional.ofNullable(text).map(Instant::parse);
  }
}
