package lenswacht.assessment;

import java.util.HashMap;
import java.util.Map;
import lenswacht.knowledge.DecisionTable;
import lenswacht.knowledge.Factor;
import lenswacht.knowledge.PolicyPack;

/// The tables of a pack in numbers, for levels that are known. The way through them is that of
/// [Engine]; a test holds the two against each other.
final class Tables {
  private final Map<String, Integer> index = new HashMap<>();
  private final DecisionTable pathA;
  private final DecisionTable pathB;
  private final DecisionTable mitigation;
  private final DecisionTable impact;
  private final DecisionTable severity;
  private final DecisionTable outcome;

  Tables(PolicyPack pack) {
    for (Factor factor : pack.factors()) {
      index.put(factor.id(), index.size());
    }
    this.pathA = pack.table("T_A");
    this.pathB = pack.table("T_B");
    this.mitigation = pack.table("T_M");
    this.impact = pack.table("T_I");
    this.severity = pack.table("T_S");
    this.outcome = pack.table("RISK");
  }

  int size() {
    return index.size();
  }

  /// Place of a factor in the lists of levels.
  int index(String factor) {
    Integer place = index.get(factor);
    if (place == null) {
      throw new IllegalArgumentException("there is no factor " + factor);
    }
    return place;
  }

  private int of(int[] levels, String factor) {
    return levels[index(factor)];
  }

  int espionage(int[] levels) {
    int neglect = pathA.outcome(of(levels, "E_EXP"), of(levels, "E_WEAK"));
    int leverage = pathB.outcome(of(levels, "E_SUP"), of(levels, "E_ACC"));
    int supplier = mitigation.outcome(of(levels, "E_MIT"), leverage);
    int content = Math.max(of(levels, "E_BIO"), of(levels, "E_DATA"));
    return outcome.outcome(
        Math.max(neglect, supplier), impact.outcome(of(levels, "E_SITE"), content));
  }

  int privacy(int[] levels) {
    int harm = severity.outcome(of(levels, "P_ID"), of(levels, "P_SCOPE"));
    harm = Math.max(harm, Math.max(of(levels, "P_BIO"), of(levels, "P_AUD")));
    int neglect = pathA.outcome(of(levels, "E_EXP"), of(levels, "E_WEAK"));
    int likelihood = Math.max(of(levels, "P_RET"), of(levels, "P_SHARE"));
    likelihood = Math.max(neglect, Math.max(likelihood, of(levels, "P_LOG")));
    return Math.max(outcome.outcome(likelihood, harm), of(levels, "P_GATE"));
  }
}
