package lenswacht.casefile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.observation.HandOver;

/// The chain of custody: every statement by which something of this site changed hands, signed by
/// both parties. Nothing is overwritten.
final class CustodyBook {
  private CustodyBook() {}

  static List<HandOver> read(Connection connection) throws SQLException, CaseFileException {
    List<HandOver> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT statement FROM custody ORDER BY id")) {
      while (row.next()) {
        all.add(new HandOver(row.getString(1)));
      }
    } catch (IllegalArgumentException tooLong) {
      throw new CaseFileException(Reason.DAMAGED, "the chain of custody cannot be read", tooLong);
    }
    return all;
  }

  /// Adds a statement, unless it is there. Gives how many were added.
  static int write(Connection connection, HandOver statement) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR IGNORE INTO custody (statement) VALUES (?)")) {
      insert.setString(1, statement.text());
      return insert.executeUpdate();
    }
  }
}
