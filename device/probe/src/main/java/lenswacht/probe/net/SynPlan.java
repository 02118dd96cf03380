package lenswacht.probe.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Which ports a sweep by first segments asks, in which order.
///
/// @param canonical the ports as the port plan names them, the telling ones first
/// @param actual where they are found
/// @param telling how many of them are telling
record SynPlan(List<Integer> canonical, List<Integer> actual, int telling) {
  /// Ports of which a camera or recorder nearly always accepts or refuses one.
  static final Set<Integer> TELLING = Set.of(80, 554, 443, 8000, 37_777, 34_567);

  SynPlan {
    canonical = List.copyOf(canonical);
    actual = List.copyOf(actual);
    for (int i = 0; i < actual.size(); i++) {
      if (PortPlan.NEVER.contains(actual.get(i)) || PortPlan.NEVER.contains(canonical.get(i))) {
        throw new IllegalArgumentException("port " + actual.get(i) + " is never opened");
      }
    }
  }

  /// The order for `canonicalPorts` of `plan`.
  static SynPlan of(PortPlan plan, List<Integer> canonicalPorts) {
    List<Integer> ordered = new ArrayList<>(canonicalPorts);
    ordered.sort((a, b) -> Boolean.compare(TELLING.contains(b), TELLING.contains(a)));
    int telling = (int) ordered.stream().filter(TELLING::contains).count();
    return new SynPlan(ordered, ordered.stream().map(plan::actual).toList(), telling);
  }

  /// The ports that are not telling.
  SynPlan withoutTelling() {
    int size = actual.size();
    return new SynPlan(
        canonical.subList(telling, size), actual.subList(telling, size), size - telling);
  }
}
