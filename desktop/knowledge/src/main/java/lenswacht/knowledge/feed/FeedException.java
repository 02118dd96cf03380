package lenswacht.knowledge.feed;

import java.io.Serial;

/// A file or a part of it is not what it should be.
public final class FeedException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /// @param reason one clear sentence
  public FeedException(String reason) {
    super(reason);
  }
}
