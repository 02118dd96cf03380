package lenswacht.assessment.exposure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lenswacht.knowledge.Truth;

/// From where one asset can be reached, as far as was seen: three questions, the ways that answer
/// them, and what was not looked at.
///
/// @param asset name of the asset within a case
/// @param internet whether whoever is on the internet reaches it
/// @param relay whether it keeps a way to a party outside by which it can be reached
/// @param building whether something outside its own zone reaches it
/// @param wayOut whether its segment lets it call somebody outside
/// @param paths the ways that were found, the gravest first, those that are closed last
/// @param gaps what was not looked at, or cannot be
public record Exposure(
    String asset,
    Truth internet,
    Truth relay,
    Truth building,
    Truth wayOut,
    List<ExposurePath> paths,
    Set<Gap> gaps) {
  public Exposure {
    paths = List.copyOf(paths);
    gaps = Collections.unmodifiableSet(new TreeSet<>(gaps));
  }

  /// The gravest level that was shown. ISOLATED only where all three questions are answered no.
  public ExposureLevel level() {
    if (internet == Truth.YES) {
      return ExposureLevel.INTERNET;
    }
    if (relay == Truth.YES) {
      return ExposureLevel.VENDOR_RELAY;
    }
    if (building == Truth.YES) {
      return ExposureLevel.BUILDING;
    }
    return internet == Truth.NO && relay == Truth.NO && building == Truth.NO
        ? ExposureLevel.ISOLATED
        : ExposureLevel.NOT_DETERMINED;
  }

  /// The levels above the one that was shown that nobody ruled out, in order.
  public List<ExposureLevel> notRuledOut() {
    List<ExposureLevel> open = new ArrayList<>();
    ExposureLevel shown = level();
    if (building == Truth.NOT_DETERMINED && isBelow(shown, ExposureLevel.BUILDING)) {
      open.add(ExposureLevel.BUILDING);
    }
    if (relay == Truth.NOT_DETERMINED && isBelow(shown, ExposureLevel.VENDOR_RELAY)) {
      open.add(ExposureLevel.VENDOR_RELAY);
    }
    if (internet == Truth.NOT_DETERMINED) {
      open.add(ExposureLevel.INTERNET);
    }
    return List.copyOf(open);
  }

  private static boolean isBelow(ExposureLevel shown, ExposureLevel level) {
    return shown == ExposureLevel.NOT_DETERMINED || shown.compareTo(level) < 0;
  }
}
