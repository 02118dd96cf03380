package lenswacht.observation;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What was looked at within a mandate, how, and what was not: in one scan run, or in several,
// which
/// add up. Computed from journals alone, see [CoverageTally].
///
/// @param rounds number of scan runs that are told of here
/// @param segments one per range of the mandate, in its order
/// @param standpoints where the device stood, one per network, as last told
/// @param listening for how long each network was listened to, and what could not be heard
/// @param searches which questions were put to whole networks at once, or could not be
/// @param leftAlone hosts that stopped answering, and after which question
/// @param answersLost questions that were put and whose answers an interruption took
/// @param further what a further round would still find, or find out
public record Coverage(
    int rounds,
    List<Segment> segments,
    List<Whereabouts> standpoints,
    List<Listening> listening,
    List<Search> searches,
    List<JournalEvent.LeftAlone> leftAlone,
    List<JournalEvent.Asking> answersLost,
    List<Further> further) {
  public Coverage {
    segments = List.copyOf(segments);
    standpoints = List.copyOf(standpoints);
    listening = List.copyOf(listening);
    searches = List.copyOf(searches);
    leftAlone = List.copyOf(leftAlone);
    answersLost = List.copyOf(answersLost);
    further = List.copyOf(further);
  }

  /// The coverage of what `events` tell, of one run or of several, within `scope`.
  public static Coverage of(ScanScope scope, Iterable<JournalEvent> events) {
    CoverageTally tally = new CoverageTally(scope);
    events.forEach(tally::hear);
    return tally.coverage();
  }

  /// One range of the mandate. Each address that a host can have there is in exactly one of
  /// `answered`, `refused`, `silent`, `untold` and `missing`.
  ///
  /// @param range which
  /// @param vantage from where it was looked at
  /// @param answered these said something: accepted a connection, answered, or were heard
  /// @param refused these are there, and refused whatever they were asked
  /// @param silent these were swept and nothing came back
  /// @param untold these were swept, and the journal does not tell whether they refused or were
  ///     silent
  /// @param missing these were not looked at, by reason
  /// @param sweeps how it was swept
  /// @param questions how the questions ended that were put to single hosts there
  public record Segment(
      AddressRange range,
      Vantage vantage,
      AddressSet answered,
      AddressSet refused,
      AddressSet silent,
      AddressSet untold,
      Map<Omission, AddressSet> missing,
      List<Manner> sweeps,
      Questions questions) {
    public Segment {
      missing = Collections.unmodifiableMap(new TreeMap<>(missing));
      sweeps = List.copyOf(sweeps);
    }

    /// Number of addresses that a host can have.
    public long addresses() {
      return looked() + missed();
    }

    /// Number of addresses that were looked at.
    public long looked() {
      return answered.size() + refused.size() + silent.size() + untold.size();
    }

    /// Number of addresses that were not looked at.
    public long missed() {
      return missing.values().stream().mapToLong(AddressSet::size).sum();
    }
  }

  /// From where a range was looked at.
  public enum Vantage {
    /// The device stood in it: what is said there can be heard, and searches by multicast reach it.
    WITHIN,
    /// The device stood elsewhere: a host that says nothing unasked and opens no port is not seen.
    BEYOND,
    /// It is not known where the device stood.
    NOT_DETERMINED
  }

  /// How addresses were swept.
  ///
  /// @param means how, for example `syn`; empty where the journal does not tell
  /// @param ports ports on which each address was asked
  /// @param portsOfAnswering ports on which only addresses were asked that had answered
  /// @param where which addresses
  public record Manner(
      String means, List<Integer> ports, List<Integer> portsOfAnswering, AddressSet where) {
    public Manner {
      ports = List.copyOf(ports);
      portsOfAnswering = List.copyOf(portsOfAnswering);
    }
  }

  /// How questions ended.
  ///
  /// @param answered answered
  /// @param silent nothing came
  /// @param refused somebody said no
  /// @param garbled something came that nobody understands
  /// @param held not put, by the rule that held them back
  public record Questions(
      long answered, long silent, long refused, long garbled, Map<String, Long> held) {
    public Questions {
      held = Collections.unmodifiableMap(new TreeMap<>(held));
    }
  }

  /// Listening on one network, over all rounds.
  ///
  /// @param network name of the interface
  /// @param means how: `packet-socket`, `multicast-groups` or `none`; the best there was
  /// @param time for how long
  /// @param frames number of frames that were heard
  /// @param dropped number of frames that were lost because we were too slow
  /// @param lost what could not be heard, a sentence each
  public record Listening(
      String network, String means, Duration time, long frames, long dropped, List<String> lost) {
    public Listening {
      lost = List.copyOf(lost);
    }
  }

  /// One question to a whole network, over all rounds.
  ///
  /// @param network name of the interface
  /// @param probe name of the probe
  /// @param answers number of answers from hosts inside the mandate
  /// @param strangers number of answers from outside it
  /// @param impossible key of the reason why it could not be put; empty where it was put at least
  ///     once
  public record Search(
      String network, String probe, long answers, long strangers, Optional<String> impossible) {}

  /// What a further round would still find, or find out.
  public sealed interface Further {
    /// Whatever has these addresses: they were not looked at.
    record Unseen(Omission reason, AddressSet where) implements Further {}

    /// What slept, or stayed silent, at these addresses.
    record Sleepers(AddressSet where) implements Further {}

    /// What opens only these ports: silent addresses were not asked there.
    record OtherPorts(List<Integer> ports, AddressSet where) implements Further {
      public OtherPorts {
        ports = List.copyOf(ports);
      }
    }

    /// More on these hosts, which were not asked everything.
    record Unasked(Omission reason, AddressSet where) implements Further {}

    /// The answers that an interruption took, on these hosts.
    record LostAnswers(long questions, AddressSet where) implements Further {}

    /// What does not open a port and answers on its own network only: the device never stood in
    /// this range.
    record StandInside(AddressRange range) implements Further {}

    /// What speaks seldom: this network was listened to for a short time, not in full, or not at
    /// all.
    record Listen(String network, Duration time) implements Further {}

    /// What answers only to these searches, which could not be made on this network.
    record SearchAgain(String network, List<String> probes) implements Further {
      public SearchAgain {
        probes = List.copyOf(probes);
      }
    }
  }
}
