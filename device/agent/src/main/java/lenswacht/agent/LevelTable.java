package lenswacht.agent;

import java.util.List;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.ScanLevel;

/// What each level of a scan run asks.
final class LevelTable {
  /// What the lowest level does, for people.
  static final String LISTEN = "hears what is said anyway, and sends nothing";

  /// What the usual level does, for people.
  static final String CAREFUL =
      "sweeps; puts the ordinary questions to every host that answers, and what its answers point"
          + " to; where there are at most 1024 addresses, asks silent ones too by datagram; of more"
          + " than 4096 hosts without an open port asks none by datagram, and says so";

  /// What the highest level does, for people.
  static final String THOROUGH =
      "also sweeps silent addresses a second time on every port, asks every silent address by"
          + " datagram, and makes every maker's search on every network";

  private static final List<Row> ROWS =
      List.of(
          new Row(ScanLevel.LISTEN, false, 0, 0, false, false),
          new Row(ScanLevel.CAREFUL, true, 1024, 4096, false, false),
          new Row(ScanLevel.THOROUGH, true, 1 << 20, 1 << 20, true, true));

  private LevelTable() {}

  /// One level.
  ///
  /// @param level which
  /// @param sends whether anything is sent at all
  /// @param silentUpTo in a scope of at most this many addresses silent ones are asked by datagram
  /// @param shutUpTo of at most this many hosts that answer and have no open port every one is
  ///     asked by datagram; of more none is, and the journal says so
  /// @param sweepsAgain whether addresses that stayed silent are swept once more, on every port
  /// @param searchesAll whether every maker's search is made, not only those that many answer to
  record Row(
      ScanLevel level,
      boolean sends,
      int silentUpTo,
      int shutUpTo,
      boolean sweepsAgain,
      boolean searchesAll) {}

  /// The row of `level`, or of what a mandate allows where that is less.
  static Row row(ScanLevel level, Intrusiveness allowed) {
    ScanLevel most = allowed == Intrusiveness.LISTEN ? ScanLevel.LISTEN : level;
    return ROWS.stream().filter(row -> row.level() == most).findFirst().orElseThrow();
  }

  /// The whole table.
  static List<Row> rows() {
    return ROWS;
  }
}
