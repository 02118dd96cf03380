package lenswacht.casefile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import lenswacht.assessment.Answers;

/// What people answered. Nothing is overwritten: who asks gets the last answer on each field.
final class AnswerBook {
  private AnswerBook() {}

  /// The last answers that were given up to a moment.
  static Answers read(Connection connection, Instant until) throws SQLException {
    Map<String, Map<String, String>> byAddress = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT address, field, value, answered_at FROM answer ORDER BY id")) {
      while (rows.next()) {
        if (Instant.parse(rows.getString(4)).isAfter(until)) {
          continue;
        }
        Map<String, String> about =
            byAddress.computeIfAbsent(rows.getString(1), address -> new HashMap<>());
        if (rows.getString(3).isEmpty()) {
          about.remove(rows.getString(2));
        } else {
          about.put(rows.getString(2), rows.getString(3));
        }
      }
    }
    Map<String, String> site = byAddress.getOrDefault("", Map.of());
    byAddress.remove("");
    byAddress.values().removeIf(Map::isEmpty);
    byAddress.replaceAll((address, about) -> Map.copyOf(about));
    return new Answers(site, byAddress);
  }

  /// Adds an answer and gives its number.
  static long write(Connection connection, String address, String field, String value)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO answer (address, field, value) VALUES (?, ?, ?) RETURNING id")) {
      insert.setString(1, address);
      insert.setString(2, field);
      insert.setString(3, value);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
