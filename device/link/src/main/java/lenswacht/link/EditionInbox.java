package lenswacht.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;
import lenswacht.link.frame.MalformedFrameException;
import lenswacht.observation.Bytes;
import lenswacht.observation.Order;

/// Where the octets of one edition arrive. What came before the cable was cut is kept, and only the
/// rest is sent again; of editions that were begun, only the last.
final class EditionInbox {
  private static final String PART = ".part";

  private final Path folder;
  private final Order.TakeEdition edition;
  private final Path part;

  /// For `edition`, kept in `folder`.
  ///
  /// @throws IOException if the storage fails
  EditionInbox(Path folder, Order.TakeEdition edition) throws IOException {
    this.folder = folder;
    this.edition = edition;
    this.part = folder.resolve(edition.sha256().hex() + PART);
    OwnFiles.folder(folder);
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> others =
          files.filter(file -> file.toString().endsWith(PART) && !file.equals(part)).toList();
      for (Path other : others) {
        Files.delete(other);
      }
    }
    if (Files.exists(part) && Files.size(part) > edition.octets()) {
      Files.delete(part);
    }
  }

  /// Octets that are here.
  long held() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /// Takes the next piece.
  ///
  /// @throws MalformedFrameException if it is empty, or more than the edition has
  void add(Bytes piece) throws IOException {
    if (piece.length() == 0 || held() + piece.length() > edition.octets()) {
      throw new MalformedFrameException("a piece of an edition does not fit it");
    }
    try (OutputStream out =
        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(piece.toArray());
    }
  }

  /// Puts the whole edition in its place, if its hash is the one that was ordered; throws it away
  /// otherwise.
  ///
  /// @return whether it is in its place
  boolean close() throws IOException {
    if (!sha256(part).equals(edition.sha256())) {
      Files.delete(part);
      return false;
    }
    Files.move(
        part,
        folder.resolve(edition.name()),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    return true;
  }

  /// SHA-256 of a file.
  static Bytes sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] octets = new byte[1 << 16];
      for (int count = in.read(octets); count >= 0; count = in.read(octets)) {
        digest.update(octets, 0, count);
      }
      return Bytes.of(digest.digest());
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
