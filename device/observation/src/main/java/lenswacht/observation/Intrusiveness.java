package lenswacht.observation;

/// How far a probe goes. Each value includes the ones before it; nothing beyond the last exists.
public enum Intrusiveness {
  /// Only hear what is sent anyway.
  LISTEN,
  /// Put an ordinary, harmless question.
  ASK,
  /// Use a name and a password that the owner supplied, once.
  LOGIN
}
