package lenswacht.assessment;

/// What is rated. The two are never averaged and never added.
public enum Axis {
  /// Can a foreign state see through it?
  ESPIONAGE,
  /// Does it infringe on the people it sees?
  PRIVACY
}
