package lenswacht.link.tls;

import java.io.IOException;
import lenswacht.observation.Bytes;

/// This end did not accept the key that the other end showed.
public final class KeyRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  /// @param key the key that was shown, X.509 form
  public KeyRefusedException(Bytes key) {
    super("the other end showed a key that is not paired: " + key.sha256().hex().substring(0, 16));
  }
}
