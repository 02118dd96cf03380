package lenswacht.observation;

/// What carries a conversation with a service.
public enum Transport {
  /// A byte stream with a connection.
  TCP,
  /// Single datagrams.
  UDP,
  /// No conversation: the host as a whole, of which something was heard below TCP and UDP. Its port
  /// is 0.
  HOST
}
