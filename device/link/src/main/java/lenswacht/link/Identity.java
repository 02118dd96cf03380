package lenswacht.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.SealOpener;

/// Who this end is: one Ed25519 key pair, with which it signs mandates and proves itself on the
/// cable, and the self-signed certificate that TLS wants around the key. Kept in `identity.pem`,
/// readable by its owner only. A console's certificate also carries the public half of its sealing
/// key, so that devices learn it from nobody but the console itself.
public final class Identity {
  private static final int MARK_DIGITS = 16;
  private static final String FILE = "identity.pem";
  private static final int LARGEST_FILE = 16_384;

  private final String name;
  private final PrivateKey privateKey;
  private final X509Certificate certificate;
  private final SealOpener opener;

  private Identity(
      String name, PrivateKey privateKey, X509Certificate certificate, SealOpener opener) {
    this.name = name;
    this.privateKey = privateKey;
    this.certificate = certificate;
    this.opener = opener;
  }

  /// Opens the identity of a console kept in `folder`, with its sealing key, or makes both there.
  ///
  /// @param name as in [#openOrCreate]
  /// @throws IOException as in [#openOrCreate]
  public static Identity ofConsole(Path folder, String name) throws IOException {
    Identity plain = openOrCreate(folder, name);
    SealingIdentity sealing = SealingIdentity.openOrCreate(folder);
    try {
      X509Certificate carrying =
          OwnCertificate.of(plain.privateKey, plain.publicKey(), Optional.of(sealing.key()));
      return new Identity(name, plain.privateKey, carrying, sealing);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("this Java platform has no Ed25519", absent);
    }
  }

  /// Opens the identity kept in `folder`, or makes one there. Closes the folder to others.
  ///
  /// @param name what people call this end, 1 to 60 characters; not part of what is kept
  /// @throws IOException if the storage fails, the file is damaged, or others than its owner may
  ///     read it
  public static Identity openOrCreate(Path folder, String name) throws IOException {
    if (name.isBlank() || name.length() > 60) {
      throw new IllegalArgumentException("an identity has a name of 1 to 60 characters");
    }
    OwnFiles.folder(folder);
    Path file = folder.resolve(FILE);
    if (Files.notExists(file)) {
      OwnFiles.write(file, fresh().getBytes(StandardCharsets.US_ASCII));
    }
    if (OwnFiles.isOpenToOthers(file)) {
      throw new IOException(
          "others than the owner may read "
              + file
              + ": take their rights away, or remove it and pair anew");
    }
    return read(file, name);
  }

  private static String fresh() throws IOException {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] certificate =
          OwnCertificate.of(pair.getPrivate(), pair.getPublic(), Optional.empty()).getEncoded();
      return pem("PRIVATE KEY", pair.getPrivate().getEncoded()) + pem("CERTIFICATE", certificate);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("this Java platform has no Ed25519", absent);
    }
  }

  private static String pem(String label, byte[] der) {
    return begin(label)
        + "\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n"
        + end(label)
        + "\n";
  }

  private static String begin(String label) {
    return "-----BEGIN " + label + "-----";
  }

  private static String end(String label) {
    return "-----END " + label + "-----";
  }

  private static Identity read(Path file, String name) throws IOException {
    String text = new String(OwnFiles.read(file, LARGEST_FILE), StandardCharsets.US_ASCII);
    try {
      PrivateKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new PKCS8EncodedKeySpec(der(text, "PRIVATE KEY")));
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der(text, "CERTIFICATE")));
      if (!belongTogether(key, certificate.getPublicKey())) {
        throw new IOException(file + " holds a key and a certificate of different identities");
      }
      return new Identity(name, key, certificate, SealOpener.NONE);
    } catch (GeneralSecurityException | IllegalArgumentException damaged) {
      throw new IOException(file + " is damaged: remove it and pair anew", damaged);
    }
  }

  private static byte[] der(String text, String label) {
    int from = text.indexOf(begin(label));
    int to = text.indexOf(end(label));
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("there is no " + label);
    }
    return Base64.getMimeDecoder().decode(text.substring(from + begin(label).length(), to));
  }

  private static boolean belongTogether(PrivateKey key, PublicKey publicKey)
      throws GeneralSecurityException {
    byte[] text = "lenswacht identity check\n".getBytes(StandardCharsets.US_ASCII);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key);
    signature.update(text);
    byte[] signed = signature.sign();
    signature.initVerify(publicKey);
    signature.update(text);
    return signature.verify(signed);
  }

  /// The key that signs mandates and proves this end.
  public PrivateKey privateKey() {
    return privateKey;
  }

  /// The key that others know this end by.
  public PublicKey publicKey() {
    return certificate.getPublicKey();
  }

  /// What two people can read to each other over a telephone: the first digits of the hash of a
  /// key, in fours.
  ///
  /// @param key in X.509 form
  public static String mark(Bytes key) {
    return key.sha256().hex().substring(0, MARK_DIGITS).replaceAll("(.{4})(?=.)", "$1 ");
  }

  /// [#publicKey] in X.509 form (SubjectPublicKeyInfo), 44 octets.
  public Bytes key() {
    return Bytes.of(publicKey().getEncoded());
  }

  /// The self-signed certificate around the key.
  public X509Certificate certificate() {
    return certificate;
  }

  /// What opens journals that were sealed to this end: nothing where it is no console.
  public SealOpener opener() {
    return opener;
  }

  /// What people call this end.
  public String name() {
    return name;
  }
}
