package lenswacht.fingerprint.asset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observation;
import lenswacht.observation.Service;

/// The times at which one address showed one identity after another. Identities that alternate are
/// no change: then two assets claim the address.
final class Epochs {
  private final List<Gap> gaps = new ArrayList<>();
  private final TreeSet<Instant> cuts = new TreeSet<>();
  private final TreeMap<String, List<EvidenceId>> alternating = new TreeMap<>();

  /// One value and the time from its first sight to its last.
  private static final class Spell {
    final String value;
    final List<EvidenceId> evidence = new ArrayList<>();
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;

    Spell(String value) {
      this.value = value;
    }

    void see(Sighted sighted) {
      first = sighted.at().isBefore(first) ? sighted.at() : first;
      last = sighted.at().isAfter(last) ? sighted.at() : last;
      evidence.add(sighted.fact().evidence());
    }
  }

  /// A change that came to pass after the first time, and no later than the second.
  private record Gap(Instant after, Instant until) {}

  /// @param sighted what was seen at one address, without what it passed on
  Epochs(List<Sighted> sighted) {
    Map<String, Map<String, Spell>> spells = new HashMap<>();
    for (Sighted one : sighted) {
      key(one.fact())
          .ifPresent(
              key ->
                  spells
                      .computeIfAbsent(key, first -> new HashMap<>())
                      .computeIfAbsent(value(one.fact()), Spell::new)
                      .see(one));
    }
    spells.forEach((key, values) -> compare(key, List.copyOf(values.values())));
    cut();
  }

  /// What has one value at a time: the hardware address behind the address, and the serial number
  /// in one field of one service.
  private static Optional<String> key(Observation fact) {
    return switch (fact) {
      case Observation.HardwareAddress(Service service, var _, var _) ->
          service.isHost() ? Optional.of("") : Optional.empty();
      case Observation.Stated stated ->
          Serials.in(stated).map(serial -> stated.service() + " " + stated.observable());
      case Observation.Listening _,
          Observation.ClockOffset _,
          Observation.OpenStream _,
          Observation.Activation _,
          Observation.CloudRelay _,
          Observation.AnonymousRead _,
          Observation.Cleartext _,
          Observation.Outbound _,
          Observation.Picture _,
          Observation.Channel _,
          Observation.OuterAddress _,
          Observation.PortMapping _,
          Observation.MappingsRead _,
          Observation.OpensPorts _,
          Observation.SixFirewall _ ->
          Optional.empty();
    };
  }

  private static String value(Observation fact) {
    return switch (fact) {
      case Observation.HardwareAddress hardware -> hardware.mac().toString();
      case Observation.Stated stated -> Serials.in(stated).orElse("");
      case Observation.Listening _,
          Observation.ClockOffset _,
          Observation.OpenStream _,
          Observation.Activation _,
          Observation.CloudRelay _,
          Observation.AnonymousRead _,
          Observation.Cleartext _,
          Observation.Outbound _,
          Observation.Picture _,
          Observation.Channel _,
          Observation.OuterAddress _,
          Observation.PortMapping _,
          Observation.MappingsRead _,
          Observation.OpensPorts _,
          Observation.SixFirewall _ ->
          "";
    };
  }

  private void compare(String key, List<Spell> values) {
    List<Spell> spells =
        values.stream()
            .sorted(Comparator.comparing((Spell spell) -> spell.first).thenComparing(s -> s.value))
            .toList();
    List<Gap> found = new ArrayList<>();
    for (int i = 1; i < spells.size(); i++) {
      if (spells.get(i - 1).last.isBefore(spells.get(i).first)) {
        found.add(new Gap(spells.get(i - 1).last, spells.get(i).first));
      } else if (key.isEmpty()) {
        spells.forEach(spell -> alternating.put(spell.value, List.copyOf(spell.evidence)));
        return;
      } else {
        return;
      }
    }
    gaps.addAll(found);
  }

  /// The fewest times at which everything can have changed that did.
  private void cut() {
    gaps.sort(Comparator.comparing(Gap::until).thenComparing(Gap::after));
    for (Gap gap : gaps) {
      if (cuts.isEmpty() || !cuts.last().isAfter(gap.after())) {
        cuts.add(gap.until());
      }
    }
  }

  /// The hardware addresses that answered in turn, with the evidence; empty where none did.
  Map<String, List<EvidenceId>> alternating() {
    return alternating;
  }

  /// What was seen, one part for each time.
  List<List<Sighted>> parts(List<Sighted> sighted) {
    List<List<Sighted>> parts = new ArrayList<>();
    for (int i = 0; i <= cuts.size(); i++) {
      parts.add(new ArrayList<>());
    }
    for (Sighted one : sighted) {
      parts.get(cuts.headSet(one.at(), true).size()).add(one);
    }
    parts.removeIf(List::isEmpty);
    return parts;
  }
}
