package lenswacht.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.casefile.ContentAudit.Fault;
import lenswacht.casefile.ContentAudit.Kind;
import lenswacht.fingerprint.asset.SerialVeil;
import lenswacht.observation.CleanText;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteException;

/// The file behind a case file: makes it, and opens it as something a stranger may have prepared.
///
/// A file is opened only if it begins like an SQLite database with our mark and a version that this
/// program knows, if its shape is exactly the one that the migrations make (no triggers, views or
/// columns of anyone else) and if SQLite finds its pages whole.
final class CaseStorage {
  /// `LWCF`, in the field of the SQLite header that says whose file it is.
  static final int APPLICATION_ID = 0x4C574346;

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = 100;
  private static final int PAGE_SIZE_AT = 16;
  private static final int SMALLEST_PAGE = 512;
  private static final int VERSION_AT = 60;
  private static final int APPLICATION_AT = 68;
  private static final int BUSY_MILLIS = 3_000;

  /// Numbered from 1 in this order; a change of shape adds a file and never alters one.
  private static final List<String> MIGRATIONS =
      List.of(
          "0001-first-shape.sql",
          "0002-serial-key.sql",
          "0003-zones.sql",
          "0004-ways-out.sql",
          "0005-sealed-journals.sql",
          "0006-custody.sql",
          "0007-decisions.sql",
          "0008-biometric-register.sql",
          "0009-floor.sql",
          "0010-review.sql",
          "0011-remedy-owner.sql",
          "0012-glance.sql",
          "0013-custody-log.sql",
          "0014-written-files.sql");

  /// Since this version every row has a digest.
  private static final int SEALED_SINCE = MIGRATIONS.indexOf("0013-custody-log.sql") + 1;

  private CaseStorage() {}

  /// Makes a new case file, whole or not at all.
  static void create(Path file, String site) throws CaseFileException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path draft = Files.createTempFile(folder, ".new-", ".lenswacht");
      try {
        try (Connection connection = connect(draft)) {
          migrate(connection, 0);
          RowSeals.watch(connection);
          try (PreparedStatement insert =
              connection.prepareStatement("INSERT INTO site (only, name) VALUES (1, ?)")) {
            insert.setString(1, site);
            insert.executeUpdate();
          }
          execute(connection, "PRAGMA journal_mode = WAL");
        }
        publish(draft, file);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (FileAlreadyExistsException there) {
      throw new CaseFileException(Reason.STORAGE, file + " is there already", there);
    } catch (IOException failed) {
      throw new CaseFileException(Reason.STORAGE, file + " cannot be made: " + failed, failed);
    } catch (SQLException failed) {
      throw because(failed);
    }
  }

  /// Opens a case file that is there.
  static Connection open(Path file) throws CaseFileException {
    checkHeader(file);
    Connection connection = null;
    try {
      connection = connect(file);
      migrate(connection, version(connection));
      checkShape(connection);
      checkPages(connection);
      RowSeals.watch(connection);
      Connection opened = connection;
      connection = null;
      return opened;
    } catch (SQLException failed) {
      throw because(failed);
    } finally {
      closeQuietly(connection);
    }
  }

  /// What an error of SQLite means for the case file.
  static CaseFileException because(SQLException failed) {
    int code = failed instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xff : -1;
    return switch (code) {
      case 5, 6 -> // SQLITE_BUSY, SQLITE_LOCKED
          new CaseFileException(
              Reason.IN_USE, "the case file is being written to by another program", failed);
      case 11, 26 -> // SQLITE_CORRUPT, SQLITE_NOTADB
          new CaseFileException(Reason.DAMAGED, "the case file is damaged", failed);
      default ->
          new CaseFileException(
              Reason.STORAGE, "the case file cannot be read or written: " + failed, failed);
    };
  }

  /// What a day or a moment that cannot be read means for the case file.
  static CaseFileException because(DateTimeException altered) {
    return new CaseFileException(
        Reason.DAMAGED, "a day or a moment in the case file cannot be read", altered);
  }

  private static void checkHeader(Path file) throws CaseFileException {
    byte[] header;
    long length;
    try (InputStream in = Files.newInputStream(file)) {
      header = in.readNBytes(HEADER);
      length = Files.size(file);
    } catch (IOException unreadable) {
      throw new CaseFileException(
          Reason.STORAGE, file + " cannot be read: " + unreadable, unreadable);
    }
    ByteBuffer fields = ByteBuffer.wrap(header);
    boolean ours =
        header.length == HEADER
            && fields.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))
            && fields.getInt(APPLICATION_AT) == APPLICATION_ID;
    if (!ours) {
      throw new CaseFileException(Reason.NOT_A_CASE_FILE, file + " is not a case file");
    }
    int version = fields.getInt(VERSION_AT);
    if (version > MIGRATIONS.size()) {
      throw new CaseFileException(
          Reason.NEWER_VERSION,
          "%s was written by a newer program (version %d of the file, this program knows %d)"
              .formatted(file, version, MIGRATIONS.size()));
    }
    int pageSize = fields.getShort(PAGE_SIZE_AT) & 0xffff;
    if (version < 1 || pageSize < SMALLEST_PAGE || length % pageSize != 0) {
      throw new CaseFileException(Reason.DAMAGED, file + " is cut off or damaged");
    }
  }

  /// The version as the database knows it: the header may lag behind the write-ahead log.
  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static Connection connect(Path file) throws SQLException {
    return connect("jdbc:sqlite:" + file.toAbsolutePath().toUri());
  }

  private static Connection connect(String url) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setSynchronous(SynchronousMode.FULL);
    config.setTransactionMode(TransactionMode.IMMEDIATE);
    config.setBusyTimeout(BUSY_MILLIS);
    config.enforceForeignKeys(true);
    config.enableLoadExtension(false);
    Connection connection = config.createConnection(url);
    try {
      execute(connection, "PRAGMA trusted_schema = OFF");
      execute(connection, "PRAGMA cell_size_check = ON");
      execute(connection, "PRAGMA mmap_size = 0");
      return connection;
    } catch (SQLException failed) {
      closeQuietly(connection);
      throw failed;
    }
  }

  private static void migrate(Connection connection, int version) throws SQLException {
    if (version == MIGRATIONS.size()) {
      return;
    }
    RowSeals.teach(connection);
    Set<Fault> before =
        version < SEALED_SINCE
            ? Set.of()
            : Set.copyOf(RowSeals.compare(connection, Long.MAX_VALUE).faults());
    connection.setAutoCommit(false);
    for (String migration : MIGRATIONS.subList(version, MIGRATIONS.size())) {
      for (String statement : statements(migration)) {
        execute(connection, statement);
      }
    }
    makeSerialKey(connection);
    RowSeals.adopt(connection, before);
    RowSeals.mark(connection);
    execute(connection, "PRAGMA application_id = " + APPLICATION_ID);
    execute(connection, "PRAGMA user_version = " + MIGRATIONS.size());
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void makeSerialKey(Connection connection) throws SQLException {
    byte[] key = new byte[SerialVeil.KEY_OCTETS];
    new SecureRandom().nextBytes(key);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR IGNORE INTO serial_key (only, octets) VALUES (1, ?)")) {
      insert.setBytes(1, key);
      insert.executeUpdate();
    }
  }

  /// A statement ends with a semicolon at the end of a line.
  private static List<String> statements(String migration) {
    try (InputStream in = CaseStorage.class.getResourceAsStream(migration)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + migration);
      }
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return sql.strip().lines().anyMatch(line -> line.endsWith(";"))
          ? List.of(sql.strip().split(";\\R"))
          : List.of();
    } catch (IOException unreadable) {
      throw new IllegalStateException("the program cannot read its file " + migration, unreadable);
    }
  }

  private static void checkShape(Connection connection) throws SQLException, CaseFileException {
    List<String> expected;
    try (Connection pattern = connect("jdbc:sqlite::memory:")) {
      migrate(pattern, 0);
      expected = shape(pattern);
    }
    if (!shape(connection).equals(expected)) {
      throw new CaseFileException(
          Reason.DAMAGED, "the case file has tables that this program did not make");
    }
  }

  private static List<String> shape(Connection connection) throws SQLException {
    List<String> shape = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY name"
                    + " LIMIT 1000")) {
      while (rows.next()) {
        shape.add(
            String.join(
                "|", rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
      }
    }
    return shape;
  }

  private static void checkPages(Connection connection) throws SQLException, CaseFileException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
      if (!row.next() || !"ok".equals(row.getString(1))) {
        throw new CaseFileException(Reason.DAMAGED, "the case file is damaged");
      }
    }
  }

  /// Deletes what opens sealed journals, with overwriting, and nothing else.
  static void wipeKeys(Path file) throws CaseFileException {
    try (Connection connection = connect(file)) {
      execute(connection, "PRAGMA secure_delete = ON");
      execute(connection, "DELETE FROM content_key");
      execute(connection, "DELETE FROM serial_key");
      execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException failed) {
      throw because(failed);
    }
  }

  /// What SQLite finds at odds in pages and indexes, looked at in full.
  static List<Fault> troubles(Connection connection) throws SQLException {
    List<Fault> troubles = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA integrity_check(20)")) {
      while (rows.next()) {
        if (!"ok".equals(rows.getString(1))) {
          troubles.add(new Fault(Kind.STORAGE, CleanText.of(rows.getString(1), 300)));
        }
      }
    }
    return troubles;
  }

  private static void publish(Path draft, Path file) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException notHere) {
      Files.move(draft, file);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void closeQuietly(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException alreadyFailing) {
        // the failure that led here is the one to tell
      }
    }
  }
}
