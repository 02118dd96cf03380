package lenswacht.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The advisories on one maker, found by model. Most models of imported rows are spelled out and
/// are looked up; only patterns are tried one by one.
final class Chapter {
  private final List<Advisory> rows = new ArrayList<>();
  private final Map<String, List<Integer>> spelled = new HashMap<>();
  private final List<Pattern> patterns = new ArrayList<>();

  /// A pattern and the rows that it stands in.
  private record Pattern(ModelPattern pattern, List<Integer> rows) {}

  private final Map<String, Pattern> patternsByText = new HashMap<>();

  void add(Advisory advisory) {
    int row = rows.size();
    rows.add(advisory);
    for (String model : advisory.models()) {
      ModelPattern pattern = new ModelPattern(model);
      if (pattern.isSpelledOut()) {
        spelled.computeIfAbsent(model.toUpperCase(Locale.ROOT), _ -> new ArrayList<>()).add(row);
      } else {
        patternsByText
            .computeIfAbsent(
                model,
                _ -> {
                  Pattern added = new Pattern(pattern, new ArrayList<>());
                  patterns.add(added);
                  return added;
                })
            .rows()
            .add(row);
      }
    }
  }

  /// The rows that may cover `model`, in the order in which they were added.
  List<Advisory> on(Optional<String> model) {
    if (model.isEmpty()) {
      return List.copyOf(rows);
    }
    TreeSet<Integer> found =
        new TreeSet<>(
            spelled.getOrDefault(model.get().strip().toUpperCase(Locale.ROOT), List.of()));
    for (Pattern pattern : patterns) {
      if (pattern.pattern().fits(model.get())) {
        found.addAll(pattern.rows());
      }
    }
    return found.stream().map(rows::get).toList();
  }
}
