package lenswacht.probe.net;

import java.io.IOException;
import java.io.Serial;

/// The system does not permit this process what it asked for.
final class NotPermittedException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  NotPermittedException(String message) {
    super(message);
  }
}
