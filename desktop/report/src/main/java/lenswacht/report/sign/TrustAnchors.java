package lenswacht.report.sign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The certificates whose word counts here: those that the reader named, and no others.
///
/// @param certificates of authorities, or of signers themselves
public record TrustAnchors(List<X509Certificate> certificates) {
  /// Nobody's word counts.
  public static final TrustAnchors NONE = new TrustAnchors(List.of());

  private static final int LARGEST_FILE = 4 << 20;
  private static final int LONGEST_PATH = 10;

  public TrustAnchors {
    certificates = List.copyOf(certificates);
  }

  /// Reads files of certificates, PEM or DER.
  ///
  /// @throws IOException if one cannot be read, or holds anything else
  public static TrustAnchors read(Collection<Path> files) throws IOException {
    List<X509Certificate> all = new ArrayList<>();
    for (Path file : files) {
      byte[] octets;
      try (InputStream in = Files.newInputStream(file)) {
        octets = in.readNBytes(LARGEST_FILE);
      }
      try {
        Collection<? extends Certificate> there =
            CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(octets));
        for (Certificate one : there) {
          all.add((X509Certificate) one);
        }
        if (there.isEmpty()) {
          throw new IOException(file + " holds no certificate");
        }
      } catch (CertificateException malformed) {
        throw new IOException(file + " holds no certificate", malformed);
      }
    }
    return new TrustAnchors(all);
  }

  /// Whether one of them vouches for `signer` at `moment`, by way of `others`. Nobody is asked
  /// whether a certificate was revoked.
  boolean vouchFor(X509Certificate signer, List<X509Certificate> others, Instant moment) {
    if (certificates.contains(signer)) {
      return true;
    }
    if (certificates.isEmpty()) {
      return false;
    }
    Set<TrustAnchor> anchors = new HashSet<>();
    certificates.forEach(one -> anchors.add(new TrustAnchor(one, null)));
    X509CertSelector wanted = new X509CertSelector();
    wanted.setCertificate(signer);
    List<X509Certificate> known = new ArrayList<>(others);
    known.add(signer);
    try {
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, wanted);
      parameters.setRevocationEnabled(false);
      parameters.setMaxPathLength(LONGEST_PATH);
      parameters.setDate(Date.from(moment));
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return true;
    } catch (GeneralSecurityException nobody) {
      return false;
    }
  }
}
