package lenswacht.assessment;

import java.util.List;

/// The level of one factor and what put it there.
///
/// @param factor id, for example `E_EXP`
/// @param level as far as known
/// @param fired ids of the rules that fired, the deciding one first
/// @param open ids of the rules that could still fire because an input is not determined
public record FactorReading(String factor, Interval level, List<String> fired, List<String> open) {
  public FactorReading {
    fired = List.copyOf(fired);
    open = List.copyOf(open);
  }
}
