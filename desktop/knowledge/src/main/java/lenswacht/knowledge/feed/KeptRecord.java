package lenswacht.knowledge.feed;

import java.io.IOException;
import java.util.Comparator;

/// A record with the file that brought it, as one line: kind, key, stamp, hash of the file and all
/// of the record, with tabs between them.
///
/// @param record what was stated
/// @param file SHA-256 of the file, 64 hex digits
record KeptRecord(FeedRecord record, String file) {
  /// By kind, then by key: the order in which records are kept.
  static final Comparator<KeptRecord> ORDER =
      Comparator.comparing((KeptRecord kept) -> kept.record().kind())
          .thenComparing(kept -> kept.record().key());

  private static final int COLUMNS = 5;

  /// Of several with one key the one that counts stands first: the latest; among equals any, but
  /// always the same.
  static final Comparator<KeptRecord> LATEST_FIRST =
      ORDER
          .thenComparing(kept -> kept.record().stamp(), Comparator.reverseOrder())
          .thenComparing(kept -> kept.record().raw())
          .thenComparing(KeptRecord::file);

  String line() {
    return record.kind().name()
        + "\t"
        + record.key()
        + "\t"
        + record.stamp()
        + "\t"
        + file
        + "\t"
        + record.raw();
  }

  static KeptRecord parse(String line) throws IOException {
    String[] cells = line.split("\t", COLUMNS);
    if (cells.length != COLUMNS) {
      throw new IOException("a kept record is damaged");
    }
    try {
      return new KeptRecord(
          new FeedRecord(FeedFile.Kind.valueOf(cells[0]), cells[1], cells[2], cells[4]), cells[3]);
    } catch (IllegalArgumentException e) {
      throw new IOException("a kept record is damaged", e);
    }
  }
}
