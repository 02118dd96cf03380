package lenswacht.agent;

import java.net.InetAddress;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import lenswacht.observation.JournalEvent.LeftAlone;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;

/// Watches whether a host goes on answering. It is to be left alone once three questions in a row
/// were lost on three different services, or on all that it has if they are fewer.
///
/// Lost is a question to a service that accepted a connection before and does not any more, or that
/// answered before and says nothing now. A port that was closed all along, or that never says a
// word
/// to anybody, loses no question.
final class HostWatch {
  private static final int MOST_LOST = 3;

  private final InetAddress host;
  private final Set<Service> known;
  private final Set<Service> answered = new HashSet<>();
  private final SequencedSet<Service> lost = new LinkedHashSet<>();
  private String lastAnswered = "connect";
  private int inRow;

  /// @param open the services of `host` that accept connections
  HostWatch(InetAddress host, Collection<Service> open) {
    this.host = host;
    this.known = new HashSet<>(open);
  }

  /// Takes note of how a question ended.
  ///
  /// @param isGone whether the service accepted a connection before and failed to this time
  /// @return that the host is to be left alone, when it is
  Optional<LeftAlone> note(String probe, Service service, ProbeOutcome outcome, boolean isGone) {
    switch (outcome) {
      case ProbeOutcome.Answered _, ProbeOutcome.Garbled _ -> {
        known.add(service);
        answered.add(service);
        lost.clear();
        inRow = 0;
        lastAnswered = probe;
      }
      case ProbeOutcome.Silent _ -> {
        if (isGone || answered.contains(service)) {
          lose(service);
        }
      }
      case ProbeOutcome.Refused _ -> {
        if (isGone) {
          lose(service);
        }
      }
      case ProbeOutcome.NotAsked _ -> {}
    }
    boolean isOver = inRow >= MOST_LOST && lost.size() >= Math.min(MOST_LOST, known.size());
    return isOver
        ? Optional.of(new LeftAlone(host, lastAnswered, List.copyOf(lost)))
        : Optional.empty();
  }

  private void lose(Service service) {
    lost.add(service);
    inRow++;
  }
}
