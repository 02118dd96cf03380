package lenswacht.fingerprint.asset;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observation;

/// Takes what one address showed apart into what one asset can have shown.
final class AddressReading {
  private final InetAddress address;
  private final Function<List<Observation>, Identification> identifier;
  private final List<Front> fronts = new ArrayList<>();

  private AddressReading(
      InetAddress address, Function<List<Observation>, Identification> identifier) {
    this.address = address;
    this.identifier = identifier;
  }

  /// What each asset at `address` showed there.
  ///
  /// @param sighted everything that was seen there, in order
  static List<Front> fronts(
      InetAddress address,
      List<Sighted> sighted,
      Function<List<Observation>, Identification> identifier) {
    AddressReading reading = new AddressReading(address, identifier);
    PassedOn passedOn = new PassedOn(address, sighted);
    Map<String, List<Sighted>> sorted = passedOn.sorted(sighted);
    Epochs epochs = new Epochs(sorted.getOrDefault("", List.of()));
    List<List<Sighted>> parts = epochs.parts(sorted.getOrDefault("", List.of()));
    for (int i = 0; i < parts.size(); i++) {
      reading.split(parts.get(i), i == parts.size() - 1);
    }
    reading.warnOf(epochs);
    reading.warnOf(passedOn);
    sorted.forEach(
        (own, about) -> {
          if (!own.isEmpty()) {
            reading.passedOn(own, about);
          }
        });
    return reading.fronts;
  }

  private void split(List<Sighted> sighted, boolean isCurrent) {
    Identification together = identify(sighted);
    PortGroups groups = new PortGroups(sighted, together);
    if (groups.isShared()) {
      List<Front> shared = new ArrayList<>();
      for (List<Sighted> part : groups.parts()) {
        shared.add(front(part, Front.ports(part), Optional.empty(), identify(part), isCurrent));
      }
      String names =
          String.join(", ", shared.stream().map(front -> front.presence().name()).toList());
      for (Front front : shared) {
        warn(
            front,
            Caution.Kind.SEVERAL_AT_ONE_ADDRESS,
            groups.isSharedSurely(),
            Map.of("names", names),
            groups.evidence());
      }
      return;
    }
    Front front = front(sighted, new TreeSet<>(), Optional.empty(), together, isCurrent);
    if (groups.answersAsSeveral()) {
      front.disbelieve();
      warn(
          front,
          Caution.Kind.ANSWERS_AS_SEVERAL_MAKERS,
          groups.answersAsSeveralSurely(),
          Map.of("makers", String.join(", ", groups.makers())),
          groups.evidence());
    }
    if (groups.opensEveryPort()) {
      warn(
          front,
          Caution.Kind.OPENS_EVERY_PORT,
          groups.opensEveryPortSurely(),
          Map.of("ports", Integer.toString(groups.openPorts())),
          sighted.stream()
              .map(Sighted::fact)
              .filter(Observation.Listening.class::isInstance)
              .map(Observation::evidence)
              .toList());
    }
  }

  private void passedOn(String own, List<Sighted> about) {
    Front front = front(about, new TreeSet<>(), Optional.of(own), identify(about), true);
    warn(
        front,
        Caution.Kind.SEEN_THROUGH_ANOTHER,
        Confidence.LIKELY,
        Map.of("own", own),
        about.stream().map(Sighted::fact).map(Observation::evidence).toList());
  }

  private Front front(
      List<Sighted> sighted,
      SortedSet<Integer> ports,
      Optional<String> through,
      Identification identification,
      boolean isCurrent) {
    Presence presence =
        new Presence(address, ports, through, sighted.getFirst().at(), sighted.getLast().at());
    Front front = new Front(presence, sighted, identification, isCurrent);
    fronts.add(front);
    return front;
  }

  private Identification identify(List<Sighted> sighted) {
    return identifier.apply(sighted.stream().map(Sighted::fact).toList());
  }

  private void warnOf(Epochs epochs) {
    if (!epochs.alternating().isEmpty()) {
      List<EvidenceId> evidence =
          epochs.alternating().values().stream().flatMap(List::stream).toList();
      for (Front front : fronts) {
        warn(
            front,
            Caution.Kind.ADDRESS_CONFLICT,
            Confidence.CERTAIN,
            Map.of("macs", String.join(", ", epochs.alternating().keySet())),
            evidence);
      }
    }
  }

  private void warnOf(PassedOn passedOn) {
    passedOn
        .anotherName()
        .ifPresent(
            own ->
                fronts.forEach(
                    front ->
                        warn(
                            front,
                            Caution.Kind.SAYS_ANOTHER_ADDRESS,
                            Confidence.LIKELY,
                            Map.of("own", own),
                            passedOn.evidence())));
  }

  private void warn(
      Front front,
      Caution.Kind kind,
      Confidence confidence,
      Map<String, String> words,
      List<EvidenceId> evidence) {
    front.warn(new Caution(kind, confidence, List.of(address), new TreeMap<>(words), evidence));
  }
}
