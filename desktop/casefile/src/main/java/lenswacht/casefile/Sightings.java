package lenswacht.casefile;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.asset.AssetIdentifier;
import lenswacht.fingerprint.asset.IdentifiedAsset;
import lenswacht.fingerprint.asset.Sighted;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalLine;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Whereabouts;

/// Gathers what was observed, address by address. What a later run saw at an address replaces what
/// an earlier one saw there from the same socket: firmware that was replaced is not held against
/// anyone. What runs of one visit saw from different sockets adds up, because each sees what the
/// others cannot. A run from outside sees no assets but outer addresses behind which they may
/// stand, and is left to [lenswacht.casefile.outside.OwnLook].
final class Sightings {
  /// Runs further apart than this are not of one visit.
  private static final Duration ONE_VISIT = Duration.ofDays(7);

  private static final int IPV4_PREFIX = 24;
  private static final int IPV6_PREFIX = 64;

  private final Map<InetAddress, Map<String, Sighting>> byAddress = new HashMap<>();
  private final Map<Long, String> standpoints = new HashMap<>();
  private final Set<Long> fromOutside = new HashSet<>();
  private final Set<InetAddress> gateways = new HashSet<>();

  private static final class Sighting {
    private final long run;
    private final List<Sighted> sighted = new ArrayList<>();

    Sighting(long run) {
      this.run = run;
    }

    void see(long seenIn, Sighted one) {
      if (seenIn == run) {
        sighted.add(one);
      }
    }

    Instant last() {
      return sighted.stream().map(Sighted::at).max(Comparator.naturalOrder()).orElse(Instant.MIN);
    }
  }

  /// Takes in a line of a run. Runs are numbered in the order in which they were received.
  void see(long run, JournalLine line) {
    if (line.event() instanceof JournalEvent.Planned planned) {
      planned.spot().ifPresent(spot -> standpoints.put(run, spot));
      if (planned.looksFromOutside()) {
        fromOutside.add(run);
      }
    }
    if (fromOutside.contains(run)) {
      return;
    }
    if (line.event() instanceof JournalEvent.Located located) {
      gateways.addAll(located.whereabouts().gateways());
      standpoints.putIfAbsent(run, networks(located.whereabouts()));
    }
    if (line.event().brings().orElse(null) instanceof ProbeOutcome.Answered answered) {
      Map<EvidenceId, Instant> times = new HashMap<>();
      for (Evidence piece : answered.evidence()) {
        times.put(piece.id(), piece.at());
      }
      String standpoint = standpoints.getOrDefault(run, "");
      for (Observation observation : answered.observations()) {
        Instant at = times.getOrDefault(observation.evidence(), line.at());
        byAddress
            .computeIfAbsent(observation.service().address(), _ -> new TreeMap<>())
            .compute(
                standpoint,
                (_, known) -> known == null || known.run < run ? new Sighting(run) : known)
            .see(run, new Sighted(observation, at));
      }
    }
  }

  /// The networks that a device's own addresses lie in.
  private static String networks(Whereabouts where) {
    return where.addresses().stream()
        .map(
            address ->
                AddressRange.around(
                        address, address instanceof Inet4Address ? IPV4_PREFIX : IPV6_PREFIX)
                    .toString())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /// What was seen at one address on the last visit that saw anything there.
  private static Stream<Sighted> lastVisit(Map<String, Sighting> sightings) {
    Instant last =
        sightings.values().stream()
            .map(Sighting::last)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    return sightings.values().stream()
        .filter(
            sighting ->
                !sighting.sighted.isEmpty() && sighting.last().plus(ONE_VISIT).isAfter(last))
        .flatMap(sighting -> sighting.sighted.stream());
  }

  /// Every asset, in the order of the addresses: IPv4 before IPv6, each by number.
  List<IdentifiedAsset> assets(Function<List<Observation>, Identification> identifier) {
    List<Sighted> all = new ArrayList<>();
    byAddress.values().forEach(sightings -> lastVisit(sightings).forEach(all::add));
    return new AssetIdentifier(identifier).identify(all, gateways);
  }
}
