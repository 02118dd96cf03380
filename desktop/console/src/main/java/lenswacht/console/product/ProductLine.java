package lenswacht.console.product;

import java.util.List;
import java.util.Optional;
import lenswacht.console.text.Phrase;

/// One product of a list and what the knowledge edition says of it.
///
/// @param brand as written in the list
/// @param model as written in the list; may be empty
/// @param maker who makes it; empty where not determined
/// @param confidence how sure that is
/// @param facts what is stated on the maker, each with its source and date
public record ProductLine(
    String brand, String model, Optional<String> maker, Phrase confidence, List<Phrase> facts) {
  public ProductLine {
    facts = List.copyOf(facts);
  }
}
