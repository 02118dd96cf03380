package lenswacht.probe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lenswacht.observation.JournalEvent.Probed;
import lenswacht.observation.JournalEvent.Searched;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.DatagramRequest;
import lenswacht.probe.net.LocalSegment;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.Reply.Heard;
import lenswacht.probe.net.SearchOutcome;
import lenswacht.probe.question.DatagramProbe;

/// Asks whole networks at once, by multicast and by broadcast, on every interface whose subnets lie
/// wholly inside the mandate. Answers are read by the same probes that ask one host at a time.
public final class SubnetSearch {
  private final NetworkDoor door;

  /// A search through `door`.
  public SubnetSearch(NetworkDoor door) {
    this.door = door;
  }

  /// What was found.
  ///
  /// @param answers the different answers of hosts inside the mandate
  /// @param searches one for each probe and network, and family of addresses
  public record Outcome(List<Probed> answers, List<Searched> searches) {
    public Outcome {
      answers = List.copyOf(answers);
      searches = List.copyOf(searches);
    }
  }

  /// Puts to each network that is up the questions of the probes that `plan` names for it. Takes
  /// about as long as answers are awaited, and a second for every few questions.
  public Outcome search(Function<LocalSegment, List<DatagramProbe>> plan)
      throws InterruptedException {
    Map<LocalSegment, List<DatagramProbe>> probes = new LinkedHashMap<>();
    Map<LocalSegment, List<DatagramRequest>> requests = new LinkedHashMap<>();
    for (LocalSegment segment : LocalSegment.up()) {
      List<DatagramProbe> planned = plan.apply(segment);
      if (!planned.isEmpty()) {
        probes.put(segment, planned);
        requests.put(
            segment, planned.stream().flatMap(probe -> probe.searches().stream()).toList());
      }
    }
    Reading reading = new Reading();
    for (SearchOutcome outcome : door.search(requests)) {
      List<DatagramProbe> concerned =
          probes.getOrDefault(outcome.segment(), List.of()).stream()
              .filter(probe -> probe.searches().getFirst().port() == outcome.port())
              .toList();
      reading.take(outcome, concerned);
    }
    return new Outcome(reading.answers, reading.searches);
  }

  /// What the answers say, each different answer of a host once.
  private static final class Reading {
    private final List<Probed> answers = new ArrayList<>();
    private final List<Searched> searches = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();

    /// Several probes may share a port; each answer is for the one that can read it, and strangers
    /// are told of once.
    void take(SearchOutcome outcome, List<DatagramProbe> probes) {
      Map<DatagramProbe, Integer> counts = new LinkedHashMap<>();
      probes.forEach(probe -> counts.put(probe, 0));
      for (Heard heard : outcome.heard()) {
        Optional<DatagramProbe> reader = reader(probes, heard);
        if (reader.isPresent() && keep(reader.get(), heard)) {
          counts.merge(reader.get(), 1, Integer::sum);
        }
      }
      long strangers = outcome.strangers();
      for (Map.Entry<DatagramProbe, Integer> counted : counts.entrySet()) {
        searches.add(
            new Searched(
                outcome.segment().network(),
                counted.getKey().name() + (outcome.six() ? "-ipv6" : ""),
                counted.getValue(),
                strangers,
                outcome.impossible()));
        strangers = 0;
      }
    }

    private static Optional<DatagramProbe> reader(List<DatagramProbe> probes, Heard heard) {
      return probes.stream()
          .filter(probe -> probe.read(heard) instanceof ProbeOutcome.Answered)
          .findFirst()
          .or(() -> probes.stream().findFirst());
    }

    private boolean keep(DatagramProbe probe, Heard heard) {
      Heard told =
          new Heard(
              heard.from(),
              heard.at(),
              probe.searches().getFirst().question(),
              heard.bytes(),
              heard.truncated());
      ProbeOutcome outcome = probe.read(told);
      if (!known.add(probe.name() + content(heard.from(), outcome))) {
        return false;
      }
      answers.add(new Probed(probe.name(), heard.from(), outcome));
      return true;
    }

    /// The same for answers that say the same, whatever their numbers and times.
    private static String content(Service from, ProbeOutcome outcome) {
      if (!(outcome instanceof ProbeOutcome.Answered answered)) {
        return from + " unreadable";
      }
      StringBuilder content = new StringBuilder(from.toString());
      for (Observation fact : answered.observations()) {
        content.append('\n').append(fact.toString().replace(fact.evidence().toString(), ""));
      }
      return content.toString();
    }
  }
}
