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
/// @param egress whether it has a way out
/// @param paths the ways that were found, the gravest first, those that are closed last
/// @param upnp what shows that UPnP is switched on in it, so that it may ask a gateway for a way
///     in; empty where nothing does
/// @param gaps what was not looked at, or cannot be
public record Exposure(
    String asset,
    Truth internet,
    Truth relay,
    Truth building,
    Egress egress,
    List<ExposurePath> paths,
    List<Ground> upnp,
    Set<Gap> gaps) {
  public Exposure {
    upnp = List.copyOf(upnp);
    paths = List.copyOf(paths);
    gaps = Collections.unmodifiableSet(new TreeSet<>(gaps));
  }

  /// Whether an asset has a way out.
  ///
  /// @param route whether its segment has a default route
  /// @param passes whether an endpoint outside was reached from there
  /// @param grounds what shows that
  public record Egress(Truth route, Truth passes, List<Ground> grounds) {
    /// Nobody tried.
    public static final Egress NOT_TRIED =
        new Egress(Truth.NOT_DETERMINED, Truth.NOT_DETERMINED, List.of());

    public Egress {
      grounds = List.copyOf(grounds);
    }
  }

  /// Nothing is known of the exposure of `asset`.
  public static Exposure unknown(String asset) {
    return new Exposure(
        asset,
        Truth.NOT_DETERMINED,
        Truth.NOT_DETERMINED,
        Truth.NOT_DETERMINED,
        Egress.NOT_TRIED,
        List.of(),
        List.of(),
        Set.of());
  }

  /// What shows that an open way of `level` is there, each once.
  public List<Ground> grounds(ExposureLevel level) {
    return paths.stream()
        .filter(path -> path.leadsFrom() == level && path.open() == Truth.YES)
        .flatMap(path -> path.hops().stream())
        .flatMap(hop -> hop.grounds().stream())
        .distinct()
        .toList();
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
