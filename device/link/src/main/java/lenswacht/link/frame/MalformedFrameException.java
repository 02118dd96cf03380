package lenswacht.link.frame;

import java.io.IOException;

/// The other end sent something that is no frame, or a frame that may not come here.
public final class MalformedFrameException extends IOException {
  private static final long serialVersionUID = 1L;

  /// @param why a sentence for people
  public MalformedFrameException(String why) {
    super(why);
  }
}
