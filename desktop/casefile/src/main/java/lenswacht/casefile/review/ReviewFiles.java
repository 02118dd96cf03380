package lenswacht.casefile.review;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import lenswacht.assessment.review.Extract;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;

/// The files by which an assessor works on another computer: out goes the extract, back comes what
/// was concluded. Both may have passed through anybody's hands.
public final class ReviewFiles {
  /// Largest file, in octets.
  public static final int LARGEST = 64 << 20;

  private ReviewFiles() {}

  /// Writes what an assessor is given.
  ///
  /// @throws IOException if there is such a file already, or it cannot be written
  public static void write(Extract extract, Path to) throws IOException {
    Files.writeString(to, FactJson.writePretty(extract) + "\n", StandardOpenOption.CREATE_NEW);
  }

  /// Reads what an assessor is given.
  ///
  /// @throws IOException if it cannot be read
  /// @throws MalformedFactException if it is none of these
  public static Extract readExtract(Path from) throws IOException, MalformedFactException {
    return FactJson.read(octets(from), Extract.class);
  }

  /// Writes what was concluded.
  ///
  /// @param signed what [FilledIn#signed] gave
  /// @throws IOException if there is such a file already, or it cannot be written
  public static void write(String signed, Path to) throws IOException {
    Files.writeString(to, signed, StandardOpenOption.CREATE_NEW);
  }

  /// Reads what was concluded.
  ///
  /// @throws IOException if it cannot be read
  /// @throws MalformedFactException if it is none of these, or was altered
  public static FilledIn.Verified readFilledIn(Path from)
      throws IOException, MalformedFactException {
    return FilledIn.verified(new String(octets(from), StandardCharsets.UTF_8));
  }

  private static byte[] octets(Path from) throws IOException, MalformedFactException {
    try (InputStream in = Files.newInputStream(from)) {
      byte[] octets = in.readNBytes(LARGEST + 1);
      if (octets.length > LARGEST) {
        throw new MalformedFactException("the file is larger than any of these");
      }
      return octets;
    }
  }
}
