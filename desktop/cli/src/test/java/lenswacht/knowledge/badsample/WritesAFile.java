package lenswacht.knowledge.badsample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file written where nothing is kept.
public final class WritesAFile {
  /// Writes to `file`.
  public void write(Path file) throws IOException {
    Files.writeString(file, "what was seen");
  }
}
