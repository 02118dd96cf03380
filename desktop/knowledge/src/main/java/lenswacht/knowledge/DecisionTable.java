package lenswacht.knowledge;

import java.util.List;

/// A look-up table from two levels to one. Total, and monotone: a higher row or column never
/// gives a lower outcome.
///
/// @param id for example `T_A`
/// @param rowName what goes in along the rows
/// @param columnName what goes in along the columns
/// @param cells five rows of five levels, 0 to 4
/// @param basis what it rests on
public record DecisionTable(
    String id, String rowName, String columnName, List<List<Integer>> cells, Basis basis) {
  /// Number of levels.
  public static final int LEVELS = 5;

  public DecisionTable {
    cells = cells.stream().map(List::copyOf).toList();
    if (cells.size() != LEVELS || cells.stream().anyMatch(row -> row.size() != LEVELS)) {
      throw new IllegalArgumentException("table " + id + " is not total");
    }
  }

  /// The outcome for two levels, each 0 to 4.
  public int outcome(int row, int column) {
    return cells.get(row).get(column);
  }

  boolean isMonotone() {
    for (int row = 0; row < LEVELS; row++) {
      for (int column = 0; column < LEVELS; column++) {
        if (row > 0 && outcome(row, column) < outcome(row - 1, column)) {
          return false;
        }
        if (column > 0 && outcome(row, column) < outcome(row, column - 1)) {
          return false;
        }
      }
    }
    return true;
  }
}
