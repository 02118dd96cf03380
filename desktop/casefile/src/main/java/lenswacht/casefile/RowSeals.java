package lenswacht.casefile;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lenswacht.casefile.ContentAudit.Fault;
import lenswacht.casefile.ContentAudit.Kind;
import lenswacht.observation.Bytes;
import org.sqlite.Function;

/// Keeps a digest of every row of every table that has no chain of its own. Triggers of the
/// connection write the digest within the statement that writes the row: both are on the disk or
/// neither is, whatever table a later version adds and however a program ends.
final class RowSeals {
  private static final String DIGEST = "lenswacht_digest";
  private static final String UNSEALED = "'line', 'evidence', 'row_seal', 'custody_line'";

  /// How SQLite numbers the kind of a value that is absent.
  private static final int NULL = 5;

  private RowSeals() {}

  /// A table, what stands for one of its rows, and its columns.
  private record Sealed(String name, List<String> key, List<String> columns) {
    /// The name of a row, as SQL; `of` is the alias of the row.
    String row(String of) {
      String parts =
          key.stream().map(column -> of + ".\"" + column + "\"").collect(Collectors.joining(", "));
      return key.size() == 1 ? "CAST(" + parts + " AS TEXT)" : "json_array(" + parts + ")";
    }

    /// The digest of a row, as SQL.
    String digest(String of) {
      return columns.stream()
          .map(column -> of + ".\"" + column + "\"")
          .collect(Collectors.joining(", ", DIGEST + "('" + name + "', ", ")"));
    }
  }

  /// SHA-256 over all values, each with its type and length.
  private static final class Digest extends Function {
    @Override
    protected void xFunc() throws SQLException {
      MessageDigest digest = sha256();
      for (int i = 0; i < args(); i++) {
        int type = value_type(i);
        byte[] octets = type == NULL ? new byte[0] : value_blob(i);
        digest.update((byte) type);
        digest.update(Bytes.utf8(Integer.toString(octets == null ? 0 : octets.length)).toArray());
        digest.update((byte) ' ');
        if (octets != null) {
          digest.update(octets);
        }
      }
      result(digest.digest());
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }

  /// Gives the connection the digest and the triggers. They are its own and stand in no file.
  static void watch(Connection connection) throws SQLException {
    teach(connection);
    try (Statement statement = connection.createStatement()) {
      for (Sealed table : tables(connection)) {
        String into = "INSERT INTO row_seal (of_table, of_row, digest) VALUES ('";
        String fresh =
            into + table.name() + "', " + table.row("NEW") + ", " + table.digest("NEW") + ");";
        String gone = into + table.name() + "', " + table.row("OLD") + ", x'');";
        trigger(statement, table, "INSERT", fresh);
        trigger(statement, table, "UPDATE", fresh);
        trigger(statement, table, "DELETE", gone);
      }
    }
  }

  /// Gives the connection the digest alone.
  static void teach(Connection connection) throws SQLException {
    Function.create(connection, DIGEST, new Digest());
  }

  private static void trigger(Statement statement, Sealed table, String act, String then)
      throws SQLException {
    statement.execute(
        "CREATE TEMP TRIGGER \"seal_%s_%s\" AFTER %s ON main.\"%s\" BEGIN %s END"
            .formatted(table.name(), act, act, table.name(), then));
  }

  private static List<Sealed> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE"
                    + " 'sqlite%' AND name NOT IN ("
                    + UNSEALED
                    + ") ORDER BY name")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    List<Sealed> tables = new ArrayList<>();
    for (String name : names) {
      List<String> key = new ArrayList<>();
      List<String> columns = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("PRAGMA main.table_info(\"" + name + "\")")) {
        while (rows.next()) {
          columns.add(rows.getString("name"));
          if (rows.getInt("pk") > 0) {
            key.add(rows.getString("name"));
          }
        }
      }
      tables.add(new Sealed(name, key.isEmpty() ? List.of("rowid") : key, columns));
    }
    return tables;
  }

  /// Seals what is there and has no digest that fits, but for the rows in `not`. For what an older
  /// version wrote, and for what a change of shape changed.
  static void adopt(Connection connection, Set<Fault> not) throws SQLException {
    Set<String> left = not.stream().map(Fault::where).collect(Collectors.toSet());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO row_seal (of_table, of_row, digest) SELECT ?, ?, ?")) {
      Map<String, Bytes> last = last(connection, Long.MAX_VALUE);
      for (Sealed table : tables(connection)) {
        for (Map.Entry<String, Bytes> row : digests(connection, table).entrySet()) {
          String where = table.name() + " " + row.getKey();
          if (!row.getValue().equals(last.getOrDefault(where, Bytes.EMPTY))
              && !left.contains(where)) {
            insert.setString(1, table.name());
            insert.setString(2, row.getKey());
            insert.setBytes(3, row.getValue().toArray());
            insert.executeUpdate();
          }
        }
      }
    }
  }

  /// Writes the last digest once more: so the sums of the file, made before its shape changed, are
  /// known to be older.
  static void mark(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "INSERT INTO row_seal (of_table, of_row, digest) SELECT of_table, of_row, digest FROM"
              + " row_seal ORDER BY id DESC LIMIT 1");
    }
  }

  private static Map<String, Bytes> digests(Connection connection, Sealed table)
      throws SQLException {
    Map<String, Bytes> digests = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT %s, %s FROM main.\"%s\" AS here"
                    .formatted(table.row("here"), table.digest("here"), table.name()))) {
      while (rows.next()) {
        digests.put(rows.getString(1), Bytes.of(rows.getBytes(2)));
      }
    }
    return digests;
  }

  /// The last digest on each row among the first `most`; rows that are gone are left out.
  private static Map<String, Bytes> last(Connection connection, long most) throws SQLException {
    Map<String, Bytes> last = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT of_table, of_row, digest FROM row_seal WHERE id <= ? ORDER BY id")) {
      query.setLong(1, most);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          String where = rows.getString(1) + " " + rows.getString(2);
          byte[] digest = rows.getBytes(3);
          if (digest == null || digest.length == 0) {
            last.remove(where);
          } else {
            last.put(where, Bytes.of(digest));
          }
        }
      }
    }
    return last;
  }

  /// What the digests with the numbers from `from` + 1 on come to, chained to `before`; the number
  /// of the last one with it.
  static Chained chain(Connection connection, long from, long to, Bytes before)
      throws SQLException {
    long number = from;
    byte[] hash = before.toArray();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT id, of_table, of_row, digest FROM row_seal WHERE id > ? AND id <= ?"
                + " ORDER BY id")) {
      query.setLong(1, from);
      query.setLong(2, to);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          MessageDigest digest = sha256();
          digest.update(hash);
          digest.update(Bytes.utf8(rows.getString(2) + " " + rows.getString(3) + " ").toArray());
          byte[] own = rows.getBytes(4);
          digest.update(own == null ? new byte[0] : own);
          hash = digest.digest();
          number = rows.getLong(1);
        }
      }
    }
    return new Chained(number, Bytes.of(hash));
  }

  /// Where a chain of digests ends.
  record Chained(long number, Bytes hash) {}

  /// Compares every row with its digest.
  static Compared compare(Connection connection, long signed) throws SQLException {
    Map<String, Bytes> last = last(connection, Long.MAX_VALUE);
    Map<String, Bytes> vouched = last(connection, signed);
    List<Fault> faults = new ArrayList<>();
    List<String> unsigned = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (Sealed table : tables(connection)) {
      digests(connection, table)
          .forEach(
              (row, digest) -> {
                String where = table.name() + " " + row;
                there.add(where);
                if (!last.containsKey(where)) {
                  faults.add(new Fault(Kind.STRANGE, where));
                } else if (!digest.equals(last.getOrDefault(where, Bytes.EMPTY))) {
                  faults.add(new Fault(Kind.CHANGED, where));
                } else if (!digest.equals(vouched.getOrDefault(where, Bytes.EMPTY))) {
                  unsigned.add(where);
                }
              });
    }
    last.keySet().stream()
        .filter(where -> !there.contains(where))
        .forEach(where -> faults.add(new Fault(Kind.MISSING, where)));
    vouched.keySet().stream().filter(where -> !last.containsKey(where)).forEach(unsigned::add);
    return new Compared(there.size(), faults, unsigned);
  }

  /// What came of comparing.
  record Compared(long rows, List<Fault> faults, List<String> unsigned) {}
}
