package lenswacht.casefile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.JournalAudit;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalLine;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.ProbeOutcome;

/// Compares what the case file says of a journal's lines with the lines themselves.
final class JournalIndex {
  private static final int MOST = 100;

  private final Connection connection;
  private final JournalRow journal;
  private final ContentKeys keys;
  private final Set<Long> lost = new HashSet<>();
  private final List<String> troubles = new ArrayList<>();

  private JournalIndex(Connection connection, JournalRow journal) throws SQLException {
    this.connection = connection;
    this.journal = journal;
    this.keys = new ContentKeys(connection, journal.id());
  }

  /// What does not fit, as sentences in English; at most a hundred.
  static List<String> troubles(Connection connection, JournalRow journal, JournalAudit audit)
      throws SQLException {
    JournalIndex index = new JournalIndex(connection, journal);
    if (audit.lines() != journal.lines()) {
      index.say(
          "%d lines were received and %d are there".formatted(journal.lines(), audit.lines()));
    }
    audit.lost().forEach(one -> index.lost.add(one.line()));
    index.compare();
    return index.troubles;
  }

  private void say(String trouble) {
    if (troubles.size() < MOST) {
      troubles.add(trouble);
    }
  }

  private void compare() throws SQLException {
    Set<String> told = new HashSet<>();
    Bytes last = Bytes.EMPTY;
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT sequence, kind, raw FROM line WHERE journal = ? ORDER BY sequence")) {
      query.setLong(1, journal.id());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          byte[] raw = rows.getBytes(3);
          last = Bytes.of(raw).head(64);
          compare(rows.getLong(1), rows.getString(2), raw, told);
        }
      }
    }
    if (!last.equals(Bytes.utf8(journal.lastHash().hex()))) {
      say("the last line is another than the last that was received");
    }
    compareEvidence(told);
  }

  private void compare(long sequence, String kind, byte[] raw, Set<String> told) {
    if (kind.equals("Opened") || kind.equals("Signed") || lost.contains(sequence)) {
      return;
    }
    try {
      JournalLine line = keys.read(sequence, raw);
      JournalEvent event = line.event();
      if (!event.getClass().getSimpleName().equals(kind)) {
        say("line %d is called %s and is another".formatted(sequence, kind));
      }
      if (event.brings().isPresent()) {
        ProbeOutcome outcome = event.brings().get();
        for (Evidence piece : StoredEvidence.in(outcome)) {
          if (!StoredEvidence.bearsItsName(piece)) {
            say("evidence in line %d is not named after its contents".formatted(sequence));
          }
          told.add(piece.id().hex() + " " + sequence);
        }
      }
    } catch (MalformedFactException altered) {
      say("line %d cannot be read: %s".formatted(sequence, altered.getMessage()));
    }
  }

  private void compareEvidence(Set<String> told) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT id, sequence FROM evidence WHERE journal = ?")) {
      query.setLong(1, journal.id());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          String place = rows.getString(1) + " " + rows.getLong(2);
          if (!told.contains(place) && !lost.contains(rows.getLong(2))) {
            say("evidence %s is not in line %d".formatted(rows.getString(1), rows.getLong(2)));
          }
        }
      }
    }
  }
}
