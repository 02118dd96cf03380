package lenswacht.link;

import java.io.IOException;
import javax.net.ssl.SSLException;
import lenswacht.link.frame.MalformedFrameException;
import lenswacht.observation.CleanText;

/// Turns what went wrong on the cable into what it means for the console.
final class LinkFailure {
  private LinkFailure() {}

  /// A failure while the two ends, known to each other, were at `work`.
  static LinkException during(String work, IOException failed) {
    if (failed instanceof Conversation.EndedException ended) {
      return new LinkException(
          ended.reason(),
          "the device ended " + work + ": " + CleanText.of(String.valueOf(ended.getMessage()), 300),
          failed);
    }
    if (failed instanceof MalformedFrameException || failed instanceof SSLException) {
      return new LinkException(
          LinkException.Reason.PROTOCOL,
          work + " ended because what came over the cable makes no sense: " + sentence(failed),
          failed);
    }
    return new LinkException(
        LinkException.Reason.BROKEN_OFF, work + " was broken off: " + sentence(failed), failed);
  }

  private static String sentence(IOException failed) {
    return CleanText.of(String.valueOf(failed.getMessage()), 300);
  }
}
