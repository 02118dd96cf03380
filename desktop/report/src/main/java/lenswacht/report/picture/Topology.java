package lenswacht.report.picture;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.OtherAsset;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.assessment.exposure.ExposureLevel;
import lenswacht.assessment.outward.WaysOut;
import lenswacht.assessment.separation.Cell;
import lenswacht.assessment.separation.Reach;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.assessment.separation.Zone;
import lenswacht.assessment.separation.ZonePlan;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.knowledge.Truth;
import lenswacht.knowledge.ZoneRole;

/// What stands in which part of a site, and what flows between the parts: as far as it was seen.
///
/// @param areas the zones by role and name, those assets last that stand in none
/// @param bridges assets with a leg in several zones
/// @param flows between areas, and between an area and the internet
/// @param inSight from how many other zones each zone was tried, and to how many
public record Topology(
    List<Area> areas, List<Bridge> bridges, List<Flow> flows, Map<String, Tried> inSight) {
  /// Stands for the world outside. No zone has a blank name.
  public static final String INTERNET = " ";

  /// Stands for what is in no zone.
  public static final String NOWHERE = "";

  public Topology {
    areas = List.copyOf(areas);
    bridges = List.copyOf(bridges);
    flows = List.copyOf(flows);
    inSight = Collections.unmodifiableMap(new TreeMap<>(inSight));
  }

  /// A part of the site.
  ///
  /// @param name of the zone, or [#NOWHERE]
  /// @param role empty for [#NOWHERE]
  /// @param counts how many assets of each kind stand in it
  /// @param singles those that are shown one by one: recorders, and whatever is reached from
  ///     outside, which come first; in order of their names
  public record Area(
      String name, Optional<ZoneRole> role, Map<AssetKind, Integer> counts, List<Single> singles) {
    public Area {
      counts = Collections.unmodifiableMap(new TreeMap<>(counts));
      singles = List.copyOf(singles);
    }
  }

  /// An asset that is shown by itself.
  ///
  /// @param name of the asset
  /// @param kind what it is
  /// @param level from where it was shown to be reached
  public record Single(String name, AssetKind kind, ExposureLevel level) {}

  /// An asset with a leg in several zones.
  public record Bridge(String name, AssetKind kind, SortedSet<String> zones) {
    public Bridge {
      zones = Collections.unmodifiableSortedSet(new TreeSet<>(zones));
    }
  }

  /// From one place to another.
  ///
  /// @param from name of an area, or [#INTERNET]
  /// @param to the same
  /// @param kind whether it was seen
  /// @param deviating whether it is not as it should be
  public record Flow(String from, String to, Kind kind, boolean deviating) {}

  /// Whether a flow was seen.
  public enum Kind {
    /// Traffic was seen.
    OBSERVED,
    /// It was shown that it can be.
    POSSIBLE
  }

  /// How far a zone was tried.
  ///
  /// @param from how many other zones were tried from it
  /// @param of how many there are
  public record Tried(int from, int of) {}

  /// The topology of a site.
  ///
  /// @param matrix empty where nobody named zones
  public static Topology of(
      ZonePlan plan, Optional<SeparationMatrix> matrix, Assessment assessment, WaysOut ways) {
    Survey survey = new Survey(plan);
    matrix.ifPresent(survey::look);
    assessment.assets().forEach(survey::look);
    assessment.others().forEach(survey::look);
    ways.calls().forEach(survey::hear);
    return survey.topology();
  }

  /// Adds up what is where.
  private static final class Survey {
    private final ZonePlan plan;
    private final Map<String, Map<AssetKind, Integer>> counts = new LinkedHashMap<>();
    private final Map<String, List<Single>> singles = new TreeMap<>();
    private final Map<String, SortedSet<String>> legs = new TreeMap<>();
    private final Map<String, AssetKind> kinds = new TreeMap<>();
    private final Map<String, String> zones = new TreeMap<>();
    private final Map<String, Tried> tried = new TreeMap<>();
    private final Map<String, Flow> flows = new TreeMap<>();

    Survey(ZonePlan plan) {
      this.plan = plan;
    }

    void look(SeparationMatrix matrix) {
      matrix.bridges().forEach(it -> legs.put(it.asset(), new TreeSet<>(it.legs().keySet())));
      matrix.leaks().forEach(leak -> add(leak.zone(), leak.metIn(), Kind.OBSERVED, true));
      for (Cell cell : matrix.cells()) {
        if (cell.reach().isReached()) {
          boolean deviating = cell.conformity() == Cell.Conformity.DEVIATING;
          add(cell.from(), cell.to(), Kind.POSSIBLE, deviating);
        }
        int looked = cell.reach() == Reach.NOT_MEASURED ? 0 : 1;
        tried.merge(
            cell.from(),
            new Tried(looked, 1),
            (one, other) -> new Tried(one.from() + other.from(), one.of() + other.of()));
      }
    }

    void look(RatedAsset asset) {
      AssetKind kind = asset.identification().identity().kind();
      String zone = stand(asset.address(), asset.trace(), kind);
      Exposure exposure = asset.exposure();
      if (kind == AssetKind.RECORDER || isOutside(exposure.level())) {
        singles
            .computeIfAbsent(zone, ignored -> new ArrayList<>())
            .add(new Single(asset.address(), kind, exposure.level()));
      }
      if (exposure.internet() == Truth.YES) {
        add(INTERNET, zone, Kind.POSSIBLE, true);
      }
      if (exposure.egress().passes() == Truth.YES) {
        add(zone, INTERNET, Kind.POSSIBLE, false);
      }
    }

    private static boolean isOutside(ExposureLevel level) {
      return level == ExposureLevel.INTERNET || level == ExposureLevel.VENDOR_RELAY;
    }

    void look(OtherAsset asset) {
      stand(asset.address(), asset.trace(), asset.identification().identity().kind());
    }

    void hear(WaysOut.Call call) {
      String zone = zones.getOrDefault(call.caller(), zoneOf(call.caller(), Trace.NONE));
      add(zone, INTERNET, Kind.OBSERVED, false);
    }

    private String stand(String name, Trace trace, AssetKind kind) {
      String zone = zoneOf(name, trace);
      zones.put(name, zone);
      kinds.put(name, kind);
      counts
          .computeIfAbsent(zone, ignored -> new EnumMap<>(AssetKind.class))
          .merge(kind, 1, Integer::sum);
      return zone;
    }

    /// The zone of the first of its addresses that lies in one.
    private String zoneOf(String name, Trace trace) {
      List<InetAddress> addresses = new ArrayList<>(trace.addresses());
      try {
        addresses.add(InetAddress.ofLiteral(name));
      } catch (IllegalArgumentException _) {
        // a name with a port behind it: its trace has the address
      }
      return addresses.stream()
          .flatMap(address -> plan.of(address).stream())
          .map(Zone::name)
          .findFirst()
          .orElse(NOWHERE);
    }

    private void add(String from, String to, Kind kind, boolean deviating) {
      flows.merge(
          String.join("\u0000", from, to, kind.name()),
          new Flow(from, to, kind, deviating),
          (one, other) -> one.deviating() ? one : other);
    }

    Topology topology() {
      List<Area> areas =
          new ArrayList<>(
              plan.zones().stream()
                  .sorted(Comparator.comparing(Zone::role).thenComparing(Zone::name))
                  .map(zone -> area(zone.name(), Optional.of(zone.role())))
                  .toList());
      if (counts.containsKey(NOWHERE) || areas.isEmpty()) {
        areas.add(area(NOWHERE, Optional.empty()));
      }
      List<Bridge> bridges =
          legs.entrySet().stream()
              .map(
                  leg ->
                      new Bridge(
                          leg.getKey(),
                          kinds.getOrDefault(leg.getKey(), AssetKind.UNKNOWN),
                          leg.getValue()))
              .toList();
      Set<String> known = new TreeSet<>(areas.stream().map(Area::name).toList());
      List<Flow> kept =
          flows.values().stream()
              .filter(flow -> known.contains(flow.from()) || flow.from().equals(INTERNET))
              .filter(flow -> known.contains(flow.to()) || flow.to().equals(INTERNET))
              .toList();
      return new Topology(areas, bridges, kept, tried);
    }

    private Area area(String name, Optional<ZoneRole> role) {
      List<Single> shown = new ArrayList<>(singles.getOrDefault(name, List.of()));
      shown.sort(
          Comparator.comparing((Single one) -> !isOutside(one.level()))
              .thenComparing(Single::name));
      return new Area(name, role, counts.getOrDefault(name, Map.of()), shown);
    }
  }
}
