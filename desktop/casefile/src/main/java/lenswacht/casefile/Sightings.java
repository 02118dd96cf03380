package lenswacht.casefile;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lenswacht.assessment.SeenAsset;
import lenswacht.fingerprint.Identification;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;

/// Gathers what was observed, address by address. What a later run saw at an address replaces what
/// an earlier one saw there: firmware that was replaced is not held against anyone.
final class Sightings {
  private final Map<InetAddress, Sighting> byAddress = new HashMap<>();

  private static final class Sighting {
    private final long run;
    private final List<Observation> observations = new ArrayList<>();

    Sighting(long run) {
      this.run = run;
    }

    void see(long seenIn, Observation observation) {
      if (seenIn == run) {
        observations.add(observation);
      }
    }
  }

  /// Takes in an event of a run. Runs are numbered in the order in which they were received.
  void see(long run, JournalEvent event) {
    if (event.brings().orElse(null) instanceof ProbeOutcome.Answered answered) {
      for (Observation observation : answered.observations()) {
        byAddress
            .compute(
                observation.service().address(),
                (address, known) -> known == null || known.run < run ? new Sighting(run) : known)
            .see(run, observation);
      }
    }
  }

  /// One asset for each address, in the order of the addresses: IPv4 before IPv6, each by number.
  List<SeenAsset> assets(Function<List<Observation>, Identification> identifier) {
    return byAddress.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparingInt((InetAddress address) -> address.getAddress().length)
                    .thenComparing(InetAddress::getAddress, Arrays::compareUnsigned)))
        .map(
            sighting ->
                asset(
                    sighting.getKey().getHostAddress(),
                    sighting.getValue().observations,
                    identifier))
        .toList();
  }

  private static SeenAsset asset(
      String address,
      List<Observation> observations,
      Function<List<Observation>, Identification> identifier) {
    Optional<MacAddress> mac =
        observations.stream()
            .filter(Observation.HardwareAddress.class::isInstance)
            .map(Observation.HardwareAddress.class::cast)
            .map(Observation.HardwareAddress::mac)
            .findFirst();
    return new SeenAsset(address, mac, identifier.apply(observations), observations);
  }
}
