package lenswacht.footage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What became of looking at one picture.
public sealed interface FootageOutcome {
  /// A picture was seen.
  ///
  /// @param facts what it gives away
  /// @param coveredPicture where the covered picture is kept, if that was asked
  record Seen(PictureFacts facts, Optional<Path> coveredPicture) implements FootageOutcome {}

  /// There was no picture to see, or none that may be decoded.
  ///
  /// @param why a sentence in English, without addresses or credentials
  record Unreadable(String why) implements FootageOutcome {}

  /// The looking took too long and was ended.
  ///
  /// @param waited the deadline
  record TimedOut(Duration waited) implements FootageOutcome {}
}
