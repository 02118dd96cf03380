package lenswacht.observation;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/// One thing that happened in a scan run, in the order it happened. The journal is a chain of
/// these.
public sealed interface JournalEvent {
  /// A scan run began under this mandate.
  ///
  /// @param run unique id of the run
  /// @param mandate the signed mandate, whole
  /// @param device id of the device that scans
  /// @param program name and version of the program
  record RunStarted(String run, SignedMandate mandate, String device, String program)
      implements JournalEvent {}

  /// A phase of the run began.
  record PhaseStarted(Phase phase) implements JournalEvent {}

  /// The sweep is over.
  ///
  /// @param ranges every address of these was swept; empty where the sweep was cut short
  /// @param ports the ports it looked at
  /// @param addresses number of addresses that were swept
  /// @param answering number of these that answered
  record Swept(List<AddressRange> ranges, List<Integer> ports, long addresses, long answering)
      implements JournalEvent {
    public Swept {
      ranges = List.copyOf(ranges);
      ports = List.copyOf(ports);
    }
  }

  /// A probe was put to a service and ended like this. Observations and evidence of an answer
  /// travel inside.
  record Probed(String probe, Service service, ProbeOutcome outcome) implements JournalEvent {}

  /// Something in scope was not looked at, and why.
  record NotLookedAt(InetAddress address, String reason) implements JournalEvent {}

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
