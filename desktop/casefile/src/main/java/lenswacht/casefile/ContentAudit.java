package lenswacht.casefile;

import java.util.List;
import lenswacht.observation.Bytes;

/// What came of verifying what a case holds besides its journals: the rows that people's words and
/// decisions stand in, and the custody log.
///
/// @param rows how many rows were compared with their digests
/// @param faults what does not hold
/// @param unsigned rows that were written since the last line of the custody log, whose digests
///     fit and that no console signed for: a program was stopped in between, or something else
///     wrote
/// @param acts how many lines the custody log has
/// @param keys of the consoles that signed them, X.509 form
/// @param log the acts that can be read
/// @param sums whether the octets of the file itself were compared
public record ContentAudit(
    long rows,
    List<Fault> faults,
    List<String> unsigned,
    long acts,
    List<Bytes> keys,
    List<CustodyAct> log,
    Sums sums) {
  /// Nothing was looked at.
  public static final ContentAudit NONE =
      new ContentAudit(0, List.of(), List.of(), 0, List.of(), List.of(), Sums.ABSENT);

  public ContentAudit {
    faults = List.copyOf(faults);
    unsigned = List.copyOf(unsigned);
    keys = List.copyOf(keys);
    log = List.copyOf(log);
  }

  /// In what something does not hold.
  public enum Kind {
    /// The row is not as it was written.
    CHANGED,
    /// The row is gone.
    MISSING,
    /// Nobody wrote the row with this program.
    STRANGE,
    /// The digests are not those that were signed.
    SEALS,
    /// The line of the custody log was altered.
    CUSTODY,
    /// The line of the custody log is signed by nobody.
    SIGNATURE,
    /// The storage finds its pages or indexes at odds.
    STORAGE,
    /// Octets of the file are not as they were when it was closed, or the list of its sums is not.
    FILE
  }

  /// Whether the octets of the file were compared with the sums beside it.
  public enum Sums {
    /// They were.
    COMPARED,
    /// The file was written to since, by a program that was stopped midway.
    OLDER,
    /// There is no list of sums that can be read.
    ABSENT
  }

  /// Something that does not hold.
  ///
  /// @param where a table and a row, or a line of the custody log
  public record Fault(Kind kind, String where) {}

  /// Whether everything holds.
  public boolean isWhole() {
    return faults.isEmpty();
  }
}
