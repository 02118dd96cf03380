package lenswacht.observation;

import java.time.Duration;
import java.util.List;

/// How a question ended. Expected failure is a value with a reason.
public sealed interface ProbeOutcome {
  /// It was answered, and this was read from the answer.
  record Answered(List<Observation> observations, List<Evidence> evidence) implements ProbeOutcome {
    public Answered {
      observations = List.copyOf(observations);
      evidence = List.copyOf(evidence);
    }
  }

  /// Nothing came within the time allowed.
  record Silent(Duration waited) implements ProbeOutcome {}

  /// The other side, or our own rules, said no.
  record Refused(RefusalReason reason) implements ProbeOutcome {}

  /// Something came that is not what the protocol says.
  record Garbled(Evidence evidence, String why) implements ProbeOutcome {}

  /// The question was not put.
  ///
  /// @param rule key of the rule that held it back, for example `not-in-mandate`
  record NotAsked(String rule) implements ProbeOutcome {}

  /// Why an answer was refused.
  enum RefusalReason {
    /// The connection was reset or the port is closed.
    CLOSED,
    /// The network says the address cannot be reached.
    UNREACHABLE,
    /// An intermediary or filter forbids it.
    FILTERED
  }
}
