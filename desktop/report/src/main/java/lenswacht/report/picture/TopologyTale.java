package lenswacht.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lenswacht.assessment.exposure.ExposureLevel;
import lenswacht.fingerprint.AssetKind;
import lenswacht.report.picture.Topology.Area;
import lenswacht.report.picture.Topology.Bridge;
import lenswacht.report.picture.Topology.Flow;
import lenswacht.report.picture.Topology.Kind;
import lenswacht.report.picture.Topology.Single;
import lenswacht.report.picture.Topology.Tried;

/// A topology in words: for each area what stands in it and whereto it leads, each bridge, and the
/// internet.
final class TopologyTale {
  private static final int MOST_NAMES = 24;

  private final Topology topology;
  private final PictureWords words;
  private final List<Bridged> bridged;

  TopologyTale(Topology topology, PictureWords words) {
    this.topology = topology;
    this.words = words;
    Map<String, List<Bridge>> same = new TreeMap<>();
    topology
        .bridges()
        .forEach(
            bridge ->
                same.computeIfAbsent(
                        String.join("\u0000", bridge.zones()), ignored -> new ArrayList<>())
                    .add(bridge));
    this.bridged =
        same.values().stream()
            .map(all -> new Bridged(List.copyOf(all), all.getFirst().zones(), names(all)))
            .toList();
  }

  /// Bridges between the same zones.
  ///
  /// @param names of them, as the picture has room for
  record Bridged(List<Bridge> all, SortedSet<String> zones, String names) {}

  private String names(List<Bridge> bridges) {
    return bridges.size() == 1
        ? bridges.getFirst().name()
        : words.counted("topology.assets", bridges.size());
  }

  List<Bridged> bridged() {
    return bridged;
  }

  /// Sentences: one for each area, one for each group of bridges, one for the internet.
  List<String> told() {
    List<String> told = new ArrayList<>();
    topology.areas().forEach(area -> told.add(sentence(area)));
    bridged.forEach(it -> told.add(sentence(it)));
    told.add(internet());
    return told;
  }

  /// What an area is called.
  String name(String area) {
    return switch (area) {
      case Topology.NOWHERE -> words.say("topology.nowhere");
      case Topology.INTERNET -> words.say("topology.internet");
      default -> area;
    };
  }

  /// How many of each kind stand in an area.
  String counts(Area area) {
    String counted =
        area.counts().entrySet().stream()
            .map(
                kind ->
                    words.counted(
                        "topology.kind." + kind.getKey().name().toLowerCase(Locale.ROOT),
                        kind.getValue()))
            .collect(Collectors.joining(", "));
    return counted.isEmpty() ? words.say("topology.empty") : counted;
  }

  String single(Single single) {
    String kind = words.counted("topology.kind." + word(single.kind()), 1).replaceFirst("^1 ", "");
    return single.level() == ExposureLevel.INTERNET || single.level() == ExposureLevel.VENDOR_RELAY
        ? single.name() + ", " + kind + ": " + words.word("topology.reached", single.level())
        : single.name() + ", " + kind;
  }

  private static String word(AssetKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /// How much was not tried from an area; empty where all was.
  Optional<String> untried(Area area) {
    Tried tried = topology.inSight().get(area.name());
    if (tried == null) {
      return topology.areas().size() < 2
          ? Optional.empty()
          : Optional.of(words.say("topology.untried.all"));
    }
    return tried.from() == tried.of()
        ? Optional.empty()
        : Optional.of(words.say("topology.untried", "tried", tried.from(), "all", tried.of()));
  }

  private String sentence(Area area) {
    List<String> parts = new ArrayList<>();
    parts.add(words.say("topology.told.area", "zone", name(area.name()), "assets", counts(area)));
    if (!area.singles().isEmpty()) {
      parts.add(
          words.say(
              "topology.told.singles",
              "assets",
              briefly(area.singles().stream().map(this::single).toList(), "; ")));
    }
    for (Kind kind : Kind.values()) {
      List<String> to =
          topology.flows().stream()
              .filter(flow -> flow.from().equals(area.name()) && flow.kind() == kind)
              .map(flow -> name(flow.to()) + mark(flow))
              .toList();
      if (!to.isEmpty()) {
        parts.add(words.word("topology.told", kind) + " " + String.join(", ", to) + ".");
      }
    }
    untried(area).ifPresent(said -> parts.add(said + "."));
    return String.join(" ", parts);
  }

  private String mark(Flow flow) {
    return flow.deviating() ? " (" + words.say("topology.deviating") + ")" : "";
  }

  private String sentence(Bridged bridges) {
    return words.say(
        "topology.told.bridge",
        "assets",
        briefly(bridges.all().stream().map(Bridge::name).toList(), ", "),
        "zones",
        String.join(", ", bridges.zones()));
  }

  /// What leaves the site and what comes in.
  String internet() {
    List<String> parts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<String> out =
          topology.flows().stream()
              .filter(flow -> flow.to().equals(Topology.INTERNET) && flow.kind() == kind)
              .map(flow -> name(flow.from()))
              .toList();
      if (!out.isEmpty()) {
        parts.add(
            words.say("topology.told.out-" + kind.name().toLowerCase(Locale.ROOT))
                + " "
                + String.join(", ", out)
                + ".");
      }
    }
    List<String> in =
        topology.flows().stream()
            .filter(flow -> flow.from().equals(Topology.INTERNET))
            .map(flow -> name(flow.to()))
            .toList();
    if (!in.isEmpty()) {
      parts.add(words.say("topology.told.in") + " " + String.join(", ", in) + ".");
    }
    return parts.isEmpty() ? words.say("topology.told.no-way-out") : String.join(" ", parts);
  }

  private static String briefly(List<String> names, String between) {
    String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(between));
    return names.size() > MOST_NAMES ? first + between + "\u2026 (" + names.size() + ")" : first;
  }
}
