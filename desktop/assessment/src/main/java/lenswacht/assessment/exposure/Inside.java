package lenswacht.assessment.exposure;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lenswacht.assessment.exposure.ExposureFact.Bridge;
import lenswacht.assessment.exposure.ExposureFact.ZoneReach;
import lenswacht.knowledge.Truth;
import lenswacht.observation.AddressRange;

/// Which other zones of the building reach an asset.
final class Inside {
  private static final int NEIGHBOURS_4 = 24;
  private static final int NEIGHBOURS_6 = 64;

  private final ExposedAsset asset;
  private final List<ZoneReach> cells = new ArrayList<>();
  private final List<Bridge> bridges = new ArrayList<>();

  Inside(ExposedAsset asset, List<ExposureFact> facts) {
    this.asset = asset;
    for (ExposureFact fact : facts) {
      if (fact instanceof ZoneReach cell && asset.has(cell.service().address())) {
        cells.add(cell);
      } else if (fact instanceof Bridge bridge) {
        bridges.add(bridge);
      }
    }
  }

  /// @param known ways that were found otherwise; those from within the building count here
  Side side(List<ExposurePath> known) {
    List<ExposurePath> paths = new ArrayList<>();
    cells.forEach(cell -> paths.add(path(cell)));
    bridges.forEach(bridge -> add(bridge, paths));
    Set<Gap> gaps = EnumSet.noneOf(Gap.class);
    boolean tried = cells.stream().anyMatch(cell -> cell.reached() != Truth.NOT_DETERMINED);
    boolean all = tried && cells.stream().noneMatch(c -> c.reached() == Truth.NOT_DETERMINED);
    if (!tried) {
      gaps.add(Gap.ZONES_NOT_TRIED);
    } else if (!all) {
      gaps.add(Gap.ZONES_TRIED_IN_PART);
    }
    List<ExposurePath> every = new ArrayList<>(known);
    every.addAll(paths);
    Truth otherwise = all ? Truth.NO : Truth.NOT_DETERMINED;
    return new Side(
        Side.reached(ExposureLevel.BUILDING, every, otherwise),
        paths.stream().filter(path -> path.open() != Truth.NOT_DETERMINED || isTold(path)).toList(),
        gaps);
  }

  /// A cell that was not tried is a gap, not a way.
  private static boolean isTold(ExposurePath path) {
    return path.hops().size() > 2;
  }

  private ExposurePath path(ZoneReach cell) {
    Place end =
        cell.service().isHost()
            ? new Place.Asset(cell.service().address())
            : new Place.AssetService(cell.service(), asset.answers(cell.service()));
    return new ExposurePath(
        ExposureLevel.BUILDING,
        List.of(
            new Hop(new Place.Zone(cell.from()), Hop.Way.BEGINS, Truth.YES, List.of()),
            new Hop(end, Hop.Way.ZONE_PASSAGE, cell.reached(), List.of(cell.ground()))));
  }

  /// An asset in several zones is reached from each. Whether it hands on what comes from one to its
  /// neighbours in another is not known.
  private void add(Bridge bridge, List<ExposurePath> paths) {
    if (bridge.legs().stream().anyMatch(asset::has)) {
      for (String zone : bridge.zones()) {
        paths.add(path(zone, List.of(bridgeHop(bridge, asset.addresses().getFirst()))));
      }
      return;
    }
    for (InetAddress leg : bridge.legs()) {
      AddressRange beside = neighbours(leg);
      for (InetAddress address : asset.addresses()) {
        if (beside.contains(address)) {
          paths.add(
              path(
                  "",
                  List.of(
                      new Hop(
                          new Place.BridgeHost(leg),
                          Hop.Way.BRIDGE,
                          Truth.YES,
                          List.of(bridge.ground())),
                      new Hop(
                          new Place.Asset(address),
                          Hop.Way.ZONE_PASSAGE,
                          Truth.NOT_DETERMINED,
                          List.of()))));
        }
      }
    }
  }

  private static Hop bridgeHop(Bridge bridge, InetAddress asset) {
    return new Hop(new Place.Asset(asset), Hop.Way.BRIDGE, Truth.YES, List.of(bridge.ground()));
  }

  private static ExposurePath path(String zone, List<Hop> rest) {
    List<Hop> hops = new ArrayList<>();
    hops.add(new Hop(new Place.Zone(zone), Hop.Way.BEGINS, Truth.YES, List.of()));
    hops.addAll(rest);
    return new ExposurePath(ExposureLevel.BUILDING, hops);
  }

  private static AddressRange neighbours(InetAddress address) {
    return AddressRange.around(
        address, address instanceof Inet6Address ? NEIGHBOURS_6 : NEIGHBOURS_4);
  }
}
