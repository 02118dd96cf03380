package lenswacht.observation;

/// What carries a conversation with a service.
public enum Transport {
  /// A byte stream with a connection.
  TCP,
  /// Single datagrams.
  UDP
}
