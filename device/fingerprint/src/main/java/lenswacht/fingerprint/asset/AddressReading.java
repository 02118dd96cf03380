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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;

/// Takes what one address showed apart into what one asset can have shown.
final class AddressReading {
  private static final List<String> CHANNEL_FIELDS =
      List.of(
          "DigitalChannelNum=",
          "AnalogChannelNum=",
          "RemoteVideoInputChannels=",
          "VideoInputChannels=");
  private static final Pattern CHANNEL_PATH =
      Pattern.compile("(?i)(?:channels/(\\d{1,3})0[123]|channel=(\\d{1,3}))");

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
    warnOfChannels(front);
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

  /// A camera has one channel; what has more has cameras behind it.
  private void warnOfChannels(Front front) {
    int channels = 0;
    List<EvidenceId> evidence = new ArrayList<>();
    TreeSet<String> paths = new TreeSet<>();
    for (Sighted one : front.sighted()) {
      switch (one.fact()) {
        case Observation.Stated stated -> {
          int said = channels(stated);
          if (said > 1) {
            channels = Math.max(channels, said);
            evidence.add(stated.evidence());
          }
        }
        case Observation.OpenStream stream -> {
          Matcher path = CHANNEL_PATH.matcher(stream.path());
          if (path.find()) {
            paths.add(path.group(1) == null ? path.group(2) : path.group(1));
            evidence.add(stream.evidence());
          }
        }
        case Observation.Listening _,
            Observation.HardwareAddress _,
            Observation.ClockOffset _,
            Observation.Activation _,
            Observation.CloudRelay _,
            Observation.AnonymousRead _,
            Observation.Cleartext _,
            Observation.Outbound _,
            Observation.Picture _,
            Observation.OuterAddress _,
            Observation.PortMapping _,
            Observation.MappingsRead _,
            Observation.OpensPorts _,
            Observation.SixFirewall _ -> {
          // These speak of no channel.
        }
      }
    }
    int all = Math.max(channels, paths.size());
    if (all > 1) {
      warn(
          front,
          Caution.Kind.CHANNELS_BEHIND,
          Confidence.CERTAIN,
          Map.of("channels", Integer.toString(all)),
          evidence);
    }
  }

  private static int channels(Observation.Stated stated) {
    if (stated.observable() != Observable.SADP_FIELD
        && stated.observable() != Observable.DHIP_FIELD) {
      return 0;
    }
    for (String field : CHANNEL_FIELDS) {
      if (stated.value().startsWith(field)) {
        String number = stated.value().substring(field.length()).strip();
        return number.matches("\\d{1,3}") ? Integer.parseInt(number) : 0;
      }
    }
    return 0;
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
