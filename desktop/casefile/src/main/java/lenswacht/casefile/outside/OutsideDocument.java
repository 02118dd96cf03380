package lenswacht.casefile.outside;

import java.util.List;

/// What came of reading one document.
///
/// @param origin who made it
/// @param facts what it tells
/// @param faults parts that could not be read, a sentence each with where they stand
public record OutsideDocument(String origin, List<OutsideFact> facts, List<String> faults) {
  public OutsideDocument {
    facts = List.copyOf(facts);
    faults = List.copyOf(faults);
  }
}
