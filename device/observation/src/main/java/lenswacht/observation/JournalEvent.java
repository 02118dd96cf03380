package lenswacht.observation;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One thing that happened in a scan run, in the order it happened. The journal is a chain of
/// these.
public sealed interface JournalEvent {
  /// What this line brings of a host: how a question ended, or what was heard. Empty for lines that
  /// bring nothing of a host.
  default Optional<ProbeOutcome> brings() {
    return switch (this) {
      case Probed probed -> Optional.of(probed.outcome());
      case Heard heard -> Optional.of(heard.outcome());
      case RunStarted _,
          RunResumed _,
          Planned _,
          PhaseStarted _,
          Located _,
          Listened _,
          SegmentCalled _,
          WayOutTried _,
          Searched _,
          Swept _,
          NotSwept _,
          Asking _,
          LeftAlone _,
          NotLookedAt _,
          Unasked _,
          Ordered _,
          BoxNoted _,
          RunEnded _ ->
          Optional.empty();
    };
  }

  /// A scan run began under this mandate.
  ///
  /// @param run unique id of the run
  /// @param mandate the signed mandate, whole
  /// @param device id of the device that scans
  /// @param program name and version of the program
  record RunStarted(String run, SignedMandate mandate, String device, String program)
      implements JournalEvent {}

  /// A run that broke off, or was stopped, goes on from what the journal holds of it.
  ///
  /// @param run id of the run, the last one that started
  /// @param device id of the device that scans
  /// @param program name and version of the program
  record RunResumed(String run, String device, String program) implements JournalEvent {}

  /// What a run set out to do.
  ///
  /// @param level how much it asks
  /// @param ranges what it keeps to, each inside the mandate
  /// @param spot the socket it is plugged into, as the person there calls it; empty where nobody
  ///     said, and in journals that do not tell
  record Planned(ScanLevel level, List<AddressRange> ranges, Optional<String> spot)
      implements JournalEvent {
    /// The spot of a run that looks at a site from outside.
    public static final String OUTSIDE = "outside";

    private static final int LONGEST_SPOT = 80;

    public Planned {
      ranges = List.copyOf(ranges);
      spot = spot.map(text -> CleanText.of(text, LONGEST_SPOT).strip()).filter(t -> !t.isEmpty());
    }

    /// Whether the run looks at the site from outside.
    public boolean looksFromOutside() {
      return spot.filter(OUTSIDE::equalsIgnoreCase).isPresent();
    }

    /// A plan of a run at a socket that nobody named.
    public Planned(ScanLevel level, List<AddressRange> ranges) {
      this(level, ranges, Optional.empty());
    }
  }

  /// A phase of the run began.
  record PhaseStarted(Phase phase) implements JournalEvent {}

  /// Where on the network the device stands, as far as it can know without sending anything.
  record Located(Whereabouts whereabouts) implements JournalEvent {}

  /// A host said this of itself without being asked.
  ///
  /// @param by the protocol in which it was said, for example `arp`, `dhcp`, `mdns`
  /// @param service who said it; the host as a whole where there is no port
  /// @param outcome what was read, with its evidence
  record Heard(String by, Service service, ProbeOutcome.Answered outcome) implements JournalEvent {}

  /// Listening on one network interface, or to one capture file, ended.
  ///
  /// @param network name of the interface or of the file
  /// @param means how: `packet-socket`, `multicast-groups`, `capture-file` or `none`
  /// @param time for how long; for a capture file, between its first and its last frame
  /// @param frames number of frames or datagrams that were heard
  /// @param dropped number of frames that were lost because we were too slow, as the system says
  /// @param strangers number of facts that were left out because the mandate does not cover who
  ///     said them
  /// @param kinds number of frames heard, by kind
  /// @param lost what could not be heard this way, a sentence each
  record Listened(
      String network,
      String means,
      Duration time,
      long frames,
      long dropped,
      long strangers,
      Map<String, Long> kinds,
      List<String> lost)
      implements JournalEvent {
    public Listened {
      kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
      lost = List.copyOf(lost);
    }
  }

  /// Somebody in a segment called a service outside, of a kind of which it is not kept who did.
  ///
  /// @param segment which
  /// @param means how that was seen
  /// @param name the name that was asked for
  /// @param times how often
  /// @param first when first
  /// @param last when last
  record SegmentCalled(
      AddressRange segment,
      Observation.Means means,
      String name,
      long times,
      Instant first,
      Instant last)
      implements JournalEvent {
    public SegmentCalled {
      name = CleanText.of(name, Observation.Stated.LONGEST_TEXT);
    }
  }

  /// From where the device stands, the way to an endpoint outside was tried that the mandate names.
  ///
  /// @param network name of the network interface
  /// @param segment the network that the device stands in
  /// @param endpoint whereto
  /// @param route whether there is a default route
  /// @param names whether its name was answered
  /// @param reached whether a connection to it was accepted
  /// @param evidence what was answered, and how the connection ended
  record WayOutTried(
      String network,
      AddressRange segment,
      OutsideEndpoint endpoint,
      Tried route,
      Tried names,
      Tried reached,
      Evidence evidence)
      implements JournalEvent {}

  /// What came of trying something.
  enum Tried {
    /// It worked.
    YES,
    /// It did not work.
    NO,
    /// It could not be tried, or what came says neither.
    NOT_DETERMINED
  }

  /// A part of the scope was swept, or all of it.
  ///
  /// @param ranges every address of these that the mandate covers was swept; empty where the sweep
  ///     was cut short
  /// @param ports the ports that every address was asked on
  /// @param addresses number of addresses that were swept
  /// @param answering number of these that answered
  /// @param sweeping how, and who answered; empty in journals that do not tell
  record Swept(
      List<AddressRange> ranges,
      List<Integer> ports,
      long addresses,
      long answering,
      Optional<Sweeping> sweeping)
      implements JournalEvent {
    public Swept {
      ranges = List.copyOf(ranges);
      ports = List.copyOf(ports);
    }
  }

  /// How a part of the scope was swept, and who answered.
  ///
  /// @param means how, for example `syn` or `connect-unprivileged`
  /// @param answering the addresses that answered
  /// @param portsOfAnswering ports on which only addresses that had answered were asked
  /// @param packets number of packets that were sent, or of connections that were begun
  /// @param rounds how often what did not answer was asked, the first time included
  record Sweeping(
      String means,
      List<AddressRange> answering,
      List<Integer> portsOfAnswering,
      long packets,
      int rounds) {
    public Sweeping {
      answering = List.copyOf(answering);
      portsOfAnswering = List.copyOf(portsOfAnswering);
    }
  }

  /// Parts of the scope were not swept, and why.
  record NotSwept(List<AddressRange> ranges, Omission reason) implements JournalEvent {
    public NotSwept {
      ranges = List.copyOf(ranges);
    }
  }

  /// A question is about to be put. Where no [Probed] follows, it was lost on the way, and is not
  /// put again.
  record Asking(String probe, Service service) implements JournalEvent {}

  /// A search was put to everybody on one network interface at once.
  ///
  /// @param network name of the interface
  /// @param probe name of the probe whose question it was, with `-ipv6` behind it where it went to
  ///     the groups of IPv6
  /// @param answers number of different answers of hosts inside the mandate
  /// @param strangers number of answers from outside the mandate, which were not looked at
  /// @param impossible why nothing was asked or heard, if so: the key of a rule, or of what the
  ///     system refused
  record Searched(
      String network, String probe, int answers, long strangers, Optional<String> impossible)
      implements JournalEvent {}

  /// A probe was put to a service and ended like this. Observations and evidence of an answer
  /// travel inside.
  record Probed(String probe, Service service, ProbeOutcome outcome) implements JournalEvent {}

  /// A host stopped answering and gets no further question in this run.
  ///
  /// @param address which
  /// @param after name of the last probe that it answered
  /// @param unanswered the services that then said nothing, in the order they were asked
  record LeftAlone(InetAddress address, String after, List<Service> unanswered)
      implements JournalEvent {
    public LeftAlone {
      unanswered = List.copyOf(unanswered);
    }
  }

  /// A host in scope was not asked, or not asked everything, and why.
  record NotLookedAt(InetAddress address, Omission reason) implements JournalEvent {}

  /// These hosts were to be asked and were not, and why.
  record Unasked(List<AddressRange> hosts, Omission reason) implements JournalEvent {
    public Unasked {
      hosts = List.copyOf(hosts);
    }
  }

  /// A console gave this order, and it was carried out.
  ///
  /// @param order signed, whole
  record Ordered(SignedOrder order) implements JournalEvent {}

  /// Something befell the device itself.
  record BoxNoted(BoxNote note) implements JournalEvent {}

  /// The run ended.
  ///
  /// @param outcome how
  /// @param counters what was sent and received, by name
  record RunEnded(RunOutcome outcome, Map<String, Long> counters) implements JournalEvent {
    public RunEnded {
      counters = Map.copyOf(counters);
    }
  }

  /// The phases of a scan run, in order.
  enum Phase {
    /// Hear what is said anyway.
    LISTEN,
    /// Find which addresses answer.
    SWEEP,
    /// Put the ordinary questions.
    ASK,
    /// Say what the answers mean so far.
    IDENTIFY,
    /// Put the questions that the first answers point to.
    FOLLOW_UP,
    /// Close the books.
    FINISH
  }

  /// How a scan run ended.
  enum RunOutcome {
    /// Everything in scope was looked at.
    COMPLETE,
    /// Some of the scope was not looked at.
    INCOMPLETE,
    /// A person stopped it.
    STOPPED,
    /// The mandate ran out while scanning.
    MANDATE_ENDED
  }
}
