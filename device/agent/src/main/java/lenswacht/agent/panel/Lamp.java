package lenswacht.agent.panel;

/// The lamps from left to right. The colour only repeats what the rhythm says.
public enum Lamp {
  /// Refused or broken.
  RED,
  /// Transmitting, or waiting for a person.
  AMBER,
  /// At rest, ready, listening or done.
  GREEN
}
