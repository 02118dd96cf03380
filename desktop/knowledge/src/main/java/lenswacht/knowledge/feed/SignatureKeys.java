package lenswacht.knowledge.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import lenswacht.knowledge.feed.FeedFile.Signature;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/// Public keys of publishers, and whether a detached OpenPGP signature is by one of them.
final class SignatureKeys {
  private static final int LARGEST = 1024 * 1024;
  private static final int MOST_KEYS = 1000;
  private static final String BEGIN = "-----BEGIN PGP PUBLIC KEY BLOCK-----";

  private final Map<Long, PGPPublicKey> keys = new HashMap<>();

  /// Adds the keys of a file.
  ///
  /// @throws FeedException if it holds none that can be read
  void add(Path file) throws FeedException {
    try {
      if (Files.size(file) > LARGEST) {
        throw new FeedException("the key file is larger than " + LARGEST + " bytes");
      }
      add(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new FeedException("the key file cannot be read: " + e.getMessage());
    }
  }

  private void add(byte[] bytes) throws FeedException {
    boolean any = false;
    try (InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(bytes))) {
      PGPPublicKeyRingCollection rings =
          new PGPPublicKeyRingCollection(in, new BcKeyFingerprintCalculator());
      for (PGPPublicKeyRing ring : rings) {
        any = true;
        for (PGPPublicKey key : ring) {
          if (keys.size() < MOST_KEYS) {
            keys.put(key.getKeyID(), key);
          }
        }
      }
    } catch (IOException | PGPException | RuntimeException e) {
      throw new FeedException("no OpenPGP key that can be read: " + e.getMessage());
    }
    if (!any) {
      throw new FeedException("the key file holds no OpenPGP key");
    }
  }

  /// Adds the keys that lie in `folder` itself.
  void addFrom(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "*.{asc,gpg,pgp,key,pub}")) {
      for (Path file : files) {
        if (isKey(file)) {
          try {
            add(file);
          } catch (FeedException _) {
            // A key that cannot be read signs nothing: signatures stay not checked.
          }
        }
      }
    }
  }

  private static boolean isKey(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(BEGIN.length()), StandardCharsets.US_ASCII);
      return start.equals(BEGIN);
    }
  }

  /// Whether `signature` is by one of the keys over the bytes of `source`.
  Signature check(FeedSource source, byte[] signature) throws IOException {
    try (InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(signature))) {
      Object first = new PGPObjectFactory(in, new BcKeyFingerprintCalculator()).nextObject();
      if (!(first instanceof PGPSignatureList list) || list.isEmpty()) {
        return Signature.BAD;
      }
      boolean known = false;
      for (PGPSignature one : list) {
        PGPPublicKey key = keys.get(one.getKeyID());
        if (key != null && !key.hasRevocation()) {
          known = true;
          if (isBy(key, one, source)) {
            return Signature.GOOD;
          }
        }
      }
      return known ? Signature.BAD : Signature.NOT_CHECKED;
    } catch (PGPException | RuntimeException e) {
      return Signature.BAD;
    }
  }

  private static boolean isBy(PGPPublicKey key, PGPSignature signature, FeedSource source)
      throws IOException, PGPException {
    signature.init(new BcPGPContentVerifierBuilderProvider(), key);
    try (InputStream in = source.packed()) {
      byte[] buffer = new byte[65_536];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        signature.update(buffer, 0, read);
      }
    }
    return signature.verify();
  }
}
