package lenswacht.knowledge.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What became of one file of a feed.
///
/// @param name as it was given
/// @param sha256 of its bytes, 64 hex digits; empty where it was not read whole
/// @param kind what it turned out to be
/// @param check what its neighbours say of it
/// @param accepted number of records read
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

  /// What a file is; records are kept in this order.
  public enum Kind {
    /// CSAF 2.0 or 2.1, VEX included.
    CSAF,
    /// CVE JSON 5.
    CVE,
    /// NVD JSON 2.0, a page or a single vulnerability.
    NVD,
    /// List of exploited vulnerabilities.
    KEV,
    /// Scores of EPSS.
    EPSS,
    /// It says where advisories lie and is none itself: ROLIE feeds, lists of changes, descriptions
    /// of providers. Nothing is read from it.
    LISTING,
    /// None of these.
    UNKNOWN
  }

  /// What a hash beside a file says of its bytes.
  public enum Hash {
    /// There is none.
    NONE,
    /// It is that of the bytes.
    FITS,
    /// It is of other bytes; the file is refused.
    DIFFERS
  }

  /// What a signature beside a file says of its bytes.
  public enum Signature {
    /// There is none.
    NONE,
    /// There is one, and no key to check it with.
    NOT_CHECKED,
    /// It is by one of the keys.
    GOOD,
    /// It is none, or of other bytes; the file is refused.
    BAD
  }

  /// What the files beside a file say of its bytes.
  ///
  /// @param hash what the hash says
  /// @param signature what the signature says
  public record Check(Hash hash, Signature signature) {
    /// Nothing lies beside it.
    public static final Check NOTHING = new Check(Hash.NONE, Signature.NONE);

    /// Both in one word: `hash-fits,signature-not-checked`.
    public String word() {
      return ("hash-" + hash + ",signature-" + signature)
          .toLowerCase(Locale.ROOT)
          .replace('_', '-');
    }
  }
}
