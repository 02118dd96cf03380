package lenswacht.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Optional;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.observation.BrokenJournalException;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalLine;
import lenswacht.observation.JournalOpening;
import lenswacht.observation.JournalPart;
import lenswacht.observation.JournalReader;
import lenswacht.observation.ProbeOutcome;

/// Takes one journal into the case file, within a transaction that the caller opens and closes:
/// verifies every line, compares those that are there already, keeps the others as they came.
final class JournalIntake implements AutoCloseable {
  private static final int BATCH = 2_000;
  private static final int HASH_DIGITS = 64;

  private final Recipient recipient;
  private final Connection connection;
  private final String site;
  private final PreparedStatement keepLine;
  private final PreparedStatement keepEvidence;
  private JournalRow journal = new JournalRow(0, "", 0, 0, Bytes.EMPTY);
  private Optional<OpenRun> run = Optional.empty();
  private long before;
  private int waiting;
  private int observations;

  JournalIntake(Connection connection, String site, Recipient recipient) throws SQLException {
    this.recipient = recipient;
    this.connection = connection;
    this.site = site;
    this.keepLine =
        connection.prepareStatement(
            "INSERT INTO line (journal, sequence, run, kind, raw) VALUES (?, ?, ?, ?, ?)");
    this.keepEvidence =
        connection.prepareStatement(
            "INSERT OR IGNORE INTO evidence (id, journal, sequence) VALUES (?, ?, ?)");
  }

  /// Takes a journal from its first line on.
  Received takeWhole(InputStream in)
      throws IOException, SQLException, BrokenJournalException, CaseFileException {
    LineTap tap = new LineTap(in);
    JournalReader reader = new JournalReader(tap, recipient.opener());
    Optional<JournalPart> first = reader.nextPart();
    if (first.isEmpty()) {
      return new Received(0, 0, 0, reader.tornTail());
    }
    byte[] raw = tap.takeLine(Math.toIntExact(reader.offset()));
    Bytes firstHash = reader.lastHash();
    journal = JournalRow.withFirstHash(connection, firstHash).orElse(journal);
    before = journal.lines();
    if (before == 0) {
      journal = JournalRow.add(connection, firstHash);
      keep(first.get(), raw);
    } else {
      compareStored(reader, tap);
      run = OpenRun.lastOf(connection, journal.id());
    }
    return takeRest(reader, tap, 0);
  }

  /// Takes the lines that follow a point up to which the journal is here already.
  Received takeBehind(InputStream in, ResumePoint from)
      throws IOException, SQLException, BrokenJournalException, CaseFileException {
    journal =
        JournalRow.withLastHash(connection, from.lastHash(), from.lines())
            .orElseThrow(
                () ->
                    new BrokenJournalException(
                        from.lines() + 1, "nothing is kept that this line could follow"));
    before = journal.lines();
    run = OpenRun.lastOf(connection, journal.id());
    LineTap tap = new LineTap(in);
    JournalReader reader =
        new JournalReader(
            tap,
            recipient.opener(),
            new JournalReader.Point(from.lines(), from.lastHash(), journal.opening(connection)));
    return takeRest(reader, tap, journal.octets());
  }

  @Override
  public void close() throws SQLException {
    keepLine.close();
    keepEvidence.close();
  }

  /// Reads on through the lines that are there already; stops behind the last of them, or at the
  /// end of a journal that is shorter.
  private void compareStored(JournalReader reader, LineTap tap)
      throws IOException, SQLException, BrokenJournalException {
    try (PreparedStatement hashes =
        connection.prepareStatement(
            "SELECT substr(raw, 1, 64) FROM line WHERE journal = ? AND sequence > 1"
                + " ORDER BY sequence")) {
      hashes.setLong(1, journal.id());
      try (ResultSet rows = hashes.executeQuery()) {
        while (rows.next()) {
          long before = reader.offset();
          if (reader.nextPart().isEmpty()) {
            return;
          }
          byte[] raw = tap.takeLine(Math.toIntExact(reader.offset() - before));
          if (!Arrays.equals(raw, 0, HASH_DIGITS, rows.getBytes(1), 0, HASH_DIGITS)) {
            throw new BrokenJournalException(
                reader.sequence(), "another line was received at this place before");
          }
        }
      }
    }
  }

  private Received takeRest(JournalReader reader, LineTap tap, long octetsBefore)
      throws IOException, SQLException, BrokenJournalException, CaseFileException {
    long offset = reader.offset();
    for (var part = reader.nextPart(); part.isPresent(); part = reader.nextPart()) {
      keep(part.get(), tap.takeLine(Math.toIntExact(reader.offset() - offset)));
      offset = reader.offset();
    }
    flush();
    long lines = Math.max(before, reader.sequence());
    if (lines > before) {
      journal.grow(connection, lines, octetsBefore + offset, reader.lastHash());
    }
    if (run.isPresent()) {
      run.get().keep(connection);
    }
    requireSite();
    return new Received(lines - before, lines, observations, reader.tornTail());
  }

  private void keep(JournalPart part, byte[] raw)
      throws SQLException, BrokenJournalException, CaseFileException {
    switch (part) {
      case JournalPart.Told(JournalLine line) -> keep(line, raw);
      case JournalPart.Opened(long sequence, JournalOpening opening) -> {
        take(sequence, opening);
        keep(sequence, Optional.empty(), "Opened", raw);
      }
      case JournalPart.Signed signed -> keep(signed.sequence(), Optional.empty(), "Signed", raw);
      case JournalPart.Sealed _ -> throw sealedToOthers();
    }
  }

  /// Gets the content key out, if the device is one that counts and the journal is for us.
  private void take(long sequence, JournalOpening opening) throws SQLException, CaseFileException {
    if (!recipient.knows(opening.device())) {
      throw new CaseFileException(
          Reason.UNKNOWN_DEVICE,
          "the journal is signed by a device that this console is not paired with; if you know it"
              + " by its key, receive it with --device "
              + opening.device().sha256().hex());
    }
    Bytes key =
        recipient
            .opener()
            .contentKey(opening)
            .filter(opening::isOf)
            .orElseThrow(JournalIntake::sealedToOthers);
    ContentKeys.keep(connection, journal.id(), sequence, key);
  }

  static CaseFileException sealedToOthers() {
    return new CaseFileException(
        Reason.SEALED_TO_OTHERS,
        "the journal is sealed to another console; only that one can read it");
  }

  private void keep(JournalLine line, byte[] raw) throws SQLException, BrokenJournalException {
    long sequence = line.sequence();
    if (line.event() instanceof JournalEvent.RunStarted started) {
      if (run.isPresent()) {
        run.get().keep(connection);
      }
      journal = journal.ofDevice(connection, started.device());
      run = Optional.of(OpenRun.start(connection, journal.id(), sequence, started));
    }
    String kind = line.event().getClass().getSimpleName();
    Optional<ProbeOutcome> brought = line.event().brings();
    if (brought.isPresent()) {
      keepOutcome(brought.get(), sequence);
    }
    if (line.event() instanceof JournalEvent.Probed probed
        && !(probed.outcome() instanceof ProbeOutcome.NotAsked)) {
      run.ifPresent(OpenRun::countQuestion);
    }
    run.ifPresent(open -> open.reach(sequence));
    keep(sequence, run, kind, raw);
  }

  private void keep(long sequence, Optional<OpenRun> of, String kind, byte[] raw)
      throws SQLException {
    keepLine.setLong(1, journal.id());
    keepLine.setLong(2, sequence);
    if (of.isPresent()) {
      keepLine.setLong(3, of.get().id());
    } else {
      keepLine.setNull(3, Types.INTEGER);
    }
    keepLine.setString(4, kind);
    keepLine.setBytes(5, raw);
    keepLine.addBatch();
    if (++waiting >= BATCH) {
      flush();
    }
  }

  private void keepOutcome(ProbeOutcome outcome, long sequence)
      throws SQLException, BrokenJournalException {
    if (outcome instanceof ProbeOutcome.Answered answered) {
      observations += answered.observations().size();
    }
    for (Evidence piece : StoredEvidence.in(outcome)) {
      if (!StoredEvidence.bearsItsName(piece)) {
        throw new BrokenJournalException(
            sequence, "evidence " + piece.id() + " is not named after its contents");
      }
      keepEvidence.setString(1, piece.id().hex());
      keepEvidence.setLong(2, journal.id());
      keepEvidence.setLong(3, sequence);
      keepEvidence.addBatch();
    }
  }

  private void flush() throws SQLException {
    if (waiting > 0) {
      keepLine.executeBatch();
      keepEvidence.executeBatch();
      waiting = 0;
    }
  }

  /// A journal that tells of runs, and of none at this site, was meant for another case file.
  private void requireSite() throws SQLException, CaseFileException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT DISTINCT site FROM run WHERE journal = ? LIMIT 100")) {
      query.setLong(1, journal.id());
      try (ResultSet rows = query.executeQuery()) {
        String other = "";
        while (rows.next()) {
          other = rows.getString(1);
          if (other.equals(site)) {
            return;
          }
        }
        if (!other.isEmpty()) {
          throw new CaseFileException(
              Reason.OTHER_SITE,
              "the journal is of the site '%s', this case file of '%s'".formatted(other, site));
        }
      }
    }
  }
}
