package lenswacht.assessment;

import java.util.List;

/// The cheapest steps that reach a goal, or why none do. Levels are those after proof; until a
/// later visit shows a step done, it is only planned.
///
/// @param goal what was to be reached
/// @param outOfReach addresses on which no allowed remedies reach the goal; empty where it is met
/// @param euros price of all steps
/// @param steps in the order of the remedies
/// @param espionage highest headline of all assets afterwards
/// @param privacy highest headline of all assets afterwards
public record Plan(
    Goal goal,
    List<String> outOfReach,
    long euros,
    List<Step> steps,
    Level espionage,
    Level privacy) {
  public Plan {
    outOfReach = List.copyOf(outOfReach);
    steps = List.copyOf(steps);
  }

  /// Whether the goal is met on every asset.
  public boolean isReached() {
    return outOfReach.isEmpty();
  }

  /// One remedy.
  ///
  /// @param remedy its id
  /// @param addresses the assets on which it is done; for a remedy of the whole site all that it
  ///     helps
  /// @param euros its price there
  /// @param silences ids of the rules that it silences, fired or open
  public record Step(String remedy, List<String> addresses, long euros, List<String> silences) {
    public Step {
      addresses = List.copyOf(addresses);
      silences = List.copyOf(silences);
    }
  }
}
