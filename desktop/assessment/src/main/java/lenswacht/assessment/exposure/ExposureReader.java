package lenswacht.assessment.exposure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

  private final List<ExposureFact> facts;
  private final Instant asOf;

  /// @param facts what is known from every side
  /// @param asOf the moment for which ages are counted
  public ExposureReader(Collection<ExposureFact> facts, Instant asOf) {
    this.facts = List.copyOf(facts);
    this.asOf = asOf;
  }

  /// The exposure of `asset`.
  public Exposure read(ExposedAsset asset) {
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
