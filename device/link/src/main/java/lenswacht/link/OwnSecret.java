package lenswacht.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import lenswacht.observation.Bytes;

/// A secret of 32 octets in a file that only its owner may read.
public final class OwnSecret {
  private static final int OCTETS = 32;

  private OwnSecret() {}

  /// Opens the secret in `folder` under `name`, or makes one there. Closes the folder to others.
  ///
  /// @throws IOException if the storage fails, the file is damaged, or others than its owner may
  ///     read it
  public static Bytes openOrCreate(Path folder, String name) throws IOException {
    OwnFiles.folder(folder);
    Path file = folder.resolve(name);
    if (Files.notExists(file)) {
      byte[] fresh = new byte[OCTETS];
      new SecureRandom().nextBytes(fresh);
      OwnFiles.write(file, fresh);
    }
    return open(folder, name);
  }

  /// Opens the secret in `folder` under `name`.
  ///
  /// @throws IOException if there is none, or as [#openOrCreate]
  public static Bytes open(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    if (OwnFiles.isOpenToOthers(file)) {
      throw new IOException("others than the owner may read " + file + ": take their rights away");
    }
    Bytes secret = Bytes.of(OwnFiles.read(file, OCTETS));
    if (secret.length() != OCTETS) {
      throw new IOException(file + " is damaged");
    }
    return secret;
  }
}
