package lenswacht.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes the certificate that TLS wants around the key of an identity. Stands apart, so that who
/// opens an identity that has one does not load the library that makes them.
final class OwnCertificate {
  private static final X500Name SUBJECT = new X500Name("CN=Lenswacht");
  private static final Instant ALWAYS = Instant.parse("2000-01-01T00:00:00Z");

  /// What RFC 5280 (section 4.1.2.5) prescribes where there is no end.
  private static final Instant NO_END = Instant.parse("9999-12-31T23:59:59Z");

  private OwnCertificate() {}

  /// A certificate of `publicKey`, signed by itself.
  ///
  /// @param sealing the sealing key that it carries, if any
  static X509Certificate of(
      PrivateKey privateKey, PublicKey publicKey, Optional<SealingKey> sealing)
      throws IOException, GeneralSecurityException {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            SUBJECT,
            new BigInteger(64, new SecureRandom()).setBit(0),
            Date.from(ALWAYS),
            Date.from(NO_END),
            SUBJECT,
            publicKey);
    if (sealing.isPresent()) {
      builder.addExtension(
          new ASN1ObjectIdentifier(SealingKey.EXTENSION),
          false,
          new DEROctetString(sealing.get().octets().toArray()));
    }
    try {
      byte[] encoded =
          builder.build(new JcaContentSignerBuilder("Ed25519").build(privateKey)).getEncoded();
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(encoded));
    } catch (OperatorCreationException absent) {
      throw new IllegalStateException("this Java platform has no Ed25519", absent);
    }
  }
}
