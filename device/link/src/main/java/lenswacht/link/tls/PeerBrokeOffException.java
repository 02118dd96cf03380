package lenswacht.link.tls;

import java.io.IOException;

/// The other end broke the TLS session off with a fatal message of TLS: it did not accept our
/// key or our protocol.
public final class PeerBrokeOffException extends IOException {
  private static final long serialVersionUID = 1L;

  /// @param cause what TLS said
  public PeerBrokeOffException(Throwable cause) {
    super("the other end broke the TLS session off", cause);
  }
}
