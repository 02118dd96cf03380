package lenswacht.report.sign;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.time.Instant;
import java.util.Optional;

/// Puts the key of a PKCS#12 file into an empty token and signs a PDF with it, in a process of its
/// own, as the token's library is told by the environment where its tokens are.
public final class TokenMain {
  private TokenMain() {}

  /// Arguments: the library, the PIN, the PKCS#12 file, the PDF and where the signed one goes.
  public static void main(String[] arguments) throws Exception {
    char[] pin = arguments[1].toCharArray();
    try {
      SigningKey.inToken(Path.of(arguments[0]), 0, "0000".toCharArray(), Optional.empty());
      throw new IllegalStateException("a wrong PIN opened the token");
    } catch (SigningException refused) {
      System.out.println(refused.reason());
    }
    KeyStore file = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Path.of(arguments[2]))) {
      file.load(in, TestKeys.PASSPHRASE.toCharArray());
    }
    Provider provider =
        Security.getProvider("SunPKCS11")
            .configure("--name=Fill\nlibrary=" + arguments[0] + "\nslotListIndex=0\n");
    KeyStore token = KeyStore.getInstance("PKCS11", provider);
    token.load(null, pin);
    token.setKeyEntry(
        "seal",
        file.getKey("seal", TestKeys.PASSPHRASE.toCharArray()),
        null,
        file.getCertificateChain("seal"));
    SigningKey key = SigningKey.inToken(Path.of(arguments[0]), 0, pin, Optional.empty());
    new Signer(key, Instant.now()).embed(Path.of(arguments[3]), Path.of(arguments[4]));
  }
}
