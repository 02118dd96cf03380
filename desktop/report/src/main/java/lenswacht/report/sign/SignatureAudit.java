package lenswacht.report.sign;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.Bytes;
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
  /// @param detail in full, in English
  public record Fault(Kind kind, List<OctetRange> where, String detail) {
    public Fault {
      where = List.copyOf(where);
    }
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
