package lenswacht.assessment.floor;

import java.util.List;
import java.util.Map;

/// What should hang at the site after the owner's papers.
///
/// @param lists in the order in which they came
/// @param matches what somebody said of rows, by [#key]
public record Papers(List<PaperList> lists, Map<String, Match> matches) {
  /// There is no list.
  public static final Papers NONE = new Papers(List.of(), Map.of());

  public Papers {
    lists = List.copyOf(lists);
    matches = Map.copyOf(matches);
  }

  /// Names a row within the case.
  public static String key(PaperList list, PaperList.Row row) {
    return list.name() + "#" + row.id();
  }

  /// What somebody said of a row.
  public Match match(String key) {
    return matches.getOrDefault(key, Match.OPEN);
  }
}
