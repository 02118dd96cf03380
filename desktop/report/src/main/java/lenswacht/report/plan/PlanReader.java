package lenswacht.report.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lenswacht.assessment.floor.PlanPicture;
import lenswacht.report.plan.PlanException.Reason;

/// Reads plans of floors from a file of a stranger. What it is follows from its bytes, not from its
/// name. Sizes are looked at before anything is decoded, and only pixels come out: nothing else of
/// the file is kept.
public final class PlanReader {
  /// Largest file that is read, in bytes.
  public static final int LARGEST_FILE = 64 << 20;

  /// Most pages that are read of a PDF file.
  public static final int MOST_PAGES = 40;

  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final int SEARCHED = 1024;

  private PlanReader() {}

  /// Is told how far the reading is, and may break it off.
  @FunctionalInterface
  public interface Progress {
    /// So many pages of so many are read.
    void at(int done, int of) throws Exception;
  }

  /// Reads the plans of a file: a picture is one, a PDF file has one on each page.
  ///
  /// @throws PlanException if there is none that can be read
  /// @throws Exception what `progress` throws to break off
  public static List<PlanPicture> read(Path file, Progress progress) throws Exception {
    return read(octets(file), progress);
  }

  /// The same from the bytes of a file.
  static List<PlanPicture> read(byte[] octets, Progress progress) throws Exception {
    if (begins(octets, PNG, 0) || begins(octets, JPEG, 0)) {
      return List.of(PictureFile.read(octets));
    }
    for (int at = 0; at < Math.min(SEARCHED, octets.length); at++) {
      if (begins(octets, PDF, at)) {
        return new PdfPages(octets).read(progress);
      }
    }
    throw new PlanException(Reason.OTHER_FORMAT, "this is neither a PDF file nor a PNG or JPEG");
  }

  private static byte[] octets(Path file) throws IOException, PlanException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(LARGEST_FILE + 1);
      if (octets.length > LARGEST_FILE) {
        throw new PlanException(
            Reason.TOO_LARGE, "it is larger than " + (LARGEST_FILE >> 20) + " megabytes");
      }
      return octets;
    }
  }

  private static boolean begins(byte[] octets, byte[] start, int at) {
    if (octets.length < at + start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (octets[at + i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}
