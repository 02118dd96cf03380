package lenswacht.casefile;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.casefile.ContentAudit.Fault;
import lenswacht.casefile.ContentAudit.Kind;
import lenswacht.casefile.CustodyBeginnings.Told;
import lenswacht.link.Identity;
import lenswacht.observation.Bytes;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.MalformedFactException;
import org.jspecify.annotations.Nullable;

/// Who had the case, its devices and journals in hand, when and with which hash. Lines are added
/// and never altered; each is chained to the one before, signed by the console, and says what the
/// digests of all rows came to, so that what people decided is signed with it.
public final class CustodyLog {
  private final Connection connection;
  private final Object turn;
  private @Nullable Custodian custodian;
  private Instant since = Instant.EPOCH;

  /// @param turn what threads take turns on
  CustodyLog(Connection connection, Object turn) {
    this.connection = connection;
    this.turn = turn;
  }

  /// From now on what is done to the case is noted under this name when the case is closed.
  public void keptBy(Custodian keeper) {
    synchronized (turn) {
      custodian = keeper;
      since = keeper.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }
  }

  /// A file that was written from this case, as it lies there: noted, and remembered so that it can
  /// be told from one that was altered.
  ///
  /// @throws IOException if the file, or the console's key, cannot be read
  public void noteFile(CustodyAct.Kind kind, Path file, CustodyNote told)
      throws IOException, CaseFileException {
    synchronized (turn) {
      noteWhatIsNew();
      WrittenFile written = WrittenFile.of(file);
      write(
          List.of(new Told(kind, String.valueOf(file.getFileName()), written.sha256().hex(), told)),
          Optional.of(written));
    }
  }

  /// What the case knows of a file that somebody holds.
  ///
  /// @throws IOException if the file cannot be read
  public FileCheck check(Path file) throws IOException, CaseFileException {
    synchronized (turn) {
      try {
        return new FileComparison(file, acts(), WrittenShelf.all(connection)).check();
      } catch (SQLException failed) {
        throw CaseStorage.because(failed);
      }
    }
  }

  /// The acts in their order. Whether they hold is for [#audit] to say.
  ///
  /// @throws CaseFileException `DAMAGED`, if a line cannot be read
  public List<CustodyAct> acts() throws CaseFileException {
    List<CustodyAct> acts = new ArrayList<>();
    for (String line : lines()) {
      try {
        acts.add(
            CustodyLine.read(line)
                .orElseThrow(() -> new MalformedFactException("it is no line"))
                .act());
      } catch (MalformedFactException | IllegalArgumentException malformed) {
        throw new CaseFileException(
            Reason.DAMAGED, "the custody log cannot be read: " + malformed.getMessage(), malformed);
      }
    }
    return acts;
  }

  /// SHA-256 of the key of the console that signed each act, in hexadecimal digits.
  public List<String> consoles() throws CaseFileException {
    return lines().stream()
        .map(line -> CustodyLine.read(line).map(read -> read.key().sha256().hex()).orElse("?"))
        .toList();
  }

  /// Until when the case is kept, as was said last; empty where nobody said.
  public Optional<Retention> retention() throws CaseFileException {
    return Retention.last(acts());
  }

  /// Says until when the case is kept.
  ///
  /// @throws IOException if the console's key cannot be read
  public void retain(Retention retention) throws IOException, CaseFileException {
    note(
        CustodyAct.Kind.RETENTION_SET,
        retention.until().toString(),
        Optional.empty(),
        retention.ground());
  }

  /// The log as it is kept, line by line: what a third party verifies.
  public List<String> lines() throws CaseFileException {
    synchronized (turn) {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery("SELECT line FROM custody_line ORDER BY number")) {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
        return lines;
      } catch (SQLException failed) {
        throw CaseStorage.because(failed);
      }
    }
  }

  /// Notes an act.
  ///
  /// @param what with what: a journal, a file, a device
  /// @param sha256 of that; empty where there is none
  /// @throws IllegalStateException if nobody has the case in hand
  /// @throws IOException if the console's key cannot be read
  public void note(CustodyAct.Kind kind, String what, Optional<Bytes> sha256, String note)
      throws IOException, CaseFileException {
    synchronized (turn) {
      noteWhatIsNew();
      String hash = sha256.map(Bytes::hex).orElse("");
      write(List.of(new Told(kind, what, hash, note, CustodyNote.NONE)), Optional.empty());
    }
  }

  /// Notes what came in since the last line, and signs what people said since; nothing where there
  /// is nothing new or nobody has the case in hand.
  ///
  /// @throws IOException if the console's key cannot be read
  public void noteWhatIsNew() throws IOException, CaseFileException {
    synchronized (turn) {
      if (custodian == null) {
        return;
      }
      try {
        List<Told> told = new CustodyBeginnings(connection).since(acts());
        if (told.isEmpty() && lastSeal() > signed().number()) {
          told = List.of(new Told(CustodyAct.Kind.SEALED, "", "", CustodyNote.NONE));
        }
        if (!told.isEmpty()) {
          write(told, Optional.empty());
        }
      } catch (SQLException failed) {
        throw CaseStorage.because(failed);
      }
    }
  }

  /// Notes what came in, where anything was written and somebody has the case in hand: who only
  /// looks leaves no trace, and can look at a file that cannot be written.
  ///
  /// @return what writes the sums of the file once it is closed
  Optional<AfterClosing> closing() throws SQLException, IOException, CaseFileException {
    Custodian keeper = custodian;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT total_changes()")) {
      if (keeper == null || !row.next() || row.getLong(1) == 0) {
        return Optional.empty();
      }
    }
    noteWhatIsNew();
    long generation = generation();
    Identity console = keeper.keys().open();
    return Optional.of(file -> FileSums.write(file, generation, console));
  }

  /// What is done when the file is closed.
  interface AfterClosing {
    /// Does it.
    void run(Path file) throws IOException;
  }

  private long lastSeal() throws SQLException {
    return number("SELECT coalesce(max(id), 0) FROM row_seal");
  }

  /// Grows with everything that is written: digests of rows, and lines of this log, which have
  // none.
  private long generation() throws SQLException {
    return lastSeal() + number("SELECT count(*) FROM custody_line");
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /// Up to which digest the last line signs, and what they come to.
  private RowSeals.Chained signed() throws CaseFileException {
    List<CustodyAct> acts = acts();
    return acts.isEmpty()
        ? new RowSeals.Chained(0, CustodyLine.NOTHING)
        : new RowSeals.Chained(acts.getLast().seals(), Bytes.fromHex(acts.getLast().sealed()));
  }

  /// Writes acts, with what is remembered of a file that goes with them: all of it or nothing.
  private void write(List<Told> told, Optional<WrittenFile> file)
      throws IOException, CaseFileException {
    Custodian keeper = custodian;
    if (keeper == null) {
      throw new IllegalStateException("nobody has the case in hand");
    }
    Identity console = keeper.keys().open();
    try {
      connection.setAutoCommit(false);
      try {
        if (file.isPresent()) {
          WrittenShelf.keep(connection, file.get());
        }
        append(told, keeper, console);
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failed) {
      throw CaseStorage.because(failed);
    }
  }

  private void append(List<Told> told, Custodian keeper, Identity console)
      throws SQLException, CaseFileException {
    List<CustodyAct> there = acts();
    List<String> lines = lines();
    Bytes before =
        lines.isEmpty() ? CustodyLine.NOTHING : Bytes.fromHex(lines.getLast().substring(0, 64));
    Instant at = keeper.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    List<Told> all = new ArrayList<>(told);
    if (!isOpened(there, keeper, console, at) && told.getFirst().kind() != CustodyAct.Kind.MADE) {
      all.addFirst(
          new Told(
              CustodyAct.Kind.OPENED,
              "",
              "",
              CustodyNote.NONE.with(CustodyNote.Value.SINCE, since)));
    }
    RowSeals.Chained from = signed();
    RowSeals.Chained now = RowSeals.chain(connection, from.number(), Long.MAX_VALUE, from.hash());
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO custody_line (number, line) VALUES (?, ?)")) {
      long number = lines.size();
      for (Told one : all) {
        CustodyAct act =
            new CustodyAct(
                ++number,
                at,
                ClockTrust.COMPUTER,
                keeper.person(),
                one.kind(),
                one.what(),
                one.sha256(),
                one.note(),
                Optional.of(one.told()).filter(it -> !it.values().isEmpty()),
                now.number(),
                now.hash().hex());
        CustodyLine line = CustodyLine.write(before, act, console);
        insert.setLong(1, number);
        insert.setString(2, line.text());
        insert.executeUpdate();
        before = line.hash();
      }
    }
  }

  /// Whether it is noted that this person opened it at this console on the day of `at`.
  private boolean isOpened(List<CustodyAct> there, Custodian keeper, Identity console, Instant at)
      throws CaseFileException {
    List<String> consoles = consoles();
    String own = console.key().sha256().hex();
    for (int i = there.size() - 1; i >= 0; i--) {
      CustodyAct act = there.get(i);
      boolean isOpening =
          act.kind() == CustodyAct.Kind.OPENED || act.kind() == CustodyAct.Kind.MADE;
      if (isOpening
          && act.by().equals(keeper.person())
          && consoles.get(i).equals(own)
          && act.at().truncatedTo(ChronoUnit.DAYS).equals(at.truncatedTo(ChronoUnit.DAYS))) {
        return true;
      }
    }
    return false;
  }

  /// Verifies every line, its signature, what it says of the digests, and every row.
  ///
  /// @param file where the case is kept
  public ContentAudit audit(Path file) throws CaseFileException {
    synchronized (turn) {
      try {
        return audited(file);
      } catch (SQLException failed) {
        throw CaseStorage.because(failed);
      }
    }
  }

  private ContentAudit audited(Path file) throws SQLException, CaseFileException {
    List<Fault> faults = new ArrayList<>();
    List<CustodyAct> log = new ArrayList<>();
    Set<Bytes> keys = new LinkedHashSet<>();
    RowSeals.Chained sealed = new RowSeals.Chained(0, CustodyLine.NOTHING);
    Bytes before = CustodyLine.NOTHING;
    long number = 0;
    for (String text : lines()) {
      number++;
      Optional<CustodyLine> line = CustodyLine.read(text);
      if (line.isEmpty() || !line.get().follows(before)) {
        faults.add(new Fault(Kind.CUSTODY, "custody_line " + number));
        before = line.map(CustodyLine::hash).orElse(before);
        continue;
      }
      before = line.get().hash();
      keys.add(line.get().key());
      if (!line.get().isSigned()) {
        faults.add(new Fault(Kind.SIGNATURE, "custody_line " + number));
      }
      sealed = followed(line.get(), number, sealed, faults, log);
    }
    RowSeals.Compared compared = RowSeals.compare(connection, sealed.number());
    faults.addAll(compared.faults());
    faults.addAll(CaseStorage.troubles(connection));
    ContentAudit.Sums sums;
    try {
      sums = FileSums.compare(file, generation(), faults);
    } catch (IOException unreadable) {
      throw new CaseFileException(
          Reason.STORAGE, "the case file cannot be read: " + unreadable, unreadable);
    }
    return new ContentAudit(
        compared.rows(), faults, compared.unsigned(), number, List.copyOf(keys), log, sums);
  }

  /// Where the chain of digests stands after a line that says what it comes to.
  private RowSeals.Chained followed(
      CustodyLine line,
      long number,
      RowSeals.Chained from,
      List<Fault> faults,
      List<CustodyAct> log)
      throws SQLException {
    try {
      CustodyAct act = line.act();
      log.add(act);
      if (act.number() != number) {
        faults.add(new Fault(Kind.CUSTODY, "custody_line " + number));
      }
      RowSeals.Chained now = RowSeals.chain(connection, from.number(), act.seals(), from.hash());
      if (!now.hash().hex().equals(act.sealed()) || now.number() != act.seals()) {
        faults.add(new Fault(Kind.SEALS, "row_seal " + (from.number() + 1) + "-" + act.seals()));
      }
      return new RowSeals.Chained(act.seals(), Bytes.fromHex(act.sealed()));
    } catch (MalformedFactException | IllegalArgumentException malformed) {
      faults.add(new Fault(Kind.CUSTODY, "custody_line " + number));
      return from;
    }
  }
}
