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
import java.util.Objects;
import java.util.stream.Stream;
import lenswacht.link.frame.MalformedFrameException;
import lenswacht.observation.Bytes;
import lenswacht.observation.Order;

/// Where the octets arrive that follow an order. What came before the cable was cut is kept, and
/// only the rest is sent again; of deliveries that were begun, only the last.
final class Inbox {
  private static final String PART = ".part";

  private final Path place;
  private final Order.Delivery delivery;
  private final Path part;

  /// For `delivery`, which is put into the file `place` once it is whole.
  ///
  /// @throws IOException if the storage fails
  Inbox(Path place, Order.Delivery delivery) throws IOException {
    Path folder = Objects.requireNonNull(place.toAbsolutePath().getParent());
    this.place = place;
    this.delivery = delivery;
    this.part = place.resolveSibling(delivery.sha256().hex() + PART);
    OwnFiles.folder(folder);
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> others =
          files
              .filter(file -> file.toString().endsWith(PART) && !file.endsWith(part.getFileName()))
              .toList();
      for (Path other : others) {
        Files.delete(other);
      }
    }
    if (Files.exists(part) && Files.size(part) > delivery.octets()) {
      Files.delete(part);
    }
  }

  /// Octets that are here.
  long held() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /// Takes the next piece.
  ///
  /// @throws MalformedFrameException if it is empty, or more than is delivered
  void add(Bytes piece) throws IOException {
    if (piece.length() == 0 || held() + piece.length() > delivery.octets()) {
      throw new MalformedFrameException("a piece of a delivery does not fit it");
    }
    try (OutputStream out =
        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(piece.toArray());
    }
  }

  /// Puts the whole delivery in its place, if its hash is the one that was ordered; throws it away
  /// otherwise.
  ///
  /// @return whether it is in its place
  boolean close() throws IOException {
    if (!sha256(part).equals(delivery.sha256())) {
      Files.delete(part);
      return false;
    }
    OwnFiles.force(part);
    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
