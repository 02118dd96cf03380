package lenswacht.casefile;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.observation.Bytes;

/// What a case file says of itself.
final class CaseHead {
  private CaseHead() {}

  /// The key under which serial numbers are hashed.
  static Bytes serialKey(Connection connection) throws SQLException, CaseFileException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT octets FROM serial_key")) {
      if (!row.next()) {
        throw new CaseFileException(Reason.DAMAGED, "the case file holds no key");
      }
      return Bytes.of(row.getBytes(1));
    }
  }

  /// The name of the site.
  static String site(Connection connection) throws SQLException, CaseFileException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT name FROM site")) {
      if (!row.next()) {
        throw new CaseFileException(Reason.DAMAGED, "the case file names no site");
      }
      return row.getString(1);
    }
  }
}
