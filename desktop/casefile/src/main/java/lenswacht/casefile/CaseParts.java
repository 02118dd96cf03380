package lenswacht.casefile;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lenswacht.fingerprint.Identifier;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.FactJson;

/// What of a case can be given to a third party, as parts of a bundle.
public final class CaseParts {
  private final Connection connection;
  private final CaseFile file;

  CaseParts(Connection connection, CaseFile file) {
    this.connection = connection;
    this.file = file;
  }

  /// A piece of evidence and where it stands.
  ///
  /// @param journal its number in the case, and in the bundle
  /// @param line the number of the line in that journal
  /// @param evidence the piece, with asterisks where serial numbers may not be shown
  record Placed(long journal, long line, Evidence evidence) {}

  /// The journals, octet for octet as their devices wrote them.
  public List<BundlePart> journals() throws CaseFileException {
    synchronized (file) {
      try {
        List<BundlePart> parts = new ArrayList<>();
        for (JournalRow journal : JournalRow.all(connection)) {
          parts.add(
              new BundlePart(
                  "journals/journal-" + journal.id() + ".lwj",
                  () -> StoredJournals.stored(connection, journal)));
        }
        return parts;
      } catch (SQLException failed) {
        throw CaseStorage.because(failed);
      }
    }
  }

  /// Number, device, length and hash of the last line of each journal, in words.
  List<String> journalHeads() throws CaseFileException {
    synchronized (file) {
      try {
        return JournalRow.all(connection).stream()
            .map(
                row ->
                    "%d of %s, %d lines, %s"
                        .formatted(row.id(), row.device(), row.lines(), row.lastHash().hex()))
            .toList();
      } catch (SQLException failed) {
        throw CaseStorage.because(failed);
      }
    }
  }

  /// The custody log, line by line.
  public BundlePart custody() throws CaseFileException {
    List<String> lines = file.custodyLog().lines();
    return BundlePart.text(
        EvidenceBundle.CUSTODY, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }

  /// Every piece of evidence that is kept here.
  public List<EvidenceId> allEvidence() throws CaseFileException {
    synchronized (file) {
      try (PreparedStatement query =
              connection.prepareStatement("SELECT id FROM evidence ORDER BY id");
          ResultSet rows = query.executeQuery()) {
        List<EvidenceId> all = new ArrayList<>();
        while (rows.next()) {
          all.add(new EvidenceId(rows.getString(1)));
        }
        return all;
      } catch (SQLException failed) {
        throw CaseStorage.because(failed);
      }
    }
  }

  /// Pieces of evidence, readable. Those that are not kept here are left out.
  public List<BundlePart> evidence(Collection<EvidenceId> wanted, Identifier identifier)
      throws CaseFileException {
    List<BundlePart> parts = new ArrayList<>();
    for (EvidenceId id : wanted) {
      Optional<Evidence> shown = file.shown(id, identifier);
      if (shown.isPresent()) {
        parts.add(
            BundlePart.text(
                "evidence/" + id.hex() + ".json",
                FactJson.writePretty(placed(shown.get())) + "\n"));
      }
    }
    return parts;
  }

  private Placed placed(Evidence shown) throws CaseFileException {
    synchronized (file) {
      try (PreparedStatement query =
          connection.prepareStatement("SELECT journal, sequence FROM evidence WHERE id = ?")) {
        query.setString(1, shown.id().hex());
        try (ResultSet row = query.executeQuery()) {
          row.next();
          return new Placed(row.getLong(1), row.getLong(2), shown);
        }
      } catch (SQLException failed) {
        throw CaseStorage.because(failed);
      }
    }
  }
}
