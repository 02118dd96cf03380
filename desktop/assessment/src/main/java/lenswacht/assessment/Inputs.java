package lenswacht.assessment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.Rule;
import lenswacht.knowledge.Truth;

/// How much of what the model asks for was known.
///
/// @param known fields of the pack that have a value and that a rule looks at, sorted
/// @param open fields without a value that a rule still waits for, sorted
public record Inputs(List<String> known, List<String> open) {
  public Inputs {
    known = List.copyOf(known);
    open = List.copyOf(open);
  }

  static Inputs of(PolicyPack pack, Facts facts, Reading reading) {
    Set<String> known = new TreeSet<>();
    Set<String> open = new TreeSet<>();
    for (Rule rule : pack.rules()) {
      for (String field : pack.asked(rule)) {
        if (facts.value(field).isPresent()) {
          known.add(field);
        } else if (reading.of(rule.id()) == Truth.NOT_DETERMINED) {
          open.add(field);
        }
      }
    }
    return new Inputs(List.copyOf(known), List.copyOf(open));
  }

  /// What [#coverage] gives, without naming the fields.
  static double coverage(PolicyPack pack, Facts facts, Reading reading) {
    Set<String> known = new HashSet<>();
    Set<String> open = new HashSet<>();
    for (Rule rule : pack.rules()) {
      boolean waits = reading.of(rule.id()) == Truth.NOT_DETERMINED;
      for (String field : pack.asked(rule)) {
        if (facts.value(field).isPresent()) {
          known.add(field);
        } else if (waits) {
          open.add(field);
        }
      }
    }
    int all = known.size() + open.size();
    return all == 0 ? 0 : (double) known.size() / all;
  }

  /// Share of the inputs that are known among those that are known or that a rule waits for, from
  /// 0 to 1.
  public double coverage() {
    int all = known.size() + open.size();
    return all == 0 ? 0 : (double) known.size() / all;
  }
}
