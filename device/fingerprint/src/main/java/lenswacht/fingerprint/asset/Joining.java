package lenswacht.fingerprint.asset;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import lenswacht.fingerprint.Confidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;

/// Puts fronts together that share a mark which only one asset can have, the most telling mark
/// first. A mark that turns up where it cannot be one asset's joins nothing.
///
/// Missing a camera is worse than counting one twice: where the signs are even, nothing is joined.
final class Joining {
  /// More addresses than one asset has.
  private static final int MOST_ADDRESSES = 8;

  /// More IPv4 addresses on one network card than an asset has; a router may answer for any number.
  private static final int MOST_ON_A_CARD = 3;

  private static final int MOST_CARDS = 2;

  private final List<Front> fronts;
  private final Set<InetAddress> gateways;
  private final int[] parents;
  private final Map<Integer, Traits> traits = new TreeMap<>();
  private final Map<Integer, List<Join>> joins = new TreeMap<>();
  private final Set<String> routerMacs = new TreeSet<>();

  /// @param fronts in order
  /// @param gateways addresses of routers, as far as known
  Joining(List<Front> fronts, Set<InetAddress> gateways) {
    this.fronts = fronts;
    this.gateways = gateways;
    this.parents = new int[fronts.size()];
    Map<Mark, List<Integer>> bearers = new TreeMap<>();
    for (int i = 0; i < fronts.size(); i++) {
      parents[i] = i;
      traits.put(i, fronts.get(i).traits());
      if (fronts.get(i).isBelieved()) {
        for (Mark mark : fronts.get(i).marks().keySet()) {
          bearers.computeIfAbsent(mark, first -> new ArrayList<>()).add(i);
        }
      }
    }
    bearers.forEach(
        (mark, bearing) -> {
          if (bearing.size() > 1) {
            weigh(mark, bearing);
          }
        });
    sharedCertificates(bearers);
  }

  /// Hardware addresses of routers that answer for others.
  Set<String> routerMacs() {
    return routerMacs;
  }

  /// The fronts of one asset, and why they are one.
  record Part(List<Front> fronts, List<Join> joins) {}

  /// One part for each asset, in order.
  List<Part> parts() {
    Map<Integer, List<Front>> parts = new LinkedHashMap<>();
    for (int i = 0; i < parents.length; i++) {
      parts.computeIfAbsent(root(i), first -> new ArrayList<>()).add(fronts.get(i));
    }
    return parts.entrySet().stream()
        .map(part -> new Part(part.getValue(), joins.getOrDefault(part.getKey(), List.of())))
        .toList();
  }

  private int root(int front) {
    return parents[front] == front ? front : root(parents[front]);
  }

  private void weigh(Mark mark, List<Integer> bearing) {
    switch (mark.kind()) {
      case SERIAL -> serial(mark, bearing);
      case HARDWARE_ADDRESS -> hardware(mark, bearing);
      case ENDPOINT -> {
        if (isCrowd(bearing) || contradict(bearing) || isOfSeveral(bearing, 1)) {
          share(mark, bearing);
        } else {
          join(mark, bearing, Confidence.LIKELY);
        }
      }
      case CERTIFICATE -> {
        if (!isCrowd(bearing) && isOfOneUnit(bearing) && !contradict(bearing)) {
          join(mark, bearing, Confidence.LIKELY);
        }
      }
    }
  }

  private void serial(Mark mark, List<Integer> bearing) {
    if (isCrowd(bearing) || contradict(bearing) || isOfSeveral(bearing, MOST_CARDS)) {
      share(mark, bearing);
    } else {
      join(mark, bearing, cards(bearing).size() > 1 ? Confidence.LIKELY : Confidence.CERTAIN);
    }
  }

  /// Whether there are more network cards than one asset has. A camera that says it has a sensor
  /// for each of them, with addresses that follow each other, is one housing.
  private boolean isOfSeveral(List<Integer> bearing, int most) {
    Set<String> cards = cards(bearing);
    return cards.size() > most
        && !(follow(cards)
            && bearing.stream().map(fronts::get).anyMatch(it -> it.sensors() == cards.size()));
  }

  /// Whether the hardware addresses, of which there are several, count up without a gap.
  private static boolean follow(Set<String> macs) {
    TreeSet<String> ordered = new TreeSet<>(macs);
    return ordered.size() > 1
        && Long.parseLong(ordered.last(), 16) - Long.parseLong(ordered.first(), 16)
            == ordered.size() - 1;
  }

  private void hardware(Mark mark, List<Integer> bearing) {
    long onCard =
        bearing.stream()
            .map(i -> fronts.get(i).address())
            .filter(Inet4Address.class::isInstance)
            .distinct()
            .count();
    boolean isTorn = roots(bearing) > 1 && (contradict(bearing) || diverge(bearing));
    boolean isRouter = roots(bearing) > 1 && onCard > 1 && bearing.stream().anyMatch(this::routes);
    long saying = bearing.stream().filter(i -> fronts.get(i).says(mark.value())).count();
    if (isTorn && saying > 1) {
      warn(Caution.Kind.HARDWARE_ADDRESS_TWICE, Confidence.CERTAIN, mark, bearing);
    } else if (isRouter
        || (isTorn && onCard > 2)
        || (roots(bearing) > 1 && onCard > MOST_ON_A_CARD)
        || (isTorn && deny(mark.value(), bearing))) {
      routerMacs.add(mark.value());
      warn(
          Caution.Kind.ANSWERED_BY_ROUTER,
          isTorn && (isRouter || deny(mark.value(), bearing))
              ? Confidence.CERTAIN
              : Confidence.LIKELY,
          mark,
          bearing);
    } else if (isTorn) {
      warn(Caution.Kind.HARDWARE_ADDRESS_TWICE, Confidence.LIKELY, mark, bearing);
    } else {
      join(mark, bearing, onCard > 1 && saying < 2 ? Confidence.LIKELY : Confidence.CERTAIN);
    }
  }

  /// Whether an asset behind the hardware address gives itself another.
  private boolean deny(String mac, List<Integer> bearing) {
    return bearing.stream()
        .map(fronts::get)
        .anyMatch(front -> !front.traits().saidMacs().isEmpty() && !front.says(mac));
  }

  private boolean routes(int front) {
    return fronts.get(front).isRouter() || gateways.contains(fronts.get(front).address());
  }

  private static boolean isCrowd(List<Integer> bearing) {
    return bearing.size() > MOST_ADDRESSES;
  }

  private int roots(List<Integer> bearing) {
    return (int) bearing.stream().map(this::root).distinct().count();
  }

  /// The different network cards; fronts whose card is not known count with the first.
  private Set<String> cards(List<Integer> bearing) {
    return bearing.stream()
        .flatMap(i -> fronts.get(i).traits().linkMacs().stream())
        .filter(mac -> !routerMacs.contains(mac))
        .collect(Collectors.toSet());
  }

  private boolean contradict(List<Integer> bearing) {
    return anyPair(bearing, Traits::contradict);
  }

  private boolean diverge(List<Integer> bearing) {
    return anyPair(bearing, Traits::diverge);
  }

  private boolean anyPair(List<Integer> bearing, BiPredicate<Traits, Traits> test) {
    List<Traits> each = bearing.stream().map(this::root).distinct().map(traits::get).toList();
    for (int i = 0; i < each.size(); i++) {
      for (int j = i + 1; j < each.size(); j++) {
        if (test.test(each.get(i), each.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether the certificate was made for one unit: its subject holds a mark of that unit. A
  /// certificate that came with the firmware is on every unit of its kind.
  private boolean isOfOneUnit(List<Integer> bearing) {
    return bearing.stream().map(fronts::get).anyMatch(Joining::namesItself);
  }

  private static boolean namesItself(Front front) {
    String subjects =
        Serials.bare(
            String.join(
                " ",
                front.sighted().stream()
                    .map(Sighted::fact)
                    .filter(Observation.Stated.class::isInstance)
                    .map(Observation.Stated.class::cast)
                    .filter(stated -> stated.observable() == Observable.TLS_SUBJECT)
                    .map(Observation.Stated::value)
                    .toList()));
    return front.marks().keySet().stream()
        .filter(mark -> mark.kind() != Mark.Kind.CERTIFICATE)
        .anyMatch(mark -> subjects.contains(mark.value()));
  }

  private void join(Mark mark, List<Integer> bearing, Confidence confidence) {
    if (roots(bearing) == 1) {
      return;
    }
    Set<Integer> roots = new TreeSet<>();
    bearing.forEach(i -> roots.add(root(i)));
    int first = roots.iterator().next();
    List<Join> reasons = new ArrayList<>();
    roots.forEach(root -> reasons.addAll(joins.getOrDefault(root, List.of())));
    reasons.add(new Join(mark, confidence, addresses(bearing), evidence(mark, bearing)));
    Traits sum = Traits.of(roots.stream().map(traits::get).toList());
    roots.forEach(
        root -> {
          parents[root] = first;
          joins.remove(root);
        });
    joins.put(first, reasons);
    traits.put(first, sum);
  }

  private void share(Mark mark, List<Integer> bearing) {
    if (roots(bearing) > 1) {
      warn(Caution.Kind.MARK_SHARED, Confidence.CERTAIN, mark, bearing);
    }
  }

  /// A certificate that stays on several assets in the end tells nothing of any of them.
  private void sharedCertificates(Map<Mark, List<Integer>> bearers) {
    bearers.forEach(
        (mark, bearing) -> {
          if (mark.kind() == Mark.Kind.CERTIFICATE && roots(bearing) > 1) {
            warn(
                Caution.Kind.MARK_SHARED,
                isCrowd(bearing) || contradict(bearing) ? Confidence.CERTAIN : Confidence.HINT,
                mark,
                bearing);
          }
        });
  }

  private void warn(Caution.Kind kind, Confidence confidence, Mark mark, List<Integer> bearing) {
    TreeMap<String, String> words = new TreeMap<>();
    if (mark.kind() == Mark.Kind.HARDWARE_ADDRESS) {
      words.put("mac", mark.value().replaceAll("(..)(?!$)", "$1:"));
    }
    words.put("mark", mark.kind().name());
    words.put("value", mark.value());
    Caution caution =
        new Caution(kind, confidence, addresses(bearing), words, evidence(mark, bearing));
    bearing.forEach(i -> fronts.get(i).warn(caution));
  }

  private List<InetAddress> addresses(List<Integer> bearing) {
    return bearing.stream()
        .map(i -> fronts.get(i).address())
        .distinct()
        .sorted(Presence.BY_NUMBER)
        .toList();
  }

  private List<EvidenceId> evidence(Mark mark, List<Integer> bearing) {
    Set<EvidenceId> found = new LinkedHashSet<>();
    bearing.forEach(i -> found.addAll(fronts.get(i).marks().getOrDefault(mark, List.of())));
    return List.copyOf(found);
  }
}
