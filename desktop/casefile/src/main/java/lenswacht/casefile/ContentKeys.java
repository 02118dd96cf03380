package lenswacht.casefile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lenswacht.observation.Bytes;
import lenswacht.observation.JournalLine;
import lenswacht.observation.JournalOpening;
import lenswacht.observation.LoneLine;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.SealOpener;

/// The content keys of one sealed journal, as they were got out when it was taken in. They open
/// this journal and no other, so that a case file can be read and verified wherever it is.
final class ContentKeys implements SealOpener {
  private final TreeMap<Long, Bytes> keys = new TreeMap<>();

  ContentKeys(Connection connection, long journal) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT sequence, octets FROM content_key WHERE journal = ?")) {
      query.setLong(1, journal);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          keys.put(rows.getLong(1), Bytes.of(rows.getBytes(2)));
        }
      }
    }
  }

  /// Keeps the key of the lines behind an opening.
  static void keep(Connection connection, long journal, long sequence, Bytes key)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO content_key (journal, sequence, octets) VALUES (?, ?, ?)")) {
      insert.setLong(1, journal);
      insert.setLong(2, sequence);
      insert.setBytes(3, key.toArray());
      insert.executeUpdate();
    }
  }

  /// All of them.
  Collection<Bytes> all() {
    return keys.values();
  }

  @Override
  public Optional<Bytes> contentKey(JournalOpening opening) {
    return keys.values().stream().filter(opening::isOf).findFirst();
  }

  /// What a single line tells.
  ///
  /// @param raw the line without its line feed
  JournalLine read(long sequence, byte[] raw) throws MalformedFactException {
    Map.Entry<Long, Bytes> key = keys.floorEntry(sequence);
    return LoneLine.read(raw, key == null ? Optional.empty() : Optional.of(key.getValue()));
  }
}
