package lenswacht.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lenswacht.knowledge.DecisionTable;
import lenswacht.knowledge.Effect;
import lenswacht.knowledge.Factor;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.Rule;
import lenswacht.knowledge.Truth;

/// Fired rules to factors, factors to tables, tables to ratings. Nothing is added or averaged; each
/// step is a look-up or a maximum. All look-ups are done twice, with every unknown turning out well
/// and with every unknown turning out badly.
final class Engine {
  /// Name of the step that takes the higher of two.
  static final String MAX = "MAX";

  private static final List<String> ESPIONAGE =
      List.of("E_EXP", "E_WEAK", "E_SUP", "E_ACC", "E_MIT", "E_SITE", "E_BIO", "E_DATA");
  private static final List<String> PRIVACY =
      List.of(
          "P_ID", "P_SCOPE", "P_BIO", "P_AUD", "P_RET", "P_SHARE", "P_LOG", "P_GATE", "E_EXP",
          "E_WEAK");

  private final PolicyPack pack;
  private final Map<String, List<Touch>> effects = new LinkedHashMap<>();

  Engine(PolicyPack pack) {
    this.pack = pack;
    for (Rule rule : pack.rules()) {
      for (Effect effect : rule.effects()) {
        effects
            .computeIfAbsent(effect.factor(), _ -> new ArrayList<>())
            .add(new Touch(rule.id(), effect, Truth.NOT_DETERMINED));
      }
    }
  }

  /// The rating of one axis.
  Rating rate(Axis axis, Reading reading) {
    Walk walk = walk(axis, reading);
    return new Rating(
        axis,
        walk.level,
        List.copyOf(walk.factors.values()),
        walk.steps,
        decidedBy(axis, reading, walk));
  }

  private static List<String> factors(Axis axis) {
    return switch (axis) {
      case ESPIONAGE -> ESPIONAGE;
      case PRIVACY -> PRIVACY;
    };
  }

  private Walk walk(Axis axis, Reading reading) {
    Walk walk = new Walk();
    for (String factor : factors(axis)) {
      walk.factors.put(factor, factor(pack.factor(factor), reading));
    }
    walk.level =
        switch (axis) {
          case ESPIONAGE -> espionage(walk);
          case PRIVACY -> privacy(walk);
        };
    return walk;
  }

  private Interval espionage(Walk walk) {
    Interval neglect = walk.look(pack.table("T_A"), walk.of("E_EXP"), walk.of("E_WEAK"));
    Interval leverage = walk.look(pack.table("T_B"), walk.of("E_SUP"), walk.of("E_ACC"));
    Interval supplier = walk.look(pack.table("T_M"), walk.of("E_MIT"), leverage);
    Interval likelihood = walk.max(neglect, supplier);
    Interval content = walk.max(walk.of("E_BIO"), walk.of("E_DATA"));
    Interval impact = walk.look(pack.table("T_I"), walk.of("E_SITE"), content);
    return walk.look(pack.table("RISK"), likelihood, impact);
  }

  /// Likelihood: retention, recipients, transparency, or neglect that lets an outsider in. Decision
  /// 0018 says why.
  private Interval privacy(Walk walk) {
    Interval severity = walk.look(pack.table("T_S"), walk.of("P_ID"), walk.of("P_SCOPE"));
    severity = walk.max(severity, walk.of("P_BIO"));
    severity = walk.max(severity, walk.of("P_AUD"));
    Interval neglect = walk.look(pack.table("T_A"), walk.of("E_EXP"), walk.of("E_WEAK"));
    Interval likelihood = walk.max(walk.of("P_RET"), walk.of("P_SHARE"));
    likelihood = walk.max(likelihood, walk.of("P_LOG"));
    likelihood = walk.max(likelihood, neglect);
    Interval outcome = walk.look(pack.table("RISK"), likelihood, severity);
    return walk.max(outcome, walk.of("P_GATE"));
  }

  /// One way through the tables.
  private static final class Walk {
    final Map<String, FactorReading> factors = new LinkedHashMap<>();
    final List<Rating.TableStep> steps = new ArrayList<>();
    Interval level = Interval.exactly(Level.VERY_LOW);

    Interval of(String factor) {
      FactorReading reading = factors.get(factor);
      if (reading == null) {
        throw new IllegalStateException("the walk has no factor " + factor);
      }
      return reading.level();
    }

    Interval look(DecisionTable table, Interval row, Interval column) {
      Interval outcome =
          new Interval(
              Level.of(table.outcome(row.best().number(), column.best().number())),
              Level.of(table.outcome(row.worst().number(), column.worst().number())));
      steps.add(new Rating.TableStep(table.id(), row, column, outcome));
      return outcome;
    }

    Interval max(Interval row, Interval column) {
      Interval outcome =
          new Interval(row.best().max(column.best()), row.worst().max(column.worst()));
      steps.add(new Rating.TableStep(MAX, row, column, outcome));
      return outcome;
    }
  }

  private record Touch(String rule, Effect effect, Truth truth) {}

  /// The level of one factor. A rule that could still fire moves the worst end only; a start that
  /// could still hold moves the best end only.
  private FactorReading factor(Factor factor, Reading reading) {
    List<Touch> touches = touches(factor.id(), reading);
    int best = factor.base();
    int worst = factor.base();
    for (Touch touch : touches) {
      if (touch.effect().kind() == Effect.Kind.START) {
        best = Math.min(best, touch.effect().level());
        worst = touch.truth() == Truth.YES ? Math.min(worst, touch.effect().level()) : worst;
      }
    }
    for (Touch touch : touches) {
      if (touch.effect().kind() == Effect.Kind.RAISE) {
        worst = Math.max(worst, touch.effect().level());
        best = touch.truth() == Truth.YES ? Math.max(best, touch.effect().level()) : best;
      }
    }
    return new FactorReading(
        factor.id(),
        new Interval(Level.of(best), Level.of(worst)),
        rules(touches, Truth.YES),
        rules(touches, Truth.NOT_DETERMINED));
  }

  private static List<String> rules(List<Touch> touches, Truth truth) {
    return touches.stream()
        .filter(touch -> touch.truth() == truth)
        .sorted(Comparator.comparingInt((Touch touch) -> touch.effect().level()).reversed())
        .map(Touch::rule)
        .toList();
  }

  /// Effects on `factor` of rules that fire or could.
  private List<Touch> touches(String factor, Reading reading) {
    List<Touch> touches = new ArrayList<>();
    for (Touch possible : effects.getOrDefault(factor, List.of())) {
      Truth truth = reading.of(possible.rule());
      if (truth != Truth.NO) {
        touches.add(new Touch(possible.rule(), possible.effect(), truth));
      }
    }
    return touches;
  }

  /// The rules that hold each factor up on which the headline hangs: first those at its very level,
  /// and where silencing these is not enough, all that raise it. Where no single factor decides,
  /// those of all factors together.
  private List<String> decidedBy(Axis axis, Reading reading, Walk walk) {
    for (boolean whole : new boolean[] {false, true}) {
      Set<String> deciding = new LinkedHashSet<>();
      Set<String> all = new LinkedHashSet<>();
      for (FactorReading factor : walk.factors.values()) {
        Set<String> raising = whole ? raising(factor, reading) : holding(factor, reading);
        all.addAll(raising);
        if (isLower(axis, reading, raising, walk.level)) {
          deciding.addAll(raising);
        }
      }
      if (deciding.isEmpty() && isLower(axis, reading, all, walk.level)) {
        deciding.addAll(all);
      }
      if (!deciding.isEmpty()) {
        return pack.rules().stream().map(Rule::id).filter(deciding::contains).toList();
      }
    }
    return List.of();
  }

  private boolean isLower(Axis axis, Reading reading, Set<String> silenced, Interval level) {
    return !silenced.isEmpty()
        && walk(axis, reading.without(silenced)).level.worst().compareTo(level.worst()) < 0;
  }

  /// The rules that raise `factor` or could.
  private Set<String> raising(FactorReading factor, Reading reading) {
    Set<String> raising = new LinkedHashSet<>();
    for (Touch touch : touches(factor.factor(), reading)) {
      if (touch.effect().kind() == Effect.Kind.RAISE) {
        raising.add(touch.rule());
      }
    }
    return raising;
  }

  /// The rules that put `factor` where its worst end is.
  private Set<String> holding(FactorReading factor, Reading reading) {
    Set<String> holding = new LinkedHashSet<>();
    int worst = factor.level().worst().number();
    for (Touch touch : touches(factor.factor(), reading)) {
      if (touch.effect().kind() == Effect.Kind.RAISE && touch.effect().level() == worst) {
        holding.add(touch.rule());
      }
    }
    return holding;
  }
}
