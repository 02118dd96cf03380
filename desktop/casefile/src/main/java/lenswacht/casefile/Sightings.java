package lenswacht.casefile;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.asset.AssetIdentifier;
import lenswacht.fingerprint.asset.IdentifiedAsset;
import lenswacht.fingerprint.asset.Sighted;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalLine;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;

/// Gathers what was observed, address by address. What a later run saw at an address replaces what
/// an earlier one saw there: firmware that was replaced is not held against anyone.
final class Sightings {
  private final Map<InetAddress, Sighting> byAddress = new HashMap<>();
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
  }

  /// Takes in a line of a run. Runs are numbered in the order in which they were received.
  void see(long run, JournalLine line) {
    if (line.event() instanceof JournalEvent.Located located) {
      gateways.addAll(located.whereabouts().gateways());
    }
    if (line.event().brings().orElse(null) instanceof ProbeOutcome.Answered answered) {
      Map<EvidenceId, Instant> times = new HashMap<>();
      for (Evidence piece : answered.evidence()) {
        times.put(piece.id(), piece.at());
      }
      for (Observation observation : answered.observations()) {
        Instant at = times.getOrDefault(observation.evidence(), line.at());
        byAddress
            .compute(
                observation.service().address(),
                (address, known) -> known == null || known.run < run ? new Sighting(run) : known)
            .see(run, new Sighted(observation, at));
      }
    }
  }

  /// Every asset, in the order of the addresses: IPv4 before IPv6, each by number.
  List<IdentifiedAsset> assets(Function<List<Observation>, Identification> identifier) {
    List<Sighted> all = new ArrayList<>();
    byAddress.values().forEach(sighting -> all.addAll(sighting.sighted));
    return new AssetIdentifier(identifier).identify(all, gateways);
  }
}
