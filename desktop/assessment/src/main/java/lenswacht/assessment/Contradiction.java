package lenswacht.assessment;

import java.util.List;
import lenswacht.assessment.exposure.Ground;

/// People said one thing of an asset, and another was seen. What was seen counts.
///
/// @param field field of the policy pack
/// @param said what people answered
/// @param seen what was seen, in the same shape
/// @param grounds what shows it
public record Contradiction(String field, String said, String seen, List<Ground> grounds) {
  public Contradiction {
    grounds = List.copyOf(grounds);
  }
}
