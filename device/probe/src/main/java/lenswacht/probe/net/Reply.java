package lenswacht.probe.net;

import java.time.Instant;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;

/// What came back through the door.
public sealed interface Reply {
  /// Bytes came.
  ///
  /// @param from who said it, canonical port
  /// @param at when the last byte arrived
  /// @param question the request, in words
  /// @param bytes what was received; one datagram, or one reply of a stream
  /// @param truncated whether a size or time limit cut it
  record Heard(Service from, Instant at, String question, Bytes bytes, boolean truncated)
      implements Reply {
    /// Most bytes that are kept as evidence.
    public static final int LONGEST_EVIDENCE = 64 * 1024;

    /// The bytes as evidence, as they came.
    public Evidence evidence() {
      return evidence(bytes);
    }

    /// As evidence, with `kept` in place of the bytes; marked as redacted where the two differ.
    public Evidence evidence(Bytes kept) {
      return Evidence.of(
          at,
          from,
          question,
          kept.head(LONGEST_EVIDENCE),
          truncated || kept.length() > LONGEST_EVIDENCE,
          !kept.equals(bytes));
    }

    /// The outcome for bytes that are not what the protocol says.
    public ProbeOutcome garbled(Bytes kept, String why) {
      return new ProbeOutcome.Garbled(evidence(kept), why);
    }
  }

  /// Nothing came.
  ///
  /// @param outcome why: `Silent`, `Refused`, or `NotAsked` where a rule held the question back
  record Unheard(ProbeOutcome outcome) implements Reply {
    static Unheard held(Rule rule) {
      return new Unheard(new ProbeOutcome.NotAsked(rule.key()));
    }
  }
}
