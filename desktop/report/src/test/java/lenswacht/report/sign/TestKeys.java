package lenswacht.report.sign;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// An authority of a practice organisation and the keys that it certifies.
public final class TestKeys {
  /// The passphrase of every file.
  public static final String PASSPHRASE = "open sesame";

  private static final X500Name AUTHORITY = new X500Name("CN=Practice authority,O=Practice");

  private final Path folder;
  private final KeyPair authority;
  private final X509Certificate root;

  public TestKeys(Path folder) throws Exception {
    this.folder = folder;
    this.authority = pair("EC");
    this.root =
        certificate(AUTHORITY, authority, true, Instant.now().minus(Duration.ofDays(4000)), 8000);
    Files.writeString(anchor(), pem(root));
  }

  private static KeyPair pair(String kind) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    generator.initialize(kind.equals("EC") ? 256 : 2048);
    return generator.generateKeyPair();
  }

  private static String pem(X509Certificate certificate) throws Exception {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(certificate.getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  private X509Certificate certificate(
      X500Name subject, KeyPair pair, boolean isAuthority, Instant from, int days)
      throws Exception {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            AUTHORITY,
            BigInteger.valueOf(Math.abs(pair.hashCode()) + 1L),
            Date.from(from),
            Date.from(from.plus(Duration.ofDays(days))),
            subject,
            pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(
            isAuthority
                ? KeyUsage.keyCertSign
                : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    byte[] encoded =
        builder
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate()))
            .getEncoded();
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded));
  }

  /// The authority's certificate, PEM.
  public Path anchor() {
    return folder.resolve("authority.pem");
  }

  /// A PKCS#12 file with an `EC` or `RSA` key, certified from `from` on for `days` days.
  public Path file(String kind, Instant from, int days) throws Exception {
    KeyPair pair = pair(kind);
    X509Certificate own =
        certificate(new X500Name("CN=J. Jansen,O=Practice,C=NL"), pair, false, from, days);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "seal", pair.getPrivate(), PASSPHRASE.toCharArray(), new Certificate[] {own, root});
    Path file = Files.createTempFile(folder, "key-", ".p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSPHRASE.toCharArray());
    }
    return file;
  }

  /// The same, valid now.
  public Path file(String kind) throws Exception {
    return file(kind, Instant.now().minus(Duration.ofDays(10)), 100);
  }
}
