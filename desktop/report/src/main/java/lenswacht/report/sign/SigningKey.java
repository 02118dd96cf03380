package lenswacht.report.sign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lenswacht.report.sign.SigningException.Reason;
import org.jspecify.annotations.Nullable;

/// The organisation's own key with its certificate and those above it: out of a PKCS#12 file, or in
/// a token, which it never leaves.
public final class SigningKey {
  /// Shortest RSA key that is signed with, in bits.
  static final int SHORTEST_RSA = 2048;

  private static final int LARGEST_FILE = 1 << 20;
  private static final int LONGEST_CHAIN = 10;

  private final PrivateKey key;
  private final List<X509Certificate> chain;
  private final @Nullable Provider token;

  private SigningKey(PrivateKey key, List<X509Certificate> chain, @Nullable Provider token) {
    this.key = key;
    this.chain = List.copyOf(chain);
    this.token = token;
  }

  /// The key in a PKCS#12 file.
  ///
  /// @param passphrase of the file; the caller wipes it
  /// @param name of the key where there are several
  public static SigningKey inFile(Path file, char[] passphrase, Optional<String> name)
      throws SigningException, IOException {
    byte[] octets;
    try (InputStream in = Files.newInputStream(file)) {
      octets = in.readNBytes(LARGEST_FILE + 1);
    }
    if (octets.length > LARGEST_FILE) {
      throw new SigningException(Reason.NOT_A_KEY_FILE, file);
    }
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(octets), passphrase);
      return of(store, passphrase, name, null);
    } catch (IOException refused) {
      throw refused.getCause() instanceof UnrecoverableKeyException
          ? new SigningException(Reason.PASSPHRASE, file, refused)
          : new SigningException(Reason.NOT_A_KEY_FILE, file, refused);
    } catch (GeneralSecurityException refused) {
      throw new SigningException(Reason.UNUSABLE_KEY_FILE, file, refused);
    }
  }

  /// A key in a token, by the PKCS#11 library of its maker. The library runs within this program.
  ///
  /// @param slot the how-manyth slot with a token, from 0
  /// @param pin of the token; the caller wipes it
  /// @param name of the key where there are several
  public static SigningKey inToken(Path library, int slot, char[] pin, Optional<String> name)
      throws SigningException {
    String path = library.toAbsolutePath().toString();
    if (!Files.isRegularFile(library) || path.contains("\"") || path.contains("\n")) {
      throw new SigningException(Reason.NO_LIBRARY, library);
    }
    Provider token = provider(library, path, slot);
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", token);
      store.load(null, pin);
      return of(store, null, name, token);
    } catch (ProviderException | GeneralSecurityException refused) {
      throw new SigningException(Reason.TOKEN, library, refused);
    } catch (IOException refused) {
      throw new SigningException(Reason.PASSPHRASE, library, refused);
    }
  }

  private static Provider provider(Path library, String path, int slot) throws SigningException {
    Provider pattern = Security.getProvider("SunPKCS11");
    if (pattern == null) {
      throw new SigningException(Reason.NO_LIBRARY, library, "SunPKCS11");
    }
    Provider token;
    try {
      token =
          pattern.configure(
              "--name=Lenswacht\nlibrary=\"" + path + "\"\nslotListIndex=" + slot + "\n");
    } catch (InvalidParameterException | ProviderException refused) {
      throw isLibrary(pattern, path)
          ? new SigningException(Reason.NO_TOKEN, slot, refused)
          : new SigningException(Reason.NO_LIBRARY, library, refused);
    }
    if (token.getService("KeyStore", "PKCS11") == null) {
      throw new SigningException(Reason.NO_TOKEN, slot);
    }
    return token;
  }

  /// Whether the library opens at all, whatever is in its slots.
  private static boolean isLibrary(Provider pattern, String path) {
    try {
      pattern.configure("--name=Look\nlibrary=\"" + path + "\"\nslotListIndex=0\n");
      return true;
    } catch (InvalidParameterException | ProviderException refused) {
      return false;
    }
  }

  private static SigningKey of(
      KeyStore store, char @Nullable [] passphrase, Optional<String> name, @Nullable Provider token)
      throws GeneralSecurityException, SigningException {
    List<String> names = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias) && name.map(alias::equalsIgnoreCase).orElse(true)) {
        names.add(alias);
      }
    }
    if (names.isEmpty()) {
      throw new SigningException(
          name.isPresent() ? Reason.NO_SUCH_KEY : Reason.NO_KEY, name.orElse(""));
    }
    if (names.size() > 1) {
      throw new SigningException(Reason.SEVERAL_KEYS, String.join(", ", names));
    }
    Certificate[] certificates = store.getCertificateChain(names.getFirst());
    if (!(store.getKey(names.getFirst(), passphrase) instanceof PrivateKey key)
        || certificates == null
        || certificates.length == 0) {
      throw new SigningException(Reason.NO_CERTIFICATE, names.getFirst());
    }
    List<X509Certificate> chain =
        Arrays.stream(certificates)
            .limit(LONGEST_CHAIN)
            .filter(X509Certificate.class::isInstance)
            .map(X509Certificate.class::cast)
            .toList();
    SigningKey found = new SigningKey(key, chain, token);
    if (algorithmFor(found.certificate().getPublicKey()).isEmpty()) {
      throw new SigningException(
          Reason.KIND_OF_KEY, found.certificate().getPublicKey().getAlgorithm());
    }
    return found;
  }

  /// How is signed with the key that belongs to `key`; empty where nothing is.
  static Optional<String> algorithmFor(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa when rsa.getModulus().bitLength() >= SHORTEST_RSA ->
          Optional.of("SHA256withRSA");
      case ECPublicKey elliptic ->
          switch (elliptic.getParams().getOrder().bitLength()) {
            case 256 -> Optional.of("SHA256withECDSA");
            case 384 -> Optional.of("SHA384withECDSA");
            case 521 -> Optional.of("SHA512withECDSA");
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  /// The certificate of the key.
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /// Whose key it is, as its certificate says.
  public String subject() {
    return Certificates.name(certificate().getSubjectX500Principal());
  }

  /// Demands that its certificate is valid at `moment`.
  ///
  /// @throws SigningException if it is not
  public void requireValid(Instant moment) throws SigningException {
    Instant from = certificate().getNotBefore().toInstant();
    Instant until = certificate().getNotAfter().toInstant();
    if (moment.isBefore(from)) {
      throw new SigningException(Reason.NOT_YET, from);
    }
    if (moment.isAfter(until)) {
      throw new SigningException(Reason.EXPIRED, until);
    }
  }

  String algorithm() {
    return algorithmFor(certificate().getPublicKey()).orElseThrow();
  }

  PrivateKey key() {
    return key;
  }

  List<X509Certificate> chain() {
    return chain;
  }

  /// Who signs with it; nobody in particular for a key out of a file.
  Optional<Provider> token() {
    return Optional.ofNullable(token);
  }
}
