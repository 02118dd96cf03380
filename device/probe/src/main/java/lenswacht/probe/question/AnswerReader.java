package lenswacht.probe.question;

import lenswacht.observation.ProbeOutcome;
import lenswacht.probe.net.Reply.Heard;

/// Reads an answer the same way, whether a host was asked alone or answered a search.
public interface AnswerReader {
  /// What the answer says, or that it is garbled.
  ProbeOutcome read(Heard heard);
}
