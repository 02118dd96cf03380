package lenswacht.link.serial;

import java.io.IOException;

/// The line ended before the other end and this one knew each other. The message says what was
/// heard instead, for people.
public final class NobodyThereException extends IOException {
  private static final long serialVersionUID = 1L;

  NobodyThereException(String sentence) {
    super(sentence);
  }
}
