package lenswacht.console.desk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that the officer asked for: a picture, a list, an empty form.
public final class KeptFile {
  private KeptFile() {}

  /// Writes what is in a file.
  @FunctionalInterface
  public interface Writing {
    /// Writes it.
    void to(OutputStream out) throws IOException;
  }

  /// Writes `file`, whole or not at all; one that is there already is replaced.
  ///
  /// @throws IOException if it cannot be written
  public static void write(Path file, Writing writing) throws IOException {
    Path whole = file.toAbsolutePath();
    Path draft = Files.createTempFile(whole.getParent(), ".new-", ".tmp");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
        writing.to(out);
      }
      Files.move(draft, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
