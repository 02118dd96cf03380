package lenswacht.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lenswacht.knowledge.PriceList;
import lenswacht.knowledge.Remedy;

/// Branch and bound over the remedies of the whole site; for each choice of those, every group of
/// assets takes its own cheapest remedies. A remedy never raises a level, so the price of a group
/// with all undecided remedies done is a lower bound.
///
/// What was found out about a group serves every goal that is searched for afterwards.
final class PlanSearch {
  private static final long NEVER = Long.MAX_VALUE / 4;

  /// Assets that a plan cannot tell apart.
  ///
  /// @param state one of them
  /// @param count how many
  record Member(PlannedState state, int count) {}

  /// What was chosen.
  ///
  /// @param euros price of everything
  /// @param site remedies of the whole site, one bit for each
  /// @param perMember all remedies that count for each member, those of the site included
  record Choice(long euros, long site, List<Long> perMember) {
    Choice {
      perMember = List.copyOf(perMember);
    }
  }

  /// Remedies that a group takes for itself.
  private record Own(long euros, long remedies) {}

  private final List<Remedy> remedies;
  private final PriceList prices;
  private final List<Kitchen> kitchens = new ArrayList<>();
  private final Map<Long, List<Own>> subsets = new HashMap<>();
  private final List<Integer> siteRemedies = new ArrayList<>();
  private long best;
  private long bestSite;

  /// @param allowed the remedies that may be used, one bit for each
  PlanSearch(List<Remedy> remedies, PriceList prices, List<Member> members, long allowed) {
    this.remedies = remedies;
    this.prices = prices;
    long anywhere = 0;
    for (Member member : members) {
      Kitchen kitchen = new Kitchen(member, allowed);
      kitchens.add(kitchen);
      anywhere |= kitchen.touched;
    }
    for (int remedy = 0; remedy < remedies.size(); remedy++) {
      if ((anywhere >> remedy & 1) != 0 && !remedies.get(remedy).perAsset()) {
        siteRemedies.add(remedy);
      }
    }
    siteRemedies.sort(
        Comparator.comparingInt((Integer remedy) -> prices.of(remedies.get(remedy))).reversed());
  }

  /// Whether some allowed remedies bring a member to the goal.
  boolean reaches(int member, Goal goal) {
    Kitchen kitchen = kitchens.get(member);
    return kitchen.member.state().reaches(goal, kitchen.touched);
  }

  /// The cheapest remedies that bring the members with these numbers to the goal; each must be able
  /// to reach it.
  Choice cheapest(Goal goal, List<Integer> members) {
    List<Kitchen> chosen = members.stream().map(kitchens::get).toList();
    best = NEVER;
    bestSite = 0;
    search(goal, chosen, 0, 0, 0);
    List<Long> perMember = new ArrayList<>();
    for (Kitchen kitchen : chosen) {
      perMember.add(bestSite | kitchen.own(goal, bestSite).remedies());
    }
    return new Choice(best, bestSite, perMember);
  }

  private void search(Goal goal, List<Kitchen> members, int depth, long site, long paid) {
    long undecided = 0;
    for (int i = depth; i < siteRemedies.size(); i++) {
      undecided |= 1L << siteRemedies.get(i);
    }
    long price = price(goal, members, site | undecided, best - paid);
    if (paid + price >= best) {
      return;
    }
    if (depth == siteRemedies.size()) {
      best = paid + price;
      bestSite = site;
      return;
    }
    int remedy = siteRemedies.get(depth);
    search(goal, members, depth + 1, site, paid);
    search(goal, members, depth + 1, site | 1L << remedy, paid + prices.of(remedies.get(remedy)));
  }

  /// Price of what all groups add, as far as it stays below `limit`.
  private static long price(Goal goal, List<Kitchen> members, long site, long limit) {
    long price = 0;
    for (int i = 0; i < members.size() && price < limit; i++) {
      long own = members.get(i).own(goal, site).euros();
      price = own >= NEVER ? NEVER : price + own * members.get(i).member.count();
    }
    return price;
  }

  /// Every set of these remedies, cheapest first.
  private List<Own> subsets(long own) {
    List<Own> known = subsets.get(own);
    if (known == null) {
      List<Own> sets = new ArrayList<>();
      sets.add(new Own(0, 0));
      for (int remedy = 0; remedy < remedies.size(); remedy++) {
        if ((own >> remedy & 1) != 0) {
          int price = prices.of(remedies.get(remedy));
          for (Own set : List.copyOf(sets)) {
            sets.add(new Own(set.euros() + price, set.remedies() | 1L << remedy));
          }
        }
      }
      sets.sort(
          Comparator.comparingLong(Own::euros)
              .thenComparingInt(set -> Long.bitCount(set.remedies()))
              .thenComparingLong(Own::remedies));
      known = List.copyOf(sets);
      subsets.put(own, known);
    }
    return known;
  }

  /// What one group can do, under whatever remedies of the site.
  private final class Kitchen {
    private final Member member;
    private final long touched;
    private final long perAsset;
    private final Map<Long, Menu> menus = new HashMap<>();

    Kitchen(Member member, long allowed) {
      this.member = member;
      long touches = 0;
      long own = 0;
      for (int remedy = 0; remedy < remedies.size(); remedy++) {
        if ((allowed >> remedy & 1) != 0 && member.state().isTouchedBy(remedy)) {
          touches |= 1L << remedy;
          own |= remedies.get(remedy).perAsset() ? 1L << remedy : 0;
        }
      }
      this.touched = touches;
      this.perAsset = own;
    }

    Own own(Goal goal, long site) {
      long counting = site & touched;
      Menu menu = menus.get(counting);
      if (menu == null) {
        menu = new Menu(member.state(), counting, perAsset);
        menus.put(counting, menu);
      }
      return menu.cheapest(goal);
    }
  }

  /// The sets of own remedies of a group under some of the site, as far as they were tried: those
  /// that no cheaper one beats.
  private final class Menu {
    private final PlannedState state;
    private final long site;
    private final List<Own> sets;
    private final int lowest;
    private final List<Own> worthwhile = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();
    private int tried;

    Menu(PlannedState state, long site, long perAsset) {
      this.state = state;
      this.site = site;
      this.lowest = state.outcome(site | perAsset);
      this.sets = subsets(state.useful(site, perAsset));
    }

    Own cheapest(Goal goal) {
      if (!PlannedState.meets(lowest, goal)) {
        return new Own(NEVER, 0);
      }
      for (int i = 0; i < worthwhile.size(); i++) {
        if (PlannedState.meets(levels.get(i), goal)) {
          return worthwhile.get(i);
        }
      }
      while (true) {
        Own set = sets.get(tried++);
        int outcome = state.outcome(site | set.remedies());
        boolean isBeaten = levels.stream().anyMatch(level -> PlannedState.beats(level, outcome));
        if (outcome != PlannedState.HARD_LEFT && !isBeaten) {
          worthwhile.add(set);
          levels.add(outcome);
          if (PlannedState.meets(outcome, goal)) {
            return set;
          }
        }
      }
    }
  }
}
