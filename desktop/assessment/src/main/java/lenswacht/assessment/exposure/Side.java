package lenswacht.assessment.exposure;

import java.util.List;
import java.util.Set;
import lenswacht.knowledge.Truth;

/// What one side of the question comes to.
///
/// @param reached the answer
/// @param paths the ways that carry it, closed ones included
/// @param gaps what was not looked at
record Side(Truth reached, List<ExposurePath> paths, Set<Gap> gaps) {
  Side {
    paths = List.copyOf(paths);
    gaps = Set.copyOf(gaps);
  }

  /// Whether a way of `level` is open. That none is known is no answer: `otherwise` says what holds
  /// then.
  static Truth reached(ExposureLevel level, List<ExposurePath> paths, Truth otherwise) {
    List<Truth> open =
        paths.stream()
            .filter(path -> path.leadsFrom() == level)
            .map(ExposurePath::open)
            .filter(truth -> truth != Truth.NO)
            .toList();
    return open.stream().reduce(otherwise, Truth::or) == Truth.YES
        ? Truth.YES
        : open.isEmpty() ? otherwise : Truth.NOT_DETERMINED;
  }
}
