package lenswacht.assessment.compare;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Finding;
import lenswacht.assessment.Interval;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.compare.Change.Cause;
import lenswacht.assessment.compare.Change.What;
import lenswacht.fingerprint.ProductIdentity;

/// What changed between two moments of a site. Levels are followed step by step: first what was
/// seen later with the earlier answers and edition, then with the later answers, then with the
/// later rules, then with the later knowledge as well, so that every change has one cause.
public final class Comparison {
  private final List<Change> changes = new ArrayList<>();

  private Comparison() {}

  /// The later site, judged in steps.
  ///
  /// @param before the earlier moment under the earlier edition
  /// @param site what was seen later, with the earlier answers and edition
  /// @param answers the later moment under the earlier edition
  /// @param rules the later moment with the later rules and the earlier knowledge
  /// @param after the later moment under the later edition
  public record Steps(Moment before, Moment site, Moment answers, Moment rules, Moment after) {}

  /// Everything that changed, by cause.
  public static List<Change> of(Steps steps) {
    Comparison comparison = new Comparison();
    comparison.assets(steps.before(), steps.site());
    comparison.answers(steps.before(), steps.answers());
    comparison.judged(Cause.ANSWERS, steps.site(), steps.answers());
    comparison.coverage(steps.before(), steps.answers());
    comparison.judged(Cause.RULES, steps.answers(), steps.rules());
    comparison.judged(Cause.KNOWLEDGE, steps.rules(), steps.after());
    return List.copyOf(comparison.changes);
  }

  private void add(Cause cause, String subject, What what, String before, String after) {
    changes.add(new Change(cause, subject, what, before, after));
  }

  private void assets(Moment before, Moment after) {
    Pairing pairing = Pairing.of(before.assessment().assets(), after.assessment().assets());
    for (RatedAsset asset : pairing.gone()) {
      boolean isLooked = looked(asset, after);
      add(
          isLooked ? Cause.SITE : Cause.COVERAGE,
          asset.address(),
          isLooked ? What.GONE : What.NOT_LOOKED_AT,
          name(asset),
          "");
    }
    for (RatedAsset asset : pairing.appeared()) {
      boolean isLooked = looked(asset, before);
      add(
          isLooked ? Cause.SITE : Cause.COVERAGE,
          asset.address(),
          isLooked ? What.APPEARED : What.NEWLY_LOOKED_AT,
          "",
          name(asset));
    }
    for (Pairing.Pair pair : pairing.both()) {
      String subject = pair.after().address();
      if (!pair.before().address().equals(subject)) {
        add(Cause.SITE, subject, What.MOVED, pair.before().address(), subject);
      }
      if (!name(pair.before()).equals(name(pair.after()))) {
        add(Cause.SITE, subject, What.CHANGED, name(pair.before()), name(pair.after()));
      }
      findings(Cause.SITE, pair);
      levels(Cause.SITE, pair);
    }
    controls(Cause.SITE, before.assessment(), after.assessment());
  }

  private static boolean looked(RatedAsset asset, Moment at) {
    return asset.trace().addresses().stream().anyMatch(at::lookedAt);
  }

  /// Maker, model and firmware of an asset in one line.
  private static String name(RatedAsset asset) {
    ProductIdentity identity = asset.identification().identity();
    return List.of(identity.maker(), identity.model(), identity.firmware()).stream()
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  private void findings(Cause cause, Pairing.Pair pair) {
    Set<String> first = rules(pair.before());
    Set<String> second = rules(pair.after());
    String address = pair.after().address();
    second.stream()
        .filter(rule -> !first.contains(rule))
        .forEach(rule -> add(cause, address + " " + rule, What.FIRES, "", ""));
    first.stream()
        .filter(rule -> !second.contains(rule))
        .forEach(rule -> add(cause, address + " " + rule, What.SILENT, "", ""));
  }

  private static Set<String> rules(RatedAsset asset) {
    return asset.findings().stream()
        .map(Finding::rule)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void levels(Cause cause, Pairing.Pair pair) {
    level(cause, pair, What.ESPIONAGE, asset -> asset.espionage().level());
    level(cause, pair, What.PRIVACY, asset -> asset.privacy().level());
  }

  private void level(
      Cause cause, Pairing.Pair pair, What what, Function<RatedAsset, Interval> axis) {
    Interval before = axis.apply(pair.before());
    Interval after = axis.apply(pair.after());
    if (!before.equals(after)) {
      add(cause, pair.after().address(), what, text(before), text(after));
    }
  }

  private static String text(Interval level) {
    return level.isExact() ? level.worst().name() : level.best() + ".." + level.worst();
  }

  private void controls(Cause cause, Assessment before, Assessment after) {
    Set<String> controls = new TreeSet<>(before.controls().keySet());
    controls.addAll(after.controls().keySet());
    for (String control : controls) {
      String first = Optional.ofNullable(before.controls().get(control)).map(Enum::name).orElse("");
      String second = Optional.ofNullable(after.controls().get(control)).map(Enum::name).orElse("");
      if (!first.equals(second)) {
        add(cause, control, What.VERDICT, first, second);
      }
    }
  }

  private void answers(Moment before, Moment after) {
    answers("", before.answers().site(), after.answers().site());
    Set<String> addresses = new TreeSet<>(before.answers().assets().keySet());
    addresses.addAll(after.answers().assets().keySet());
    for (String address : addresses) {
      answers(
          address + " ",
          before.answers().assets().getOrDefault(address, Map.of()),
          after.answers().assets().getOrDefault(address, Map.of()));
    }
  }

  private void answers(String about, Map<String, String> before, Map<String, String> after) {
    Set<String> fields = new TreeSet<>(before.keySet());
    fields.addAll(after.keySet());
    for (String field : fields) {
      String first = before.getOrDefault(field, "");
      String second = after.getOrDefault(field, "");
      if (!first.equals(second)) {
        add(Cause.ANSWERS, about + field, What.CHANGED, first, second);
      }
    }
  }

  private void coverage(Moment before, Moment after) {
    compare("ranges", swept(before), swept(after));
    Set<InetAddress> first = missed(before);
    Set<InetAddress> second = missed(after);
    second.stream()
        .filter(address -> !first.contains(address))
        .forEach(
            address -> add(Cause.COVERAGE, address.getHostAddress(), What.NOT_LOOKED_AT, "", ""));
    first.stream()
        .filter(address -> !second.contains(address) && after.lookedAt(address))
        .forEach(
            address -> add(Cause.COVERAGE, address.getHostAddress(), What.NEWLY_LOOKED_AT, "", ""));
    compare("inputs known", known(before), known(after));
  }

  private void compare(String subject, String before, String after) {
    if (!before.equals(after)) {
      add(Cause.COVERAGE, subject, What.CHANGED, before, after);
    }
  }

  private static String swept(Moment moment) {
    return moment.visits().stream()
        .flatMap(visit -> visit.swept().stream())
        .map(Object::toString)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static Set<InetAddress> missed(Moment moment) {
    Set<InetAddress> missed = new HashSet<>();
    moment.visits().forEach(visit -> visit.notLookedAt().forEach(one -> missed.add(one.address())));
    missed.removeIf(moment::lookedAt);
    return missed;
  }

  private static String known(Moment moment) {
    return moment.assessment().assets().stream()
        .mapToDouble(RatedAsset::coverage)
        .average()
        .stream()
        .mapToObj(share -> Math.round(share * 100) + " %")
        .findFirst()
        .orElse("");
  }

  /// What becomes of the same sightings when only answers or the edition change.
  private void judged(Cause cause, Moment before, Moment after) {
    Pairing pairing = Pairing.of(before.assessment().assets(), after.assessment().assets());
    for (Pairing.Pair pair : pairing.both()) {
      findings(cause, pair);
      levels(cause, pair);
    }
    controls(cause, before.assessment(), after.assessment());
  }
}
