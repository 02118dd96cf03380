package lenswacht.casefile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.Visit;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.FactJson;
import lenswacht.observation.JournalLine;
import lenswacht.observation.JournalReader;
import lenswacht.observation.MalformedFactException;

/// Reads what journals brought into the case file.
final class StoredJournals {
  private static final int HASH_DIGITS = 64;

  private final Connection connection;
  private final String site;
  private final Instant until;

  /// @param until nothing that happened later is told
  StoredJournals(Connection connection, String site, Instant until) {
    this.connection = connection;
    this.site = site;
    this.until = until;
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
          Visit visit = tale(rows.getLong(1)).visit(rows.getLong(2), rows.getLong(3), hash);
          if (!visit.started().isAfter(until)) {
            visits.add(visit);
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

  /// Hands every line of this site's runs to `listener`; verifies every journal on the way, so
  /// that nothing is judged that does not hold.
  ///
  /// @throws CaseFileException if a journal does not verify any more
  void read(Listener listener) throws SQLException, CaseFileException {
    for (JournalRow journal : JournalRow.all(connection)) {
      Map<Long, StoredRun> runs = runsOf(journal);
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
            "SELECT line.raw FROM evidence JOIN line ON line.journal = evidence.journal"
                + " AND line.sequence = evidence.sequence WHERE evidence.id = ?")) {
      query.setString(1, id.hex());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? StoredEvidence.find(parse(row.getBytes(1)).event(), id)
                .filter(StoredEvidence::bearsItsName)
            : Optional.empty();
      }
    }
  }

  /// Everything that happened in a run but the questions.
  private VisitTale tale(long run) throws SQLException, BrokenJournalException, CaseFileException {
    VisitTale tale = new VisitTale();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT raw FROM line WHERE run = ? AND kind NOT IN ('Probed', 'Heard') ORDER BY sequence")) {
      query.setLong(1, run);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          tale.hear(parse(rows.getBytes(1)));
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
    return new JournalReader(new StoredLines(connection, journal.id()));
  }

  private static void requireWhole(JournalRow journal, JournalReader reader)
      throws BrokenJournalException {
    if (reader.sequence() != journal.lines() || !reader.lastHash().equals(journal.lastHash())) {
      throw new BrokenJournalException(
          reader.sequence() + 1, "lines were taken out or added after they were received");
    }
  }

  private static JournalLine parse(byte[] raw) throws CaseFileException {
    try {
      if (raw.length <= HASH_DIGITS) {
        throw new MalformedFactException("a line is too short");
      }
      return FactJson.read(Arrays.copyOfRange(raw, HASH_DIGITS + 1, raw.length), JournalLine.class);
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
