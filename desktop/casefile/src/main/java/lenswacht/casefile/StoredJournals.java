package lenswacht.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lenswacht.assessment.Visit;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.JournalAudit;
import lenswacht.observation.JournalAuditor;
import lenswacht.observation.JournalLine;
import lenswacht.observation.JournalOpening;
import lenswacht.observation.JournalReader;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.SealRecipient;

/// Reads what journals brought into the case file.
final class StoredJournals {
  private final Connection connection;
  private final String site;
  private final Instant until;
  private final Map<Long, ContentKeys> known = new HashMap<>();
  private final Map<Long, Set<Long>> leftOut = new HashMap<>();
  private boolean isLenient;

  /// @param until nothing that happened later is told
  StoredJournals(Connection connection, String site, Instant until) {
    this.connection = connection;
    this.site = site;
    this.until = until;
  }

  /// Lines may have come in: forgets the content keys that were read.
  void forget() {
    known.clear();
  }

  /// The scan runs at this site, in the order in which they were received.
  List<Visit> visits() throws SQLException, CaseFileException {
    List<Visit> visits = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT run.id, run.questions, run.last_line, substr(line.raw, 1, 64)"
                + " FROM run JOIN line ON line.journal = run.journal"
                + " AND line.sequence = run.last_line WHERE run.site = ? ORDER BY run.id")) {
      query.setString(1, site);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          String hash = new String(rows.getBytes(4), StandardCharsets.ISO_8859_1);
          VisitTale tale = tale(rows.getLong(1));
          if (!isLenient || tale.hasBegun()) {
            Visit visit = tale.visit(rows.getLong(2), rows.getLong(3), hash);
            if (!visit.started().isAfter(until)) {
              visits.add(visit);
            }
          }
        }
      }
    } catch (BrokenJournalException broken) {
      throw damaged(broken);
    }
    return List.copyOf(visits);
  }

  /// Takes a line of a run. Runs are numbered in the order in which they were received.
  interface Listener {
    void hear(long run, JournalLine line);
  }

  /// From now on reads what holds, line by line, and passes over the rest.
  void leaveOut(List<CaseAudit.OneJournal> audits) {
    isLenient = true;
    for (CaseAudit.OneJournal one : audits) {
      Set<Long> lost = new HashSet<>();
      one.audit().lost().forEach(line -> lost.add(line.line()));
      leftOut.put(one.number(), lost);
    }
  }

  private boolean holds(long journal, long sequence) {
    return !leftOut.getOrDefault(journal, Set.of()).contains(sequence);
  }

  /// Writes every journal to an exchange file, with its content keys for one reader more.
  void export(Path to, Optional<SealRecipient> reader) throws SQLException, IOException {
    List<ExchangeFile.Source> sources = new ArrayList<>();
    List<ExchangeFile.Key> keys = new ArrayList<>();
    for (JournalRow journal : JournalRow.all(connection)) {
      sources.add(() -> stored(journal));
      if (reader.isPresent()) {
        for (Bytes key : new ContentKeys(connection, journal.id()).all()) {
          keys.add(
              new ExchangeFile.Key(
                  JournalOpening.commitment(key), reader.get().id(), reader.get().seal(key)));
        }
      }
    }
    ExchangeFile.write(to, sources, keys);
  }

  private InputStream stored(JournalRow journal) throws IOException {
    try {
      return new StoredLines(connection, journal.id());
    } catch (SQLException failed) {
      throw new IOException("the case file cannot be read", failed);
    }
  }

  /// What came of verifying every journal, to its end.
  List<CaseAudit.OneJournal> audit() throws SQLException, CaseFileException {
    List<CaseAudit.OneJournal> audits = new ArrayList<>();
    for (JournalRow journal : JournalRow.all(connection)) {
      try (InputStream lines = new StoredLines(connection, journal.id())) {
        JournalAudit audit = JournalAuditor.audit(lines, new ContentKeys(connection, journal.id()));
        audits.add(
            new CaseAudit.OneJournal(
                journal.id(),
                journal.device(),
                audit,
                JournalIndex.troubles(connection, journal, audit)));
      } catch (IOException failed) {
        throw unreadable(failed);
      }
    }
    return audits;
  }

  /// Hands every line of this site's runs to `listener`; verifies every journal on the way, so
  /// that nothing is judged that does not hold.
  ///
  /// @throws CaseFileException if a journal does not verify any more
  void read(Listener listener) throws SQLException, CaseFileException {
    for (JournalRow journal : JournalRow.all(connection)) {
      Map<Long, StoredRun> runs = runsOf(journal);
      if (isLenient) {
        readWhatHolds(journal, runs, listener);
        continue;
      }
      try (JournalReader reader = reader(journal)) {
        StoredRun run = new StoredRun(0, false);
        for (Optional<JournalLine> line = reader.next(); line.isPresent(); line = reader.next()) {
          run = runs.getOrDefault(line.get().sequence(), run);
          if (run.isHere() && !line.get().at().isAfter(until)) {
            listener.hear(run.id(), line.get());
          }
        }
        requireWhole(journal, reader);
      } catch (IOException failed) {
        throw unreadable(failed);
      } catch (BrokenJournalException broken) {
        throw damaged(broken);
      }
    }
  }

  private void readWhatHolds(JournalRow journal, Map<Long, StoredRun> runs, Listener listener)
      throws SQLException {
    ContentKeys keys = new ContentKeys(connection, journal.id());
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT sequence, raw FROM line WHERE journal = ?"
                + " AND kind NOT IN ('Opened', 'Signed') ORDER BY sequence")) {
      query.setLong(1, journal.id());
      try (ResultSet rows = query.executeQuery()) {
        StoredRun run = new StoredRun(0, false);
        while (rows.next()) {
          long sequence = rows.getLong(1);
          run = runs.getOrDefault(sequence, run);
          if (run.isHere() && holds(journal.id(), sequence)) {
            try {
              listener.hear(run.id(), keys.read(sequence, rows.getBytes(2)));
            } catch (MalformedFactException altered) {
              // It is among what falls away, or no longer opens: nothing is judged from it.
            }
          }
        }
      }
    }
  }

  /// Verifies every journal.
  void verify() throws SQLException, BrokenJournalException, CaseFileException {
    for (JournalRow journal : JournalRow.all(connection)) {
      try (JournalReader reader = reader(journal)) {
        reader.verify();
        requireWhole(journal, reader);
      } catch (IOException failed) {
        throw unreadable(failed);
      }
    }
  }

  Optional<Evidence> evidence(EvidenceId id) throws SQLException, CaseFileException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT line.raw, line.journal, line.sequence FROM evidence JOIN line ON line.journal ="
                + " evidence.journal AND line.sequence = evidence.sequence WHERE evidence.id ="
                + " ?")) {
      query.setString(1, id.hex());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? StoredEvidence.find(parse(row).event(), id).filter(StoredEvidence::bearsItsName)
            : Optional.empty();
      }
    }
  }

  /// Everything that happened in a run but the questions.
  private VisitTale tale(long run) throws SQLException, BrokenJournalException, CaseFileException {
    VisitTale tale = new VisitTale();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT raw, journal, sequence FROM line WHERE run = ? AND kind NOT IN ('Probed',"
                + " 'Heard', 'Asking') ORDER BY sequence")) {
      query.setLong(1, run);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          if (holds(rows.getLong(2), rows.getLong(3))) {
            tale.hear(parse(rows));
          }
        }
      }
    }
    return tale;
  }

  private record StoredRun(long id, boolean isHere) {}

  /// The runs of a journal by the number of their first line.
  private Map<Long, StoredRun> runsOf(JournalRow journal) throws SQLException {
    Map<Long, StoredRun> runs = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement("SELECT first_line, id, site FROM run WHERE journal = ?")) {
      query.setLong(1, journal.id());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          runs.put(rows.getLong(1), new StoredRun(rows.getLong(2), rows.getString(3).equals(site)));
        }
      }
    }
    return runs;
  }

  private JournalReader reader(JournalRow journal) throws SQLException {
    return new JournalReader(
        new StoredLines(connection, journal.id()), new ContentKeys(connection, journal.id()));
  }

  private static void requireWhole(JournalRow journal, JournalReader reader)
      throws BrokenJournalException {
    if (reader.sequence() != journal.lines() || !reader.lastHash().equals(journal.lastHash())) {
      throw new BrokenJournalException(
          reader.sequence() + 1, "lines were taken out or added after they were received");
    }
  }

  /// The line in a row that begins with its octets, its journal and its number.
  private JournalLine parse(ResultSet row) throws SQLException, CaseFileException {
    long journal = row.getLong(2);
    ContentKeys keys = known.get(journal);
    if (keys == null) {
      keys = new ContentKeys(connection, journal);
      known.put(journal, keys);
    }
    try {
      return keys.read(row.getLong(3), row.getBytes(1));
    } catch (MalformedFactException malformed) {
      throw damaged(malformed);
    }
  }

  private static CaseFileException damaged(Exception why) {
    return new CaseFileException(
        Reason.DAMAGED, "the case file was changed after it was written: " + why.getMessage(), why);
  }

  private static CaseFileException unreadable(IOException failed) {
    return failed.getCause() instanceof SQLException sql
        ? CaseStorage.because(sql)
        : new CaseFileException(Reason.STORAGE, "the case file cannot be read: " + failed, failed);
  }
}
