package lenswacht.knowledge;

import java.util.List;

/// What a factor or a table of a pack rests on.
///
/// @param clause the places as printed
/// @param sources references, each `source` or `source:place`
/// @param since day of the oldest text it rests on, ISO 8601
/// @param ownReading whether it is our reading of the text rather than the text's own
public record Basis(String clause, List<String> sources, String since, boolean ownReading) {
  public Basis {
    sources = List.copyOf(sources);
  }
}
