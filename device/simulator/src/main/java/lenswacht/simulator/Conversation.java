package lenswacht.simulator;

import java.io.IOException;

/// What is said on a connection, from the first byte to the last.
@FunctionalInterface
interface Conversation {
  /// Most requests on one connection.
  int MOST_REQUESTS = 25;

  /// Speaks until one of the two ends it.
  ///
  /// @throws IOException if the connection breaks
  void hold(Line line) throws IOException;

  /// The conversation of a kind of service; anything unknown is a plain exchange of bytes.
  static Conversation of(String kind) {
    return switch (kind) {
      case "http", "https", "onvif" -> new HttpConversation();
      case "rtsp" -> new RtspConversation();
      default -> new PlainConversation();
    };
  }
}
