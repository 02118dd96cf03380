package lenswacht.casefile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows that are added, all or none, and read in their order; threads take turns.
final class Ledger {
  private final Connection connection;
  private final Object turn;

  Ledger(Connection connection, Object turn) {
    this.connection = connection;
    this.turn = turn;
  }

  /// Takes a row while the ledger stands on it.
  interface Taking {
    void take(ResultSet row) throws SQLException, CaseFileException;
  }

  /// A statement with the values of each row that it adds.
  record Adding(String sql, List<List<? extends @Nullable Object>> rows) {}

  /// Adds rows of text.
  void add(String sql, List<List<String>> rows) throws CaseFileException {
    add(List.of(new Adding(sql, List.copyOf(rows))));
  }

  /// Adds rows of text and octets.
  void add(List<Adding> statements) throws CaseFileException {
    synchronized (turn) {
      try {
        connection.setAutoCommit(false);
        try {
          for (Adding adding : statements) {
            add(adding);
          }
          connection.commit();
        } finally {
          connection.rollback();
          connection.setAutoCommit(true);
        }
      } catch (SQLException failed) {
        throw CaseStorage.because(failed);
      }
    }
  }

  private void add(Adding adding) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(adding.sql())) {
      for (List<? extends @Nullable Object> row : adding.rows()) {
        for (int i = 0; i < row.size(); i++) {
          insert.setObject(i + 1, row.get(i));
        }
        insert.executeUpdate();
      }
    }
  }

  /// Reads every row that `sql` gives.
  void read(String sql, Taking taking) throws CaseFileException {
    synchronized (turn) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          taking.take(rows);
        }
      } catch (SQLException failed) {
        throw CaseStorage.because(failed);
      } catch (DateTimeException altered) {
        throw CaseStorage.because(altered);
      }
    }
  }
}
