package lenswacht.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lenswacht.assessment.Interval;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Rating;

/// One way to a level, and the assets that went it. Assets with the same factors, rules and
/// look-ups share their way.
///
/// @param rating the way
/// @param assets who went it
record Way(Rating rating, List<RatedAsset> assets) {
  Way {
    assets = List.copyOf(assets);
  }

  /// The ways of all assets on one axis; the highest level first.
  static List<Way> of(List<RatedAsset> assets, Function<RatedAsset, Rating> axis) {
    Map<Rating, List<RatedAsset>> shared = new LinkedHashMap<>();
    assets.forEach(
        asset -> shared.computeIfAbsent(axis.apply(asset), way -> new ArrayList<>()).add(asset));
    Comparator<Interval> rising =
        Comparator.comparing(Interval::worst).thenComparing(Interval::best);
    return shared.entrySet().stream()
        .map(way -> new Way(way.getKey(), way.getValue()))
        .sorted(Comparator.comparing((Way way) -> way.rating().level(), rising.reversed()))
        .toList();
  }
}
