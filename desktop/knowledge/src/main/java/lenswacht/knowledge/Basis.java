package lenswacht.knowledge;

import java.util.List;

/// What a factor, a table or a rule of a pack rests on.
///
/// @param clause the places as printed
/// @param sources references, each `source` or `source:place`
/// @param since day of the oldest text it rests on, ISO 8601
/// @param howRead how it stands to that text
public record Basis(String clause, List<String> sources, String since, HowRead howRead) {
  public Basis {
    sources = List.copyOf(sources);
  }
}
