package lenswacht.link.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import lenswacht.observation.Bytes;
import org.jspecify.annotations.Nullable;

/// Trusts keys, not certificates: of the first certificate only the key counts. No authority, no
/// name, no period of validity is looked at, because a device without a battery has no calendar.
final class PinnedKeys extends X509ExtendedTrustManager {
  /// How the X.509 form of every Ed25519 key begins (RFC 8410); 32 octets follow.
  private static final Bytes ED25519 = Bytes.fromHex("302a300506032b6570032100");

  private final KeyCheck check;
  private final AtomicReference<@Nullable Bytes> refused = new AtomicReference<>();

  PinnedKeys(KeyCheck check) {
    this.check = check;
  }

  /// The key that was refused, if one was.
  Optional<Bytes> refused() {
    return Optional.ofNullable(refused.get());
  }

  /// The key inside `certificate`, X.509 form.
  static Bytes keyOf(X509Certificate certificate) {
    return Bytes.of(certificate.getPublicKey().getEncoded());
  }

  private void check(X509Certificate[] chain, SSLEngine engine) throws CertificateException {
    Bytes key = keyOf(chain[0]);
    boolean isEd25519 = key.length() == 44 && key.head(ED25519.length()).equals(ED25519);
    String protocol = engine.getHandshakeApplicationProtocol();
    if (!isEd25519 || protocol == null || !check.accepts(key, protocol)) {
      refused.set(key);
      throw new CertificateException("the key is not paired");
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("only engines are used here");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("only engines are used here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("only engines are used here");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("only engines are used here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }

  /// Shows one key and its certificate, whoever asks.
  static final class OwnKey extends javax.net.ssl.X509ExtendedKeyManager {
    private static final String ALIAS = "own";
    private static final String ALGORITHM = "EdDSA";

    private final PrivateKey key;
    private final X509Certificate certificate;

    OwnKey(PrivateKey key, X509Certificate certificate) {
      this.key = key;
      this.certificate = certificate;
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
        String[] types, Principal @Nullable [] issuers, SSLEngine engine) {
      for (String type : types) {
        if (type.equals(ALGORITHM)) {
          return ALIAS;
        }
      }
      return null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
        String type, Principal @Nullable [] issuers, SSLEngine engine) {
      return type.equals(ALGORITHM) ? ALIAS : null;
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
      return type.equals(ALGORITHM) ? new String[] {ALIAS} : null;
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
      return type.equals(ALGORITHM) ? new String[] {ALIAS} : null;
    }

    @Override
    public @Nullable String chooseClientAlias(
        String[] types, Principal @Nullable [] issuers, Socket socket) {
      return null;
    }

    @Override
    public @Nullable String chooseServerAlias(
        String type, Principal @Nullable [] issuers, Socket socket) {
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
