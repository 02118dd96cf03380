package lenswacht.fingerprint.asset;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observable;

/// What is known of an asset that another asset would not show.
final class Traits {
  private final Map<Observable, Set<String>> serials = new EnumMap<>(Observable.class);
  private final Map<Integer, Set<String>> certificates = new TreeMap<>();
  private final Set<String> makers = new TreeSet<>();
  private final Set<String> models = new TreeSet<>();
  private final Set<String> kinds = new TreeSet<>();
  private final Set<String> endpoints = new TreeSet<>();
  private final Set<String> linkMacs = new TreeSet<>();
  private final Set<String> saidMacs = new TreeSet<>();

  /// The traits of all of `parts` together.
  static Traits of(Collection<Traits> parts) {
    Traits all = new Traits();
    for (Traits part : parts) {
      part.serials.forEach((from, values) -> values.forEach(value -> all.serial(from, value)));
      part.certificates.forEach(
          (port, values) -> values.forEach(value -> all.certificate(port, value)));
      all.makers.addAll(part.makers);
      all.models.addAll(part.models);
      all.kinds.addAll(part.kinds);
      all.endpoints.addAll(part.endpoints);
      all.linkMacs.addAll(part.linkMacs);
      all.saidMacs.addAll(part.saidMacs);
    }
    return all;
  }

  void serial(Observable from, String value) {
    serials.computeIfAbsent(from, first -> new TreeSet<>()).add(value);
  }

  void certificate(int port, String value) {
    certificates.computeIfAbsent(port, first -> new TreeSet<>()).add(value);
  }

  void maker(String value) {
    makers.add(value);
  }

  void model(String value) {
    models.add(Serials.bare(value));
  }

  void kind(String value) {
    kinds.add(value);
  }

  void endpoint(String value) {
    endpoints.add(value);
  }

  void linkMac(MacAddress mac) {
    linkMacs.add(mac.hex());
  }

  void saidMac(MacAddress mac) {
    saidMacs.add(mac.hex());
  }

  Set<String> makers() {
    return Collections.unmodifiableSet(makers);
  }

  /// Hardware addresses from which it was heard.
  Set<String> linkMacs() {
    return Collections.unmodifiableSet(linkMacs);
  }

  /// Hardware addresses that it gives itself.
  Set<String> saidMacs() {
    return Collections.unmodifiableSet(saidMacs);
  }

  /// Whether one asset cannot show both: another serial number, maker, model or sort of thing.
  boolean contradict(Traits other) {
    return serialsDiffer(other)
        || differ(makers, other.makers, String::equals)
        || differ(models, other.models, Serials::agree)
        || differ(kinds, other.kinds, String::equals);
  }

  /// Whether one asset seldom shows both: another name of its endpoint, another certificate on the
  /// same port, or another hardware address of its own.
  boolean diverge(Traits other) {
    return differ(endpoints, other.endpoints, String::equals)
        || differ(saidMacs, other.saidMacs, String::equals)
        || certificates.entrySet().stream()
            .anyMatch(
                one ->
                    differ(
                        one.getValue(),
                        other.certificates.getOrDefault(one.getKey(), Set.of()),
                        String::equals));
  }

  boolean serialsDiffer(Traits other) {
    return serials.entrySet().stream()
        .anyMatch(
            one ->
                differ(
                    one.getValue(),
                    other.serials.getOrDefault(one.getKey(), Set.of()),
                    Serials::agree));
  }

  /// Whether both are heard from hardware addresses, and from none in common.
  boolean linksDiffer(Traits other) {
    return differ(linkMacs, other.linkMacs, String::equals);
  }

  private static boolean differ(
      Set<String> some, Set<String> others, BiPredicate<String, String> agree) {
    return !some.isEmpty()
        && !others.isEmpty()
        && some.stream().noneMatch(one -> others.stream().anyMatch(it -> agree.test(one, it)));
  }
}
