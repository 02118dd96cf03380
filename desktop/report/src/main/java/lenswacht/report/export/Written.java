package lenswacht.report.export;

import java.nio.file.Path;
import java.util.List;
import lenswacht.report.content.LeftOut;

/// What was written, as it was read back from the disk.
///
/// @param files the files, the first one that was asked for
/// @param counts what stands in them
/// @param leftOut what the readers are not told
public record Written(List<Piece> files, List<Count> counts, LeftOut leftOut) {
  public Written {
    files = List.copyOf(files);
    counts = List.copyOf(counts);
  }

  /// A file.
  public record Piece(Path file, long octets, String sha256) {}

  /// What kind of things are counted.
  public enum Thing {
    /// Assets, rated or not.
    ASSETS,
    /// Findings on assets.
    FINDINGS,
    /// Remedies.
    REMEDIES,
    /// Ranges that were looked at, or not.
    RANGES,
    /// Columns that the dictionary explains.
    COLUMNS,
    /// Headings.
    HEADINGS,
    /// Rows of tables, their heads included.
    ROWS,
    /// Pictures.
    PICTURES,
    /// Controls with a verdict.
    CONTROLS,
    /// Vulnerabilities.
    VULNERABILITIES
  }

  /// How many there are in the case, and how many were read back: always the same, or nothing was
  /// written.
  public record Count(Thing thing, long number) {}
}
