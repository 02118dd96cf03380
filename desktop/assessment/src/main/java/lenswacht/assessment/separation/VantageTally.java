package lenswacht.assessment.separation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lenswacht.assessment.separation.Vantage.Neighbour;
import lenswacht.assessment.separation.Vantage.Seen;
import lenswacht.assessment.separation.Vantage.Tried;
import lenswacht.observation.AddressSet;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalLine;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.observation.Transport;
import lenswacht.observation.Whereabouts;

/// Sums up the journal lines of one scan run as a [Vantage], line by line.
public final class VantageTally {
  /// Questions whose answer never crosses a router.
  private static final Set<String> ON_THE_CABLE = Set.of("arp", "nd");

  private static final Set<String> ECHO = Set.of("icmp", "icmp6");

  /// What is heard of these does not cross a router either: broadcast, or groups of one network.
  private static final Set<String> SAID_ON_THE_CABLE =
      Set.of("arp", "nd", "dhcp", "mdns", "ssdp", "ws-discovery", "sadp", "dhip");

  private final Map<String, Whereabouts> whereabouts = new LinkedHashMap<>();
  private final List<Tried> sweeps = new ArrayList<>();
  private final Set<Seen> open = new HashSet<>();
  private final Set<Seen> echoes = new HashSet<>();
  private final Set<Neighbour> neighbours = new HashSet<>();
  private Optional<String> run = Optional.empty();
  private Optional<String> spot = Optional.empty();
  private Instant began = Instant.EPOCH;

  /// Takes the next line of the run.
  public void hear(JournalLine line) {
    switch (line.event()) {
      case JournalEvent.RunStarted started -> {
        run = Optional.of(started.run());
        began = line.at();
      }
      case JournalEvent.Planned planned -> spot = planned.spot();
      case JournalEvent.Located(Whereabouts where) -> whereabouts.put(where.network(), where);
      case JournalEvent.Swept swept -> sweeps.add(tried(swept));
      case JournalEvent.Probed probed -> probed(probed);
      case JournalEvent.Heard heard -> heard(heard);
      case JournalEvent.RunResumed _,
          JournalEvent.PhaseStarted _,
          JournalEvent.Listened _,
          JournalEvent.SegmentCalled _,
          JournalEvent.WayOutTried _,
          JournalEvent.NotSwept _,
          JournalEvent.Asking _,
          JournalEvent.Searched _,
          JournalEvent.LeftAlone _,
          JournalEvent.NotLookedAt _,
          JournalEvent.Unasked _,
          JournalEvent.Ordered _,
          JournalEvent.BoxNoted _,
          JournalEvent.RunEnded _ -> {}
    }
  }

  /// What the lines so far amount to; empty before the run began.
  public Optional<Vantage> vantage() {
    return run.map(
        id ->
            new Vantage(
                id,
                began,
                spot,
                List.copyOf(whereabouts.values()),
                sweeps,
                open,
                echoes,
                neighbours));
  }

  private static Tried tried(JournalEvent.Swept swept) {
    return new Tried(
        new AddressSet(swept.ranges()),
        Set.copyOf(swept.ports()),
        swept
            .sweeping()
            .map(sweeping -> new AddressSet(sweeping.answering()))
            .orElse(AddressSet.EMPTY),
        swept.sweeping().map(sweeping -> Set.copyOf(sweeping.portsOfAnswering())).orElse(Set.of()));
  }

  private void probed(JournalEvent.Probed probed) {
    if (!(probed.outcome() instanceof ProbeOutcome.Answered answered)) {
      return;
    }
    Service service = probed.service();
    Optional<EvidenceId> evidence = evidence(answered);
    if (evidence.isEmpty()) {
      return;
    }
    if (service.transport() == Transport.TCP) {
      open.add(new Seen(service, evidence.get()));
    } else if (ECHO.contains(probed.probe())) {
      echoes.add(new Seen(service, evidence.get()));
    } else if (ON_THE_CABLE.contains(probed.probe())) {
      neighbours.add(new Neighbour(probed.probe(), service.address(), evidence.get()));
    }
  }

  private void heard(JournalEvent.Heard heard) {
    if (SAID_ON_THE_CABLE.contains(heard.by())) {
      evidence(heard.outcome())
          .ifPresent(
              id -> neighbours.add(new Neighbour(heard.by(), heard.service().address(), id)));
    }
  }

  private static Optional<EvidenceId> evidence(ProbeOutcome.Answered answered) {
    return answered.observations().stream()
        .map(Observation::evidence)
        .findFirst()
        .or(() -> answered.evidence().stream().map(piece -> piece.id()).findFirst());
  }
}
