package lenswacht.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes a file whole or not at all; a file that is there already is replaced.
public final class WholeFile {
  private WholeFile() {}

  /// What writes the bytes.
  @FunctionalInterface
  public interface Writer {
    /// Writes all of them.
    void write(OutputStream out) throws IOException;
  }

  /// Writes `file`.
  ///
  /// @throws IOException if it cannot be written; what was there is there still
  public static void write(Path file, Writer writer) throws IOException {
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".new-", ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16)) {
        writer.write(out);
      }
      try {
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException notHere) {
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
