package lenswacht.assessment.exposure;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import lenswacht.assessment.exposure.ExposureFact.OwnUpnp;
import lenswacht.knowledge.Truth;

/// Joins facts from every side to the exposure of assets. A pure function.
///
/// The rules:
/// - internet: yes where a mapping in force leads to the asset from a public outer address, where
///   the asset answers on a public IPv4 address, where it answers on a public IPv6 address behind
///   a firewall that is off, or where it was surely seen from outside in the last 90 days. No
///   where its segment has no route, or where a gateway told its mappings to the end, none leads
///   there, and a look from outside at the gateway, at the asset's ports, saw nothing of it and
///   nothing that nobody recognised;
/// - relay: yes where the asset calls a relay or a name service that follows its address, or says
///   that its relay is on. No where its segment has no way out, or the relay is said to be off and
///   all calls were watched for an hour, or all calls were watched for 14 days;
/// - building: yes where another zone reaches it, where it stands in several zones, or where a
///   gateway passes it on to a network that is not the internet. No where every other zone was
///   tried and none reaches it.
///
/// Whatever is neither is not determined.
public final class ExposureReader {
  private static final Comparator<ExposurePath> GRAVEST_FIRST =
      Comparator.comparing((ExposurePath path) -> path.open() == Truth.NO)
          .thenComparing(path -> path.open() == Truth.NOT_DETERMINED)
          .thenComparing(ExposurePath::leadsFrom, Comparator.reverseOrder());

  /// Facts that bear on any asset, and those on one address alone, each by its place in the order
  /// of all.
  private final SortedMap<Integer, ExposureFact> common = new TreeMap<>();

  private final Map<InetAddress, SortedMap<Integer, ExposureFact>> byAddress = new HashMap<>();
  private final Instant asOf;

  /// @param facts what is known from every side
  /// @param asOf the moment for which ages are counted
  public ExposureReader(Collection<ExposureFact> facts, Instant asOf) {
    this.asOf = asOf;
    int place = 0;
    for (ExposureFact fact : facts) {
      Optional<InetAddress> only = onlyOn(fact);
      (only.isEmpty() ? common : byAddress.computeIfAbsent(only.get(), _ -> new TreeMap<>()))
          .put(place++, fact);
    }
  }

  /// The address without which a fact says nothing; empty where it says something of every asset.
  private static Optional<InetAddress> onlyOn(ExposureFact fact) {
    return switch (fact) {
      case ExposureFact.OwnUpnp upnp -> Optional.of(upnp.asset());
      case ExposureFact.DynamicName name -> Optional.of(name.asset());
      case ExposureFact.RelaySetting setting -> Optional.of(setting.asset());
      case ExposureFact.Call call -> Optional.of(call.asset());
      case ExposureFact.ZoneReach cell -> Optional.of(cell.service().address());
      case ExposureFact.Mapping _,
          ExposureFact.OuterAddress _,
          ExposureFact.MappingsRead _,
          ExposureFact.OpensPorts _,
          ExposureFact.SixFirewall _ ->
          Optional.empty();
      case ExposureFact.CallsWatched _, ExposureFact.WayOut _ -> Optional.empty();
      case ExposureFact.OutsideSight _,
          ExposureFact.OutsideStranger _,
          ExposureFact.OutsideLook _ ->
          Optional.empty();
      case ExposureFact.Bridge _ -> Optional.empty();
    };
  }

  private List<ExposureFact> on(ExposedAsset asset) {
    SortedMap<Integer, ExposureFact> facts = new TreeMap<>(common);
    for (InetAddress address : asset.addresses()) {
      facts.putAll(byAddress.getOrDefault(address, Collections.emptySortedMap()));
    }
    return List.copyOf(facts.values());
  }

  /// The exposure of `asset`.
  public Exposure read(ExposedAsset asset) {
    List<ExposureFact> facts = on(asset);
    Outward outward = new Outward(asset, facts);
    Side ways = new Inward(asset, facts, outward, asOf).side();
    Side relay = outward.relay();
    List<ExposurePath> paths = new ArrayList<>(ways.paths());
    paths.addAll(relay.paths());
    Side zones = new Inside(asset, facts).side(paths);
    paths.addAll(zones.paths());
    paths.sort(GRAVEST_FIRST);
    Set<Gap> gaps = EnumSet.noneOf(Gap.class);
    gaps.addAll(ways.gaps());
    gaps.addAll(relay.gaps());
    gaps.addAll(zones.gaps());
    return new Exposure(
        asset.name(),
        ways.reached(),
        relay.reached(),
        zones.reached(),
        outward.egress(),
        paths.stream().distinct().toList(),
        facts.stream()
            .filter(fact -> fact instanceof OwnUpnp upnp && asset.has(upnp.asset()))
            .map(ExposureFact::ground)
            .toList(),
        gaps);
  }
}
