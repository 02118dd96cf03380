package lenswacht.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import lenswacht.knowledge.Effect;
import lenswacht.knowledge.Factor;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.Remedy;
import lenswacht.knowledge.Rule;

/// One asset, or several that a plan cannot tell apart, in numbers: what its worst levels would be
/// once some remedies are done. The same tables as [Engine], a thousand times faster.
final class PlannedState {
  /// The outcome where a rule is left that must be silenced.
  static final int HARD_LEFT = -1;

  private static final int BITS = 3;
  private static final int MASK = 7;

  /// A rule that holds a factor up.
  private record Raise(int factor, int level, long rule) {}

  /// A limit on a factor that counts once some rules are quiet.
  private record Cap(long remedy, int factor, int level, long quiet) {}

  private final Tables tables;
  private final int[] base;
  private final List<Raise> raises = new ArrayList<>();
  private final List<Cap> caps = new ArrayList<>();
  private final long[] clears;
  private final long hard;
  private final long active;

  /// @param rules ids of the rules of one asset that fire, and those that still could
  PlannedState(
      PolicyPack pack, Tables tables, List<Remedy> remedies, Set<String> hardRules, Active rules) {
    this.tables = tables;
    Map<String, Long> bits = bits(rules.all(), remedies, hardRules);
    this.active = bits.values().stream().reduce(0L, (one, other) -> one | other);
    this.hard = bits(hardRules, bits);
    this.clears = remedies.stream().mapToLong(remedy -> bits(remedy.clears(), bits)).toArray();
    this.base = new int[tables.size()];
    for (Factor factor : pack.factors()) {
      base[tables.index(factor.id())] = factor.base();
    }
    for (Rule rule : pack.rules()) {
      for (Effect effect : rule.effects()) {
        Long bit = bits.get(rule.id());
        int factor = tables.index(effect.factor());
        if (effect.kind() == Effect.Kind.START && rules.fired().contains(rule.id())) {
          base[factor] = Math.min(base[factor], effect.level());
        } else if (effect.kind() == Effect.Kind.RAISE && bit != null) {
          raises.add(new Raise(factor, effect.level(), bit));
        }
      }
    }
    for (int remedy = 0; remedy < remedies.size(); remedy++) {
      for (String cap : remedies.get(remedy).caps()) {
        String[] parts = cap.split("<=", 2);
        caps.add(
            new Cap(
                1L << remedy,
                tables.index(parts[0]),
                Integer.parseInt(parts[1]),
                bits(remedies.get(remedy).capsIfQuiet(), bits)));
      }
    }
  }

  /// The rules of one asset that count.
  ///
  /// @param fired those that fire
  /// @param all those that fire, and those that still could
  record Active(Set<String> fired, List<String> all) {}

  /// What a plan can tell of a rule: which remedies clear it, which limits wait for it, and whether
  /// it must be silenced. Rules of one kind share a bit, since they stay or go together.
  private record Kind(List<Integer> cleared, List<Integer> waited, boolean hard) {}

  private static Map<String, Long> bits(
      List<String> rules, List<Remedy> remedies, Set<String> hardRules) {
    Map<String, Long> bits = new HashMap<>();
    Map<Kind, Long> kinds = new HashMap<>();
    for (String rule : rules) {
      Kind kind =
          new Kind(
              indices(remedies, remedy -> remedy.clears().contains(rule)),
              indices(remedies, remedy -> remedy.capsIfQuiet().contains(rule)),
              hardRules.contains(rule));
      bits.put(rule, kinds.computeIfAbsent(kind, _ -> 1L << kinds.size()));
    }
    if (kinds.size() > Long.SIZE) {
      throw new IllegalArgumentException("a plan tells at most 64 kinds of rules apart");
    }
    return bits;
  }

  private static List<Integer> indices(List<Remedy> remedies, Predicate<Remedy> which) {
    return IntStream.range(0, remedies.size())
        .filter(index -> which.test(remedies.get(index)))
        .boxed()
        .toList();
  }

  private static long bits(Collection<String> rules, Map<String, Long> bits) {
    long mask = 0;
    for (String rule : rules) {
      mask |= bits.getOrDefault(rule, 0L);
    }
    return mask;
  }

  /// The rules that `remedies` leave.
  private long left(long remedies) {
    long left = active;
    for (int remedy = 0; remedy < clears.length; remedy++) {
      if ((remedies >> remedy & 1) != 0) {
        left &= ~clears[remedy];
      }
    }
    return left;
  }

  private int[] factors(long remedies, long left) {
    int[] levels = base.clone();
    for (Raise raise : raises) {
      if ((raise.rule() & left) != 0) {
        levels[raise.factor()] = Math.max(levels[raise.factor()], raise.level());
      }
    }
    for (Cap cap : caps) {
      if ((cap.remedy() & remedies) != 0 && (cap.quiet() & left) == 0) {
        levels[cap.factor()] = Math.min(levels[cap.factor()], cap.level());
      }
    }
    return levels;
  }

  /// The headline on the espionage axis once `remedies` are done, one bit for each.
  int espionage(long remedies) {
    return tables.espionage(factors(remedies, left(remedies)));
  }

  /// The headline on the privacy axis once `remedies` are done.
  int privacy(long remedies) {
    return tables.privacy(factors(remedies, left(remedies)));
  }

  /// Whether `remedies` reach the goal and leave no rule that must be silenced.
  boolean reaches(Goal goal, long remedies) {
    return meets(outcome(remedies), goal);
  }

  /// Both headlines once `remedies` are done, in one number; `HARD_LEFT` where a rule is left that
  /// must be silenced.
  int outcome(long remedies) {
    long left = left(remedies);
    if ((left & hard) != 0) {
      return HARD_LEFT;
    }
    int[] levels = factors(remedies, left);
    return tables.espionage(levels) << BITS | tables.privacy(levels);
  }

  /// Whether an outcome is within a goal.
  static boolean meets(int outcome, Goal goal) {
    return outcome != HARD_LEFT
        && outcome >> BITS <= goal.espionage().number()
        && (outcome & MASK) <= goal.privacy().number();
  }

  /// Whether the first outcome is at least as low as the second on both axes.
  static boolean beats(int one, int other) {
    return one >> BITS <= other >> BITS && (one & MASK) <= (other & MASK);
  }

  /// Those of `own` that still do anything once the remedies of the site are done.
  long useful(long site, long own) {
    long left = left(site);
    long useful = 0;
    for (int remedy = 0; remedy < clears.length; remedy++) {
      long bit = 1L << remedy;
      if ((own & bit) != 0 && ((clears[remedy] & left) != 0 || limits(bit, left))) {
        useful |= bit;
      }
    }
    return useful;
  }

  /// Whether a remedy limits a factor that these rules can hold above the limit.
  private boolean limits(long remedy, long left) {
    for (Cap cap : caps) {
      if (cap.remedy() == remedy && highest(cap.factor(), left) > cap.level()) {
        return true;
      }
    }
    return false;
  }

  private int highest(int factor, long left) {
    int level = base[factor];
    for (Raise raise : raises) {
      if (raise.factor() == factor && (raise.rule() & left) != 0) {
        level = Math.max(level, raise.level());
      }
    }
    return level;
  }

  /// Whether a remedy does anything here.
  boolean isTouchedBy(int remedy) {
    return (clears[remedy] & active) != 0 || limits(1L << remedy, active);
  }

  /// What two assets share that a plan cannot tell apart.
  List<Object> likeness() {
    return List.of(
        Arrays.hashCode(base),
        List.copyOf(raises),
        List.copyOf(caps),
        hard,
        active,
        Arrays.stream(clears).boxed().toList(),
        Arrays.stream(base).boxed().toList());
  }
}
