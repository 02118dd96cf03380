package lenswacht.assessment;

import java.util.List;

/// One grade on one axis, with the whole way to it.
///
/// @param axis what is rated
/// @param level as far as known; the headline is the worst
/// @param factors every factor that went in
/// @param steps the table look-ups in order, each traceable to a table of the policy pack
/// @param decidedBy ids of the rules without which the headline would be lower
public record Rating(
    Axis axis,
    Interval level,
    List<FactorReading> factors,
    List<TableStep> steps,
    List<String> decidedBy) {
  public Rating {
    factors = List.copyOf(factors);
    steps = List.copyOf(steps);
    decidedBy = List.copyOf(decidedBy);
  }

  /// One look-up in a decision table.
  ///
  /// @param table id, for example `T_A`
  /// @param row what went in along the rows
  /// @param column what went in along the columns
  /// @param outcome what came out
  public record TableStep(String table, Interval row, Interval column, Interval outcome) {}
}
