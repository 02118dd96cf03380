package lenswacht.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import lenswacht.observation.Bytes;
import lenswacht.observation.HandOver;

/// A file that passes from one console to another, by its length and hash.
public final class HandedFile {
  private HandedFile() {}

  /// The file as it is now.
  ///
  /// @throws IOException if it cannot be read
  public static HandOver.Thing.Journal of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] octets = new byte[1 << 16];
      for (int count = in.read(octets); count >= 0; count = in.read(octets)) {
        digest.update(octets, 0, count);
      }
      return new HandOver.Thing.Journal(
          String.valueOf(file.getFileName()), Files.size(file), Bytes.of(digest.digest()));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
