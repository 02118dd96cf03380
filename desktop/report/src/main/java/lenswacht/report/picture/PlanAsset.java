package lenswacht.report.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Interval;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.floor.NetworkAsset;

/// What a floor plan tells of an asset.
///
/// @param number by which it stands on the plan and in the list below
/// @param asset its name within the case
/// @param product what it is
/// @param espionage rating on the espionage axis, if there is one
/// @param privacy rating on the privacy axis, if there is one
public record PlanAsset(
    int number,
    String asset,
    String product,
    Optional<Interval> espionage,
    Optional<Interval> privacy) {
  /// The rated assets of a case by name, numbered in the order in which reports list them.
  public static Map<String, PlanAsset> of(Assessment assessment) {
    Map<String, PlanAsset> all = new LinkedHashMap<>();
    List<RatedAsset> assets = new ArrayList<>(assessment.assets());
    for (int i = 0; i < assets.size(); i++) {
      RatedAsset asset = assets.get(i);
      all.put(
          asset.address(),
          new PlanAsset(
              i + 1,
              asset.address(),
              NetworkAsset.product(asset.identification()),
              Optional.of(asset.espionage().level()),
              Optional.of(asset.privacy().level())));
    }
    return all;
  }

  /// An asset that the latest visit did not find.
  static PlanAsset gone(String asset) {
    return new PlanAsset(0, asset, "", Optional.empty(), Optional.empty());
  }

  /// Its number; a question mark where the latest visit did not find it.
  public String numeral() {
    return number == 0 ? "?" : Integer.toString(number);
  }
}
