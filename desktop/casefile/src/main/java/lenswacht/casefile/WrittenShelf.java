package lenswacht.casefile;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.observation.BlockSums;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;

/// What was written from the case and went out. Nothing is overwritten: what has the same hash is
/// the same.
final class WrittenShelf {
  private static final int SUM = 32;

  private WrittenShelf() {}

  static void keep(Connection connection, WrittenFile file) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR IGNORE INTO written_file (sha256, octets, block, sums, form, parts)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, file.sha256().hex());
      insert.setLong(2, file.sums().octets());
      insert.setInt(3, file.sums().block());
      insert.setBytes(4, joined(file.sums().sums()));
      insert.setString(5, file.form().name());
      insert.setString(6, Bytes.of(FactJson.writeLine(file.parts())).utf8());
      insert.executeUpdate();
    }
  }

  private static byte[] joined(List<Bytes> sums) {
    ByteArrayOutputStream all = new ByteArrayOutputStream(SUM * sums.size());
    sums.forEach(sum -> all.writeBytes(sum.toArray()));
    return all.toByteArray();
  }

  /// All of them.
  ///
  /// @throws CaseFileException `DAMAGED`, if one cannot be read
  static List<WrittenFile> all(Connection connection) throws SQLException, CaseFileException {
    List<WrittenFile> all = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT sha256, octets, block, sums, form, parts FROM written_file ORDER BY rowid");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        Bytes sums = Bytes.of(row.getBytes(4));
        List<Bytes> each = new ArrayList<>();
        for (int at = 0; at + SUM <= sums.length(); at += SUM) {
          each.add(sums.slice(at, at + SUM));
        }
        all.add(
            new WrittenFile(
                Bytes.fromHex(row.getString(1)),
                new BlockSums(row.getLong(2), row.getInt(3), each),
                WrittenFile.Form.valueOf(row.getString(5)),
                List.of(FactJson.read(row.getString(6), WrittenFile.Part[].class))));
      }
    } catch (IllegalArgumentException | MalformedFactException malformed) {
      throw new CaseFileException(
          Reason.DAMAGED, "what the case says of written files cannot be read", malformed);
    }
    return all;
  }
}
