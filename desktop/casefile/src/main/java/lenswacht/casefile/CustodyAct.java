package lenswacht.casefile;

import java.time.Instant;
import java.util.Optional;
import lenswacht.observation.CleanText;
import lenswacht.observation.ClockTrust;

/// One act in the life of a case.
///
/// @param number 1, 2, 3 ... within the case
/// @param at when it was noted, by the clock of the computer
/// @param clock where that time comes from
/// @param by the person, as the program was told
/// @param kind what was done
/// @param what with what: a journal, a file, a device
/// @param sha256 of that, in hexadecimal digits; empty where there is none
/// @param note in a person's own words; in lines of older programs also what the program told
/// @param told what the program tells of it; empty where that is nothing
/// @param seals how many digests of rows were there
/// @param sealed what they come to, in hexadecimal digits
public record CustodyAct(
    long number,
    Instant at,
    ClockTrust clock,
    String by,
    Kind kind,
    String what,
    String sha256,
    String note,
    Optional<CustodyNote> told,
    long seals,
    String sealed) {
  private static final int LONGEST = 400;

  /// What was done.
  public enum Kind {
    /// This console and the device were paired.
    PAIRED,
    /// The case was made, or its custody begins here.
    MADE,
    /// Somebody opened it and wrote to it; noted once a day for each person and console.
    OPENED,
    /// A journal was taken in, or more of it.
    JOURNAL_RECEIVED,
    /// A device or a file changed hands, signed by both parties.
    HANDED_OVER,
    /// A log or an outside look was brought in.
    IMPORTED,
    /// The journals were written to a file that travels.
    EXPORTED,
    /// A report was written.
    REPORT_WRITTEN,
    /// A file was signed with the organisation's key.
    SIGNED,
    /// Evidence was put together for a third party.
    BUNDLED,
    /// It was said until when the case is kept.
    RETENTION_SET,
    /// The case went to the archive.
    ARCHIVED,
    /// What people said and decided was sealed as it is.
    SEALED,
    /// The content was erased.
    ERASED
  }

  public CustodyAct {
    by = CleanText.of(by, LONGEST);
    what = CleanText.of(what, LONGEST);
    note = CleanText.of(note, 2 * LONGEST);
    if (number < 1 || seals < 0 || !sha256.matches("(?:[0-9a-f]{64})?")) {
      throw new IllegalArgumentException("an act has a number and at most one hash");
    }
  }

  /// What the program tells of it under this meaning; empty where it tells nothing.
  public Optional<String> told(CustodyNote.Value value) {
    return told.map(all -> all.values().get(value));
  }
}
