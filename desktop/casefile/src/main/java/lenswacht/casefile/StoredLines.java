package lenswacht.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/// The lines of one journal as they are kept, as the file they once were.
final class StoredLines extends InputStream {
  private final PreparedStatement query;
  private final ResultSet rows;
  private byte[] line = new byte[0];
  private int at;

  StoredLines(Connection connection, long journal) throws SQLException {
    query = connection.prepareStatement("SELECT raw FROM line WHERE journal = ? ORDER BY sequence");
    query.setLong(1, journal);
    rows = query.executeQuery();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == line.length && !nextLine()) {
      return -1;
    }
    int count = Math.min(length, line.length - at);
    System.arraycopy(line, at, into, offset, count);
    at += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    try (query) {
      rows.close();
    } catch (SQLException failed) {
      throw new IOException("the case file cannot be read", failed);
    }
  }

  private boolean nextLine() throws IOException {
    try {
      if (!rows.next()) {
        return false;
      }
      byte[] raw = rows.getBytes(1);
      line = Arrays.copyOf(raw, raw.length + 1);
      line[raw.length] = '\n';
      at = 0;
      return true;
    } catch (SQLException failed) {
      throw new IOException("the case file cannot be read", failed);
    }
  }
}
