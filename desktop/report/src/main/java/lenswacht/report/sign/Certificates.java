package lenswacht.report.sign;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import javax.security.auth.x500.X500Principal;
import lenswacht.observation.Bytes;
import lenswacht.observation.CleanText;

/// What is said of certificates.
final class Certificates {
  private static final int LONGEST_NAME = 300;

  private Certificates() {}

  static String name(X500Principal principal) {
    return CleanText.of(principal.getName(X500Principal.RFC2253), LONGEST_NAME);
  }

  static Bytes sha256(X509Certificate certificate) throws GeneralSecurityException {
    return Bytes.of(certificate.getEncoded()).sha256();
  }

  static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has " + algorithm, absent);
    }
  }
}
