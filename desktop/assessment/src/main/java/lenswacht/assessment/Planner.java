package lenswacht.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.PriceList;
import lenswacht.knowledge.Remedy;

/// Finds the cheapest remedies that bring every asset of a site to a goal. The answer is exact: no
/// cheaper set of the same remedies reaches it. What is not determined is planned for as if it
/// turned out badly, so finding out can only make a plan cheaper.
public final class Planner {
  private static final int MOST_BITS = 62;

  private final PolicyPack pack;
  private final Tables tables;
  private final List<Remedy> remedies;
  private final Set<String> hard;
  private final PriceList prices;

  /// @param edition rules, tables and remedies
  /// @param prices what remedies cost here
  public Planner(Edition edition, PriceList prices) {
    this.pack = edition.pack();
    this.tables = new Tables(pack);
    this.remedies = edition.remedies().all();
    this.hard = edition.remedies().hard();
    this.prices = prices;
    if (remedies.size() > MOST_BITS) {
      throw new IllegalArgumentException("there are more than " + MOST_BITS + " remedies");
    }
  }

  /// The cheapest plan for a goal. Where some assets cannot reach it, they are named and the steps
  /// are those that bring all others there.
  public Plan plan(List<RatedAsset> assets, Goal goal) {
    return new Site(assets, allowed(goal.purposeMayChange(), goal.refused())).plan(goal);
  }

  /// The assets of a site, with what was found out about them while planning.
  private final class Site {
    private final List<Group> groups;
    private final PlanSearch search;

    Site(List<RatedAsset> assets, long allowed) {
      this.groups = groups(assets);
      this.search =
          new PlanSearch(remedies, prices, groups.stream().map(Group::member).toList(), allowed);
    }

    boolean reaches(Goal goal) {
      return IntStream.range(0, groups.size()).allMatch(group -> search.reaches(group, goal));
    }

    Plan plan(Goal goal) {
      List<String> outOfReach = new ArrayList<>();
      List<Integer> reachable = new ArrayList<>();
      for (int i = 0; i < groups.size(); i++) {
        if (search.reaches(i, goal)) {
          reachable.add(i);
        } else {
          outOfReach.addAll(groups.get(i).addresses);
        }
      }
      PlanSearch.Choice choice = search.cheapest(goal, reachable);
      Map<Group, Long> done = new LinkedHashMap<>();
      for (int i = 0; i < reachable.size(); i++) {
        done.put(groups.get(reachable.get(i)), choice.perMember().get(i));
      }
      for (Group group : groups) {
        done.putIfAbsent(group, choice.site());
      }
      return written(goal, outOfReach, choice, done);
    }
  }

  private Plan written(
      Goal goal, List<String> outOfReach, PlanSearch.Choice choice, Map<Group, Long> done) {
    List<Plan.Step> steps = new ArrayList<>();
    for (int remedy = 0; remedy < remedies.size(); remedy++) {
      long bit = 1L << remedy;
      List<String> addresses = new ArrayList<>();
      Set<String> silences = new TreeSet<>();
      for (Map.Entry<Group, Long> group : done.entrySet()) {
        if ((group.getValue() & bit) != 0 && group.getKey().state.isTouchedBy(remedy)) {
          addresses.addAll(group.getKey().addresses);
          silences.addAll(group.getKey().silencedBy(remedies.get(remedy)));
        }
      }
      if (!addresses.isEmpty()) {
        Remedy step = remedies.get(remedy);
        long times = step.perAsset() ? addresses.size() : 1;
        addresses.sort(Comparator.naturalOrder());
        steps.add(
            new Plan.Step(step.id(), addresses, times * prices.of(step), List.copyOf(silences)));
      }
    }
    int espionage = 0;
    int privacy = 0;
    for (Map.Entry<Group, Long> group : done.entrySet()) {
      espionage = Math.max(espionage, group.getKey().state.espionage(group.getValue()));
      privacy = Math.max(privacy, group.getKey().state.privacy(group.getValue()));
    }
    outOfReach.sort(Comparator.naturalOrder());
    return new Plan(
        goal, outOfReach, choice.euros(), steps, Level.of(espionage), Level.of(privacy));
  }

  /// Every plan that is worth its money: none is both cheaper and at least as good as another.
  /// Cheapest first; the first may cost nothing and clear only what must be cleared.
  public List<Plan> front(List<RatedAsset> assets, boolean purposeMayChange) {
    return front(assets, purposeMayChange, Set.of());
  }

  /// The same without the remedies that the owner refused.
  public List<Plan> front(List<RatedAsset> assets, boolean purposeMayChange, Set<String> refused) {
    Site site = new Site(assets, allowed(purposeMayChange, refused));
    List<Plan> plans = new ArrayList<>();
    for (Level espionage : List.of(Level.values()).reversed()) {
      for (Level privacy : List.of(Level.values()).reversed()) {
        Goal goal = new Goal(espionage, privacy, purposeMayChange, refused);
        if (site.reaches(goal) && plans.stream().noneMatch(plan -> serves(plan, goal))) {
          plans.add(site.plan(goal));
        }
      }
    }
    plans.sort(
        Comparator.comparingLong(Plan::euros)
            .thenComparing(Plan::espionage)
            .thenComparing(Plan::privacy));
    List<Plan> front = new ArrayList<>();
    for (Plan plan : plans) {
      boolean worse =
          front.stream()
              .anyMatch(
                  better ->
                      better.espionage().compareTo(plan.espionage()) <= 0
                          && better.privacy().compareTo(plan.privacy()) <= 0);
      if (!worse) {
        front.add(plan);
      }
    }
    return List.copyOf(front);
  }

  /// Whether a plan for a laxer goal is the cheapest for this one too, because it reaches it.
  private static boolean serves(Plan plan, Goal goal) {
    return plan.goal().espionage().compareTo(goal.espionage()) >= 0
        && plan.goal().privacy().compareTo(goal.privacy()) >= 0
        && plan.espionage().compareTo(goal.espionage()) <= 0
        && plan.privacy().compareTo(goal.privacy()) <= 0;
  }

  /// The best plan that a budget pays: the lowest of the higher of the two levels, then of the
  /// espionage level, then of the privacy level, then the cheapest. The two are compared, never
  /// added. Empty where even what must be cleared costs more.
  public Optional<Plan> within(List<RatedAsset> assets, long euros, boolean purposeMayChange) {
    return within(front(assets, purposeMayChange), euros);
  }

  /// The same, out of a front that is there.
  public static Optional<Plan> within(List<Plan> front, long euros) {
    return front.stream()
        .filter(plan -> plan.euros() <= euros)
        .min(
            Comparator.comparing((Plan plan) -> plan.espionage().max(plan.privacy()))
                .thenComparing(Plan::espionage)
                .thenComparing(Plan::privacy)
                .thenComparingLong(Plan::euros));
  }

  private long allowed(boolean purposeMayChange, Set<String> refused) {
    long allowed = 0;
    for (int remedy = 0; remedy < remedies.size(); remedy++) {
      Remedy one = remedies.get(remedy);
      boolean wanted = purposeMayChange || !one.affectsPurpose();
      if (wanted && !refused.contains(one.id())) {
        allowed |= 1L << remedy;
      }
    }
    return allowed;
  }

  /// Assets that a plan cannot tell apart.
  private static final class Group {
    final PlannedState state;
    final List<String> rules;
    final List<String> addresses = new ArrayList<>();

    Group(PlannedState state, List<String> rules) {
      this.state = state;
      this.rules = rules;
    }

    PlanSearch.Member member() {
      return new PlanSearch.Member(state, addresses.size());
    }

    List<String> silencedBy(Remedy remedy) {
      return remedy.clears().stream().filter(rules::contains).toList();
    }
  }

  private List<Group> groups(List<RatedAsset> assets) {
    Map<List<Object>, Group> groups = new LinkedHashMap<>();
    Map<String, RatedAsset> sorted = new TreeMap<>();
    assets.forEach(asset -> sorted.put(asset.address(), asset));
    for (RatedAsset asset : sorted.values()) {
      PlannedState.Active rules = rules(asset);
      PlannedState state = new PlannedState(pack, tables, remedies, hard, rules);
      List<Object> likeness = new ArrayList<>(state.likeness());
      likeness.add(rules.all());
      groups
          .computeIfAbsent(likeness, _ -> new Group(state, rules.all()))
          .addresses
          .add(asset.address());
    }
    return List.copyOf(groups.values());
  }

  /// The rules that fire or could, in the order of the pack.
  private PlannedState.Active rules(RatedAsset asset) {
    Set<String> fired = new LinkedHashSet<>();
    Set<String> open = new LinkedHashSet<>();
    asset.findings().forEach(finding -> fired.add(finding.rule()));
    for (Rating rating : List.of(asset.espionage(), asset.privacy())) {
      rating.factors().forEach(factor -> fired.addAll(factor.fired()));
      rating.factors().forEach(factor -> open.addAll(factor.open()));
    }
    List<String> all =
        pack.rules().stream()
            .filter(rule -> !rule.effects().isEmpty() || hard.contains(rule.id()))
            .map(rule -> rule.id())
            .filter(rule -> fired.contains(rule) || open.contains(rule))
            .toList();
    if (all.size() > Long.SIZE) {
      throw new IllegalStateException("more than " + Long.SIZE + " rules are active at once");
    }
    return new PlannedState.Active(fired, all);
  }
}
