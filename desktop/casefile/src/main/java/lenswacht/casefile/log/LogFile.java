package lenswacht.casefile.log;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.zip.GZIPInputStream;

/// A log as a file, packed by gzip or not.
public final class LogFile {
  private static final int BUFFER = 1 << 16;
  private static final int MAGIC = 0x1f8b;

  private LogFile() {}

  /// Reads `file`.
  ///
  /// @param format its form; empty to tell by its first lines
  /// @param mayGoOn asked after each block with the number of octets of the file that were read
  /// @throws LogException if no line of it can be read, or it was stopped
  /// @throws IOException if the file cannot be read
  public static LogReading read(
      Path file, LogReader reader, Optional<LogFormat> format, LongPredicate mayGoOn)
      throws IOException, LogException {
    Instant written = Files.getLastModifiedTime(file).toInstant();
    try (LogProgress counted = new LogProgress(Files.newInputStream(file));
        InputStream in = unpacked(counted)) {
      return reader.read(in, format, written, () -> mayGoOn.test(counted.octets()));
    }
  }

  private static InputStream unpacked(InputStream packed) throws IOException {
    BufferedInputStream in = new BufferedInputStream(packed, BUFFER);
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == MAGIC ? new GZIPInputStream(in, BUFFER) : in;
  }
}
