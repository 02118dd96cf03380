package lenswacht.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.JournalOpening;
import lenswacht.observation.SealOpener;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/// A console's sealing key, with which it reads what devices sealed for it. Kept in `sealing.key`,
/// readable by its owner only: the 32 octets that X-Wing makes both private keys from. Without this
/// file nobody reads the journals any more that were sealed to it.
public final class SealingIdentity implements SealOpener {
  private static final String FILE = "sealing.key";
  private static final int SEED = 32;
  private static final int ENCAPSULATED = 1120;
  private static final int LARGEST_FILE = 1024;

  private final AsymmetricCipherKeyPair pair;
  private final SealingKey key;

  private SealingIdentity(Bytes seed) {
    HPKE suite = SealingKey.suite();
    // Without a public key beside it, the library derives that from the private one.
    this.pair = suite.deserializePrivateKey(seed.toArray(), null);
    this.key = new SealingKey(Bytes.of(suite.serializePublicKey(pair.getPublic())));
  }

  /// Opens the sealing key kept in `folder`, or makes one there. Closes the folder to others.
  ///
  /// @throws IOException if the storage fails, the file is damaged, or others than its owner may
  ///     read it
  public static SealingIdentity openOrCreate(Path folder) throws IOException {
    OwnFiles.folder(folder);
    Path file = folder.resolve(FILE);
    if (Files.notExists(file)) {
      byte[] seed = new byte[SEED];
      new SecureRandom().nextBytes(seed);
      OwnFiles.write(
          file,
          (Base64.getEncoder().encodeToString(seed) + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    if (OwnFiles.isOpenToOthers(file)) {
      throw new IOException("others than the owner may read " + file + ": take their rights away");
    }
    String text = new String(OwnFiles.read(file, LARGEST_FILE), StandardCharsets.US_ASCII).strip();
    try {
      Bytes seed = Bytes.fromBase64(text);
      if (seed.length() == SEED) {
        return new SealingIdentity(seed);
      }
    } catch (IllegalArgumentException damaged) {
      // told below
    }
    throw new IOException(file + " is damaged: restore it from a copy, or remove it and pair anew");
  }

  /// Its public half, to be given to devices.
  public SealingKey key() {
    return key;
  }

  @Override
  public Optional<Bytes> contentKey(JournalOpening opening) {
    return opening.boxes().stream()
        .filter(box -> box.to().equals(key.id()))
        .findFirst()
        .flatMap(box -> open(box.box()));
  }

  /// The content key in a box; empty where it was sealed to another key or altered.
  private Optional<Bytes> open(Bytes box) {
    if (box.length() != ENCAPSULATED + JournalOpening.CONTENT_KEY + 16) {
      return Optional.empty();
    }
    byte[] octets = box.toArray();
    try {
      return Optional.of(
          Bytes.of(
              SealingKey.suite()
                  .open(
                      Arrays.copyOf(octets, ENCAPSULATED),
                      pair,
                      SealingKey.PURPOSE.toArray(),
                      new byte[0],
                      Arrays.copyOfRange(octets, ENCAPSULATED, octets.length),
                      new byte[0],
                      new byte[0],
                      null)));
    } catch (InvalidCipherTextException otherKeyOrAltered) {
      return Optional.empty();
    }
  }
}
