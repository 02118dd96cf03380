package lenswacht.assessment.separation;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.separation.SeparationMatrix.Bridge;
import lenswacht.assessment.separation.SeparationMatrix.Leak;
import lenswacht.assessment.separation.SeparationMatrix.Separated;
import lenswacht.assessment.separation.SeparationMatrix.SharedSwitch;
import lenswacht.assessment.separation.SeparationMatrix.Stand;
import lenswacht.fingerprint.asset.Presence;
import lenswacht.knowledge.SeparationNorm;
import lenswacht.knowledge.ZoneRole;
import lenswacht.observation.Whereabouts.SwitchPort;

/// Puts what scan runs tried from several sockets together as one matrix.
///
/// What was tried counts for the zone that the run stood in. A run that stood in two zones at once
/// counts for none: nothing tells by which of its legs it reached a host.
public final class SeparationReader {
  private final SeparationNorm norm;

  /// A reader that holds what it finds against `norm`.
  public SeparationReader(SeparationNorm norm) {
    this.norm = norm;
  }

  /// The matrix of a site.
  ///
  /// @param plan its zones and what was agreed
  /// @param vantages what each run tried
  /// @param assets what was identified there
  public SeparationMatrix read(ZonePlan plan, List<Vantage> vantages, List<SeenAsset> assets) {
    List<Stand> stands =
        vantages.stream()
            .map(
                vantage ->
                    new Stand(vantage, vantage.standsIn(plan).stream().map(Zone::name).toList()))
            .toList();
    CellReader cells = new CellReader(plan, norm, stands);
    List<Cell> all = new ArrayList<>();
    for (Zone from : plan.zones()) {
      for (Zone to : plan.zones()) {
        if (!from.equals(to) && !to.ranges().isEmpty()) {
          all.add(cells.read(from, to));
        }
      }
    }
    List<Bridge> bridges = bridges(plan, stands, assets);
    List<SharedSwitch> switches = switches(stands);
    List<Leak> leaks = leaks(plan, stands);
    return new SeparationMatrix(
        plan,
        stands,
        all,
        bridges,
        switches,
        leaks,
        logical(plan, all, bridges, leaks),
        physical(plan, switches, leaks));
  }

  private static List<Bridge> bridges(ZonePlan plan, List<Stand> stands, List<SeenAsset> assets) {
    List<Bridge> bridges = new ArrayList<>();
    for (SeenAsset asset : assets) {
      SortedMap<String, List<InetAddress>> legs = new TreeMap<>();
      for (Presence presence : asset.trace().presences()) {
        plan.of(presence.address())
            .map(Zone::name)
            .filter(zone -> presence.through().isEmpty() && isKept(presence, zone, stands))
            .ifPresent(
                zone -> {
                  List<InetAddress> leg = legs.computeIfAbsent(zone, _ -> new ArrayList<>());
                  if (!leg.contains(presence.address())) {
                    leg.add(presence.address());
                  }
                });
      }
      if (legs.size() > 1) {
        bridges.add(new Bridge(asset.address(), legs, asset.trace().joins()));
      }
    }
    return bridges;
  }

  /// Whether it is still there, as far as anybody knows: no run that stood in its zone tried the
  /// address after it was last met.
  private static boolean isKept(Presence presence, String zone, List<Stand> stands) {
    return stands.stream()
        .filter(stand -> stand.zones().equals(List.of(zone)))
        .map(Stand::vantage)
        .filter(vantage -> vantage.began().isAfter(presence.last()))
        .noneMatch(vantage -> vantage.tried(presence.address()));
  }

  private static List<SharedSwitch> switches(List<Stand> stands) {
    Map<String, Set<String>> zones = new TreeMap<>();
    Map<String, Set<String>> runs = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    for (Stand stand : stands) {
      if (stand.zones().size() != 1) {
        continue;
      }
      stand.vantage().whereabouts().stream()
          .flatMap(where -> where.switchPorts().stream())
          .forEach(
              port -> {
                String identity = identity(port);
                names.putIfAbsent(identity, port.name().isBlank() ? identity : port.name());
                zones.computeIfAbsent(identity, _ -> new TreeSet<>()).addAll(stand.zones());
                runs.computeIfAbsent(identity, _ -> new TreeSet<>()).add(stand.vantage().run());
              });
    }
    return zones.entrySet().stream()
        .filter(shared -> shared.getValue().size() > 1)
        .map(
            shared ->
                new SharedSwitch(
                    names.getOrDefault(shared.getKey(), shared.getKey()),
                    List.copyOf(shared.getValue()),
                    List.copyOf(runs.getOrDefault(shared.getKey(), Set.of()))))
        .toList();
  }

  private static String identity(SwitchPort port) {
    return port.hardware().isBlank() ? port.name() : port.hardware();
  }

  private static List<Leak> leaks(ZonePlan plan, List<Stand> stands) {
    Set<Leak> leaks = new HashSet<>();
    for (Stand stand : stands) {
      if (stand.zones().size() != 1) {
        continue;
      }
      String here = stand.zones().getFirst();
      Set<InetAddress> own = new HashSet<>();
      stand.vantage().whereabouts().forEach(where -> own.addAll(where.addresses()));
      boolean isOnlyStoodIn = plan.named(here).map(zone -> zone.ranges().isEmpty()).orElse(true);
      for (Vantage.Neighbour neighbour : stand.vantage().neighbours()) {
        Optional<Zone> zone = plan.of(neighbour.address());
        boolean isForeign = zone.isPresent() && !zone.get().name().equals(here);
        if (isForeign && !isOnlyStoodIn && !own.contains(neighbour.address())) {
          leaks.add(
              new Leak(
                  neighbour.address(),
                  zone.get().name(),
                  here,
                  neighbour.by(),
                  neighbour.evidence()));
        }
      }
    }
    return leaks.stream()
        .sorted(
            Comparator.comparing(Leak::address, Presence.BY_NUMBER)
                .thenComparing(Leak::metIn)
                .thenComparing(Leak::by)
                .thenComparing(leak -> leak.evidence().hex()))
        .toList();
  }

  /// Reached in either direction, bridged, or met on one cable: not apart. Nothing reached anywhere
  /// between them, and every pair tried: apart as far as tried.
  private static Separated logical(
      ZonePlan plan, List<Cell> cells, List<Bridge> bridges, List<Leak> leaks) {
    List<Cell> between =
        cells.stream().filter(cell -> isApart(plan, cell.from(), cell.to())).toList();
    boolean isBridged =
        bridges.stream().anyMatch(bridge -> anyApart(plan, bridge.legs().keySet()))
            || leaks.stream().anyMatch(leak -> isApart(plan, leak.zone(), leak.metIn()));
    if (isBridged || between.stream().anyMatch(cell -> cell.reach().isReached())) {
      return Separated.NOT;
    }
    boolean isWhole =
        !between.isEmpty() && between.stream().allMatch(cell -> cell.reach() == Reach.CLOSED);
    return isWhole ? Separated.AS_FAR_AS_TRIED : Separated.NOT_DETERMINED;
  }

  private static Separated physical(ZonePlan plan, List<SharedSwitch> switches, List<Leak> leaks) {
    boolean isShared =
        switches.stream().anyMatch(shared -> anyApart(plan, Set.copyOf(shared.zones())))
            || leaks.stream().anyMatch(leak -> isApart(plan, leak.zone(), leak.metIn()));
    return isShared ? Separated.NOT : Separated.NOT_DETERMINED;
  }

  private static boolean anyApart(ZonePlan plan, Set<String> zones) {
    return zones.stream().anyMatch(one -> zones.stream().anyMatch(to -> isApart(plan, one, to)));
  }

  /// Whether one of the zones is the cameras' and the other is that of other equipment.
  private static boolean isApart(ZonePlan plan, String one, String other) {
    List<ZoneRole> roles =
        Stream.of(one, other).flatMap(name -> plan.named(name).stream()).map(Zone::role).toList();
    return roles.contains(ZoneRole.CAMERA)
        && (roles.contains(ZoneRole.OFFICE) || roles.contains(ZoneRole.GUEST));
  }
}
