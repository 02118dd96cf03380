package lenswacht.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where the files of an edition lie.
@FunctionalInterface
public interface KnowledgeFolder {
  /// No file of an edition is larger, in bytes.
  int LARGEST_FILE = 4 * 1024 * 1024;

  /// The bytes of one file.
  ///
  /// @param name path within the edition, with forward slashes
  /// @throws PackException if there is no such file, or it is too large
  byte[] read(String name) throws PackException;

  /// The bytes of a file that need not be there.
  ///
  /// @throws PackException if it is there and cannot be read, or is too large
  default Optional<byte[]> find(String name) throws PackException {
    try {
      return Optional.of(read(name));
    } catch (PackException e) {
      if (e.isMissing()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /// The same folder, of which every file is read once at most: what is hashed is what is used.
  default KnowledgeFolder once() {
    Map<String, byte[]> kept = new HashMap<>();
    return name -> {
      byte[] bytes = kept.get(name);
      if (bytes == null) {
        bytes = read(name);
        kept.put(name, bytes);
      }
      return bytes.clone();
    };
  }

  /// The same folder, in which `name` is another folder.
  default KnowledgeFolder with(String name, KnowledgeFolder other) {
    String prefix = name + "/";
    return file ->
        file.startsWith(prefix)
            ? within(prefix, other, file.substring(prefix.length()))
            : read(file);
  }

  private static byte[] within(String prefix, KnowledgeFolder other, String file)
      throws PackException {
    try {
      return other.read(file);
    } catch (PackException e) {
      throw e.under(prefix);
    }
  }

  /// The edition that comes with the program.
  static KnowledgeFolder bundled() {
    return name -> {
      try (InputStream in =
          Edition.class.getResourceAsStream("/lenswacht/knowledge/edition/" + name)) {
        if (in == null) {
          throw PackException.missing(name);
        }
        return limited(name, in);
      } catch (IOException e) {
        throw new PackException(name, 0, "the file cannot be read: " + e.getMessage());
      }
    };
  }

  /// An edition in a folder of the file system, as an auditor changes it.
  static KnowledgeFolder of(Path folder) {
    return name -> {
      try (InputStream in = Files.newInputStream(folder.resolve(name))) {
        return limited(name, in);
      } catch (NoSuchFileException | NotDirectoryException _) {
        throw PackException.missing(name);
      } catch (IOException e) {
        throw new PackException(name, 0, "the file cannot be read: " + e.getMessage());
      }
    };
  }

  private static byte[] limited(String name, InputStream in) throws IOException, PackException {
    byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
    if (bytes.length > LARGEST_FILE) {
      throw new PackException(name, 0, "the file is larger than " + LARGEST_FILE + " bytes");
    }
    return bytes;
  }
}
