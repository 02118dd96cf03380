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

  /// The cheapest remedies of a group under some remedies of the site.
  private record Own(long euros, long remedies) {}

  private final List<Remedy> remedies;
  private final PriceList prices;
  private final List<Member> members;
  private final List<Map<Long, Own>> known = new ArrayList<>();
  private final List<List<Own>> subsets = new ArrayList<>();
  private final List<Long> touched = new ArrayList<>();
  private final List<Integer> siteRemedies = new ArrayList<>();
  private long best;
  private long bestSite;

  PlanSearch(List<Remedy> remedies, PriceList prices, List<Member> members) {
    this.remedies = remedies;
    this.prices = prices;
    this.members = members;
  }

  Choice cheapest(Goal goal, long allowed) {
    long anywhere = 0;
    for (Member member : members) {
      long touches = touches(member, allowed);
      touched.add(touches);
      anywhere |= touches;
      known.add(new HashMap<>());
      subsets.add(subsets(touches));
    }
    for (int remedy = 0; remedy < remedies.size(); remedy++) {
      if ((anywhere >> remedy & 1) != 0 && !remedies.get(remedy).perAsset()) {
        siteRemedies.add(remedy);
      }
    }
    siteRemedies.sort(
        Comparator.comparingInt((Integer remedy) -> prices.of(remedies.get(remedy))).reversed());
    best = NEVER;
    search(goal, 0, 0, 0);
    List<Long> perMember = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      perMember.add(bestSite | own(goal, i, bestSite).remedies());
    }
    return new Choice(best, bestSite, perMember);
  }

  /// The allowed remedies that do anything for a group.
  private long touches(Member member, long allowed) {
    long touches = 0;
    for (int remedy = 0; remedy < remedies.size(); remedy++) {
      if ((allowed >> remedy & 1) != 0 && member.state().isTouchedBy(remedy)) {
        touches |= 1L << remedy;
      }
    }
    return touches;
  }

  /// Every set of a group's own remedies, cheapest first.
  private List<Own> subsets(long touches) {
    List<Own> sets = new ArrayList<>();
    sets.add(new Own(0, 0));
    for (int remedy = 0; remedy < remedies.size(); remedy++) {
      if ((touches >> remedy & 1) != 0 && remedies.get(remedy).perAsset()) {
        long bit = 1L << remedy;
        int price = prices.of(remedies.get(remedy));
        for (Own set : List.copyOf(sets)) {
          sets.add(new Own(set.euros() + price, set.remedies() | bit));
        }
      }
    }
    sets.sort(
        Comparator.comparingLong(Own::euros)
            .thenComparingInt(set -> Long.bitCount(set.remedies()))
            .thenComparingLong(Own::remedies));
    return sets;
  }

  private void search(Goal goal, int depth, long site, long paid) {
    long undecided = 0;
    for (int i = depth; i < siteRemedies.size(); i++) {
      undecided |= 1L << siteRemedies.get(i);
    }
    if (paid + price(goal, site | undecided, best - paid) >= best) {
      return;
    }
    if (depth == siteRemedies.size()) {
      best = paid + price(goal, site, best - paid);
      bestSite = site;
      return;
    }
    int remedy = siteRemedies.get(depth);
    search(goal, depth + 1, site, paid);
    search(goal, depth + 1, site | 1L << remedy, paid + prices.of(remedies.get(remedy)));
  }

  /// Price of what all groups add, as far as it stays below `limit`.
  private long price(Goal goal, long site, long limit) {
    long price = 0;
    for (int i = 0; i < members.size() && price < limit; i++) {
      long own = own(goal, i, site).euros();
      price = own >= NEVER ? NEVER : price + own * members.get(i).count();
    }
    return price;
  }

  private Own own(Goal goal, int index, long site) {
    long counting = site & touched.get(index);
    Map<Long, Own> memory = known.get(index);
    Own own = memory.get(counting);
    if (own == null) {
      own = cheapestOwn(goal, index, counting);
      memory.put(counting, own);
    }
    return own;
  }

  private Own cheapestOwn(Goal goal, int index, long site) {
    PlannedState state = members.get(index).state();
    List<Own> sets = subsets.get(index);
    long everything = sets.stream().mapToLong(Own::remedies).reduce(0, (one, other) -> one | other);
    if (!state.reaches(goal, site | everything)) {
      return new Own(NEVER, 0);
    }
    return sets.stream()
        .filter(set -> state.reaches(goal, site | set.remedies()))
        .findFirst()
        .orElseThrow();
  }
}
