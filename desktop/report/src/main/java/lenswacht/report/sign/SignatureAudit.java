package lenswacht.report.sign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.CleanText;
import lenswacht.observation.OctetRange;

/// What came of verifying one signature.
///
/// @param form where it stands
/// @param signer who signed, as the certificate says; empty where that cannot be read
/// @param claimedAt when, as the signer says and nobody else; empty where nothing is said
/// @param vouching whether somebody vouches for the signer
/// @param certificate whether the certificate was and is valid
/// @param covered the octets of the file that are signed
/// @param faults in what it does not hold
public record SignatureAudit(
    Form form,
    Optional<Who> signer,
    Optional<Instant> claimedAt,
    Vouching vouching,
    Validity certificate,
    List<OctetRange> covered,
    List<Fault> faults) {
  private static final int LONGEST_DETAIL = 300;

  public SignatureAudit {
    covered = List.copyOf(covered);
    faults = List.copyOf(faults);
  }

  /// Where a signature stands.
  public enum Form {
    /// Within a PDF.
    EMBEDDED,
    /// In a file of its own.
    DETACHED
  }

  /// Who signed.
  ///
  /// @param subject whose certificate it is
  /// @param issuer who issued it
  /// @param sha256 of the certificate
  /// @param algorithm what is signed with
  public record Who(
      String subject,
      String issuer,
      String serial,
      Bytes sha256,
      String algorithm,
      Instant from,
      Instant until) {}

  /// Whether somebody whose word counts here vouches for the signer. Whether a certificate was
  /// revoked is not determined: that takes a network.
  public enum Vouching {
    /// A certificate that the reader named does.
    VOUCHED_FOR,
    /// None of those that the reader named does.
    BY_NONE_OF_THESE,
    /// The reader named none.
    NOT_DETERMINED
  }

  /// Whether the certificate is valid.
  public enum Validity {
    /// At the claimed moment and now.
    VALID,
    /// At the claimed moment; it has expired since.
    EXPIRED_SINCE,
    /// It had expired when the signature was made, as the signer says.
    EXPIRED_BEFORE,
    /// It was not valid yet when the signature was made, as the signer says.
    NOT_YET,
    /// There is no certificate, or no claimed moment.
    NOT_DETERMINED
  }

  /// In what a signature does not hold.
  ///
  /// @param where in the file; empty where that cannot be said
  /// @param why what exactly was found
  /// @param detail a name or what a library said, in no language in particular; may be empty
  public record Fault(Kind kind, List<OctetRange> where, Why why, String detail) {
    public Fault {
      where = List.copyOf(where);
      detail = CleanText.of(detail, LONGEST_DETAIL);
    }

    Fault(Kind kind, Why why) {
      this(kind, List.of(), why, "");
    }

    Fault(Kind kind, Why why, String detail) {
      this(kind, List.of(), why, detail);
    }

    Fault at(List<OctetRange> place) {
      return new Fault(kind, place, why, detail);
    }
  }

  /// What exactly was found.
  public enum Why {
    /// What was signed is not what is there.
    OTHER_CONTENT,
    /// Something was added behind what was signed.
    ADDED_BEHIND,
    /// The signature is not that of the certificate.
    OTHER_SIGNER,
    /// No signature can be read; the detail is what the library said.
    UNREADABLE_SIGNATURE,
    /// The signature is nested too deeply.
    NESTED_SIGNATURE,
    /// Something else stands where the signature stands.
    STRANGE_IN_GAP,
    /// The frame around the signature was altered.
    FRAME,
    /// The certificate is not the one that the signature names.
    OTHER_CERTIFICATE,
    /// The certificates that go along are not those it was made with.
    OTHER_CERTIFICATES,
    /// A digest algorithm that is not relied on; the detail names it.
    DIGEST_ALGORITHM,
    /// A kind or length of key that is not relied on; the detail names the kind.
    KIND_OF_KEY,
    /// The PDF cannot be read; the detail is what the library said.
    UNREADABLE_PDF,
    /// The PDF is nested too deeply.
    NESTED_PDF,
    /// Remains of a signature that is part of nothing.
    LOOSE_REMAINS,
    /// The signature does not say which octets it covers.
    NO_RANGE
  }

  /// Kinds of faults.
  public enum Kind {
    /// What was signed was altered.
    ALTERED,
    /// Something was added behind what was signed, and no later signature covers it.
    ADDED,
    /// The signature is not that of the certificate.
    SIGNATURE,
    /// The signature's own octets were altered, or are made as none is.
    MALFORMED,
    /// The certificates that go with it were altered.
    CERTIFICATES,
    /// It is made with an algorithm or a key that is not strong enough any more.
    WEAK,
    /// There are remains of a signature and none that can be read.
    REMAINS
  }

  /// Whether the signature holds and what was signed is as it was.
  public boolean isWhole() {
    return faults.isEmpty()
        && certificate != Validity.EXPIRED_BEFORE
        && certificate != Validity.NOT_YET
        && vouching != Vouching.BY_NONE_OF_THESE;
  }
}
