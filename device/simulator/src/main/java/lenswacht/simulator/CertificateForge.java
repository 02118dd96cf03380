package lenswacht.simulator;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Makes certificates with any subject and issuer, signed with a key of its own that lives as long
/// as the building. Nobody trusts them.
final class CertificateForge {
  private static final byte[] ECDSA_WITH_SHA256 =
      Ber.write(Ber.SEQUENCE, Ber.name(ObjectIdentifier.parse("1.2.840.10045.4.3.2")));
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int YEARS_IN_DAYS = 3650;

  private final KeyPair keys;

  private CertificateForge(KeyPair keys) {
    this.keys = keys;
  }

  /// A forge with a new EC P-256 key.
  static CertificateForge create() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return new CertificateForge(generator.generateKeyPair());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no EC P-256", missing);
    }
  }

  /// A certificate valid from yesterday for ten years.
  X509Certificate certificate(DistinguishedName subject, DistinguishedName issuer) {
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
    byte[] toBeSigned =
        Ber.write(
            Ber.SEQUENCE,
            Ber.write(0xa0, Ber.integer(BigInteger.TWO)),
            Ber.integer(new BigInteger(120, new SecureRandom()).add(BigInteger.ONE)),
            ECDSA_WITH_SHA256,
            issuer.der(),
            Ber.write(
                Ber.SEQUENCE,
                Ber.text(Ber.TIME, TIME.format(yesterday)),
                Ber.text(Ber.TIME, TIME.format(yesterday.plus(YEARS_IN_DAYS, ChronoUnit.DAYS)))),
            subject.der(),
            keys.getPublic().getEncoded());
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(toBeSigned);
      byte[] der =
          Ber.write(
              Ber.SEQUENCE,
              toBeSigned,
              ECDSA_WITH_SHA256,
              Ber.write(Ber.BIT_STRING, new byte[1], signature.sign()));
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the certificate could not be made", impossible);
    }
  }

  /// TLS for a service with a certificate of this subject and issuer.
  SSLContext tls(String subject, String issuer) {
    X509Certificate certificate =
        certificate(DistinguishedName.parse(subject), DistinguishedName.parse(issuer));
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {new OneKey(keys.getPrivate(), certificate)}, null, null);
      return context;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no TLS", missing);
    }
  }

  /// Shows the same certificate to everybody.
  private static final class OneKey extends X509ExtendedKeyManager {
    private static final String ALIAS = "host";

    private final PrivateKey key;
    private final X509Certificate certificate;

    OneKey(PrivateKey key, X509Certificate certificate) {
      this.key = key;
      this.certificate = certificate;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
      return new String[] {ALIAS};
    }

    @Override
    public @Nullable String chooseServerAlias(
        String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return keyType.startsWith("EC") ? ALIAS : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
        String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
      return chooseServerAlias(keyType, issuers, null);
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
      return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
        String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
      return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return new X509Certificate[] {certificate};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return key;
    }
  }
}
