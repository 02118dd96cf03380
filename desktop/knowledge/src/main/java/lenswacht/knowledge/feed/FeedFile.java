package lenswacht.knowledge.feed;

import java.util.List;
import java.util.Optional;

/// What became of one file of a feed.
///
/// @param name as it was given
/// @param sha256 of its bytes, 64 hex digits; empty where it was not read whole
/// @param kind what it turned out to be
/// @param check what its neighbours say of it
/// @param accepted number of statements read
/// @param refused reason for each part that was refused, the first thousand
/// @param refusal why the whole file was refused, empty where it was read
public record FeedFile(
    String name,
    String sha256,
    Kind kind,
    Check check,
    int accepted,
    List<String> refused,
    Optional<String> refusal) {
  public FeedFile {
    refused = List.copyOf(refused);
  }

  /// What a file is.
  public enum Kind {
    /// NVD JSON 2.0, a page or a single vulnerability.
    NVD,
    /// CVE JSON 5.
    CVE,
    /// List of exploited vulnerabilities.
    KEV,
    /// Scores of EPSS.
    EPSS,
    /// CSAF 2.0 or 2.1, VEX included.
    CSAF,
    /// None of these.
    UNKNOWN
  }

  /// What a neighbouring file says of the bytes. A signature is never said to be good: no keys are
  /// kept here.
  public enum Check {
    /// No hash lies beside it.
    NO_HASH,
    /// The hash beside it is that of the bytes.
    HASH_FITS,
    /// The hash fits, and a signature lies beside it that nobody checked.
    HASH_FITS_SIGNATURE_NOT_CHECKED,
    /// The hash beside it is of other bytes; the file is refused.
    HASH_DIFFERS
  }
}
