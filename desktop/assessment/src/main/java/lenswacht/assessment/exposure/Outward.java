package lenswacht.assessment.exposure;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lenswacht.assessment.exposure.ExposureFact.Call;
import lenswacht.assessment.exposure.ExposureFact.CallsWatched;
import lenswacht.assessment.exposure.ExposureFact.RelaySetting;
import lenswacht.assessment.exposure.ExposureFact.WayOut;
import lenswacht.knowledge.Truth;

/// Whom an asset calls, and whether it can.
final class Outward {
  private static final Duration LONG_ENOUGH_WHERE_OFF = Duration.ofHours(1);
  private static final Duration LONG_ENOUGH = Duration.ofDays(14);

  private final ExposedAsset asset;
  private final List<Call> calls = new ArrayList<>();
  private final List<RelaySetting> settings = new ArrayList<>();
  private final List<CallsWatched> watches = new ArrayList<>();
  private final List<WayOut> ways = new ArrayList<>();

  Outward(ExposedAsset asset, List<ExposureFact> facts) {
    this.asset = asset;
    for (ExposureFact fact : facts) {
      if (fact instanceof Call call && asset.has(call.asset())) {
        calls.add(call);
      } else if (fact instanceof RelaySetting setting && asset.has(setting.asset())) {
        settings.add(setting);
      } else if (fact instanceof CallsWatched watched
          && asset.addresses().stream().anyMatch(watched.segment()::contains)) {
        watches.add(watched);
      } else if (fact instanceof WayOut way
          && asset.addresses().stream().anyMatch(way.segment()::contains)) {
        ways.add(way);
      }
    }
  }

  /// Whether the asset can call somebody outside: that it did shows it, else what its segments were
  /// tried for. A segment without a route lets nothing out.
  Truth wayOut() {
    return isReached() ? Truth.YES : tried();
  }

  private Truth tried() {
    return of(way -> way.route() == Truth.NO ? Truth.NO : way.internet());
  }

  private boolean isReached() {
    return calls.stream().anyMatch(Call::reached);
  }

  /// What is known of its way out. A call that was seen shows a route; whether whatever is sent
  /// comes through is known only where it was tried.
  Exposure.Egress egress() {
    List<Ground> grounds =
        Stream.<ExposureFact>concat(ways.stream(), calls.stream())
            .map(ExposureFact::ground)
            .distinct()
            .toList();
    Truth route = calls.isEmpty() ? of(WayOut::route) : Truth.YES;
    Truth passes = of(way -> way.route() == Truth.NO ? Truth.NO : way.internet());
    return new Exposure.Egress(route, passes, grounds);
  }

  /// Whether every segment of the asset was tried and has no route at all.
  boolean isWithoutRoute() {
    return !isReached() && of(WayOut::route) == Truth.NO;
  }

  /// The answer over all segments that the asset stands in: one that lets it out is enough, and an
  /// address in a segment that was not tried leaves it open.
  private Truth of(Function<WayOut, Truth> question) {
    Truth all = Truth.NO;
    for (InetAddress address : asset.addresses()) {
      all =
          all.or(
              ways.stream()
                  .filter(way -> way.segment().contains(address))
                  .map(question)
                  .reduce(Truth::or)
                  .orElse(Truth.NOT_DETERMINED));
    }
    return asset.addresses().isEmpty() ? Truth.NOT_DETERMINED : all;
  }

  Side relay() {
    List<ExposurePath> paths = new ArrayList<>();
    calls.forEach(call -> add(call, paths));
    settings.forEach(setting -> paths.add(path(setting)));
    Set<Gap> gaps = EnumSet.noneOf(Gap.class);
    if (settings.isEmpty()) {
      gaps.add(Gap.RELAY_NOT_TOLD);
    }
    if (watched().isZero()) {
      gaps.add(Gap.CALLS_NOT_WATCHED);
    }
    if (wayOut() == Truth.NOT_DETERMINED) {
      gaps.add(Gap.WAY_OUT_NOT_TRIED);
    }
    return new Side(
        Side.reached(
            ExposureLevel.VENDOR_RELAY, paths, isRuledOut() ? Truth.NO : Truth.NOT_DETERMINED),
        paths,
        gaps);
  }

  private boolean isRuledOut() {
    boolean saidOff = settings.stream().anyMatch(setting -> !setting.on());
    return calls.isEmpty()
        && (wayOut() == Truth.NO && of(WayOut::names) != Truth.YES
            || saidOff && watched().compareTo(LONG_ENOUGH_WHERE_OFF) >= 0
            || watched().compareTo(LONG_ENOUGH) >= 0);
  }

  /// For how long all that leaves was watched, at every address of the asset.
  private Duration watched() {
    return asset.addresses().stream()
        .map(
            address ->
                watches.stream()
                    .filter(watch -> watch.whole() && watch.segment().contains(address))
                    .map(CallsWatched::time)
                    .reduce(Duration.ZERO, Duration::plus))
        .min(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /// What an asset calls makes a way in where the other side can hand the call on.
  private void add(Call call, List<ExposurePath> paths) {
    Truth open =
        switch (call.kind()) {
          case RELAY, DYNAMIC_NAME -> works(call);
          case MAKER -> Truth.NOT_DETERMINED;
          case TIME, FACE_SEARCH, OTHER -> Truth.NO;
        };
    if (open != Truth.NO) {
      Place.Party party = new Place.Party(call.operator(), call.country(), call.name());
      paths.add(path(party, call.asset(), open, call.ground()));
    }
  }

  /// Whoever asks for the name of a relay uses it, unless nothing gets out as far as was tried.
  private Truth works(Call call) {
    return !call.reached() && wayOut() == Truth.NO ? Truth.NOT_DETERMINED : Truth.YES;
  }

  /// That a relay is on is what the asset says; where nothing gets out as far as was tried, it is
  /// open whether it works.
  private ExposurePath path(RelaySetting setting) {
    Truth works = wayOut() == Truth.NO ? Truth.NOT_DETERMINED : Truth.YES;
    Place.Party unnamed = new Place.Party("", "", "");
    return path(unnamed, setting.asset(), setting.on() ? works : Truth.NO, setting.ground());
  }

  private static ExposurePath path(
      Place.Party party, InetAddress asset, Truth open, Ground ground) {
    return new ExposurePath(
        ExposureLevel.VENDOR_RELAY,
        List.of(
            new Hop(party, Hop.Way.BEGINS, Truth.YES, List.of()),
            new Hop(new Place.Asset(asset), Hop.Way.CALLS_OUT, open, List.of(ground))));
  }
}
