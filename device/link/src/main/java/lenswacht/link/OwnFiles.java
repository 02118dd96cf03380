package lenswacht.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// Files that only their owner may read, written whole or not at all. Where a file system knows no
/// owners (Windows), the folder of the user protects them.
final class OwnFiles {
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnFiles() {}

  private static boolean knowsOwners(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix");
  }

  /// Makes `folder` where needed and closes it to others.
  static void folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (knowsOwners(folder)) {
      Files.setPosixFilePermissions(folder, OWNER_FOLDER);
    }
  }

  /// Whether others than the owner may do anything with `file`.
  static boolean isOpenToOthers(Path file) throws IOException {
    return knowsOwners(file) && !OWNER_FILE.containsAll(Files.getPosixFilePermissions(file));
  }

  /// Replaces `file` by `content` at once: after a power cut it is the old or the new one.
  static void write(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh);
    if (knowsOwners(fresh)) {
      Files.setPosixFilePermissions(fresh, OWNER_FILE);
    }
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer octets = ByteBuffer.wrap(content);
      while (octets.hasRemaining()) {
        channel.write(octets);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Forces what was written to `file` to the storage.
  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /// The content of `file`.
  ///
  /// @throws IOException if it is larger than `limit` octets, or the storage fails
  static byte[] read(Path file, int limit) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(limit + 1);
      if (content.length > limit) {
        throw new IOException(file + " is larger than it may be");
      }
      return content;
    }
  }
}
