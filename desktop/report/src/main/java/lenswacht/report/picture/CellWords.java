package lenswacht.report.picture;

import java.util.Optional;
import lenswacht.assessment.separation.Cell;

/// What is said of a cell of the separation matrix.
public interface CellWords {
  /// What came of it, marked where it is not as it should be.
  String word(Cell cell);

  /// What was agreed; empty where nothing was.
  Optional<String> expected(Cell cell);
}
