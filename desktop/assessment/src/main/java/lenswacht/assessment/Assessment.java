package lenswacht.assessment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All verdicts, findings and ratings of one scan run under one edition of knowledge.
///
/// @param site name of the site
/// @param edition id of the knowledge edition, printed on every report
/// @param assets every asset that takes or keeps pictures or could; the gravest first
/// @param others assets that are known to be something else or show no sign of pictures, not rated
/// @param espionage the highest headline of all assets, empty where no asset was rated
/// @param privacy the highest headline of all assets, empty where no asset was rated
/// @param drivenBy for each axis the addresses that reach the site's level
/// @param controls verdict for each control of the policy pack, by id, in the order of the ids
public record Assessment(
    String site,
    String edition,
    List<RatedAsset> assets,
    List<OtherAsset> others,
    Optional<Interval> espionage,
    Optional<Interval> privacy,
    Map<Axis, List<String>> drivenBy,
    Map<String, Verdict> controls) {
  public Assessment {
    assets = List.copyOf(assets);
    others = List.copyOf(others);
    drivenBy = Collections.unmodifiableMap(new TreeMap<>(drivenBy));
    controls = Collections.unmodifiableMap(new TreeMap<>(controls));
  }
}
