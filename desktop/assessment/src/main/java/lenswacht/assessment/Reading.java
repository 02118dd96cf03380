package lenswacht.assessment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.Rule;
import lenswacht.knowledge.Truth;

/// Which rules of a pack fire for one asset, by rule id in the order of the pack.
///
/// @param truths whether each rule fires
record Reading(Map<String, Truth> truths) {
  Reading {
    truths = Collections.unmodifiableMap(new LinkedHashMap<>(truths));
  }

  /// Holds every rule of `pack` against `facts`.
  static Reading of(PolicyPack pack, Facts facts) {
    Map<String, Truth> truths = new LinkedHashMap<>();
    for (Rule rule : pack.rules()) {
      truths.put(rule.id(), rule.fires(facts::value));
    }
    return new Reading(truths);
  }

  /// Whether `rule` fires.
  Truth of(String rule) {
    return truths.getOrDefault(rule, Truth.NOT_DETERMINED);
  }

  /// The same reading with `rules` silenced.
  Reading without(Set<String> rules) {
    Predicate<String> silenced = rules::contains;
    Map<String, Truth> changed = new LinkedHashMap<>(truths);
    changed.replaceAll((id, truth) -> silenced.test(id) ? Truth.NO : truth);
    return new Reading(changed);
  }
}
