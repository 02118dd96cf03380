package lenswacht.casefile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.JournalOpening;
import lenswacht.observation.LoneLine;
import lenswacht.observation.MalformedFactException;

/// One journal of which lines are kept.
///
/// @param id number within this case file
/// @param device id of the device that wrote it; empty where no run was started
/// @param lines number of lines kept; 0 for a journal that is being taken in for the first time
/// @param octets length of these lines with their line feeds
/// @param lastHash hash of the last of them
record JournalRow(long id, String device, long lines, long octets, Bytes lastHash) {
  private static final String COLUMNS = "SELECT id, device, lines, octets, last_hash FROM journal ";

  /// A journal of which nothing is kept yet.
  static JournalRow add(Connection connection, Bytes firstHash) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO journal (first_hash, device, lines, octets, last_hash)"
                + " VALUES (?, '', 0, 0, ?) RETURNING id")) {
      insert.setBytes(1, firstHash.toArray());
      insert.setBytes(2, firstHash.toArray());
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return new JournalRow(row.getLong(1), "", 0, 0, firstHash);
      }
    }
  }

  static Optional<JournalRow> withFirstHash(Connection connection, Bytes hash) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(COLUMNS + "WHERE first_hash = ?")) {
      query.setBytes(1, hash.toArray());
      return rows(query).stream().findFirst();
    }
  }

  static Optional<JournalRow> withLastHash(Connection connection, Bytes hash, long lines)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(COLUMNS + "WHERE last_hash = ? AND lines = ?")) {
      query.setBytes(1, hash.toArray());
      query.setLong(2, lines);
      return rows(query).stream().findFirst();
    }
  }

  /// The journals of one device, the youngest first.
  static List<JournalRow> writtenBy(Connection connection, String device) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(COLUMNS + "WHERE device = ? ORDER BY id DESC")) {
      query.setString(1, device);
      return rows(query);
    }
  }

  /// All journals, the oldest first.
  static List<JournalRow> all(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(COLUMNS + "ORDER BY id")) {
      return rows(query);
    }
  }

  /// Notes which device writes this journal, if that is not known yet.
  JournalRow ofDevice(Connection connection, String writer) throws SQLException {
    if (!device.isEmpty()) {
      return this;
    }
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE journal SET device = ? WHERE id = ?")) {
      update.setString(1, writer);
      update.setLong(2, id);
      update.executeUpdate();
    }
    return new JournalRow(id, writer, lines, octets, lastHash);
  }

  /// Notes up to where the journal is kept now.
  void grow(Connection connection, long newLines, long newOctets, Bytes newLastHash)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE journal SET lines = ?, octets = ?, last_hash = ? WHERE id = ?")) {
      update.setLong(1, newLines);
      update.setLong(2, newOctets);
      update.setBytes(3, newLastHash.toArray());
      update.setLong(4, id);
      update.executeUpdate();
    }
  }

  /// What the device wrote when it last opened this journal; empty for one that stands in the
  /// clear.
  Optional<JournalOpening> opening(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT raw FROM line WHERE journal = ? AND kind = 'Opened'"
                + " ORDER BY sequence DESC LIMIT 1")) {
      query.setLong(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(LoneLine.opening(row.getBytes(1))) : Optional.empty();
      }
    } catch (MalformedFactException altered) {
      throw new SQLException("a line of the case file is no opening", altered);
    }
  }

  ResumePoint end() {
    return new ResumePoint(octets, lines, lastHash);
  }

  private static List<JournalRow> rows(PreparedStatement query) throws SQLException {
    List<JournalRow> found = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(
            new JournalRow(
                rows.getLong(1),
                rows.getString(2),
                rows.getLong(3),
                rows.getLong(4),
                Bytes.of(rows.getBytes(5))));
      }
    }
    return found;
  }
}
