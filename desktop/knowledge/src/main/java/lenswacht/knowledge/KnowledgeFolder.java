package lenswacht.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

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

  /// The edition that comes with the program.
  static KnowledgeFolder bundled() {
    return name -> {
      try (InputStream in =
          Edition.class.getResourceAsStream("/lenswacht/knowledge/edition/" + name)) {
        if (in == null) {
          throw new PackException(name, 0, "the file is missing");
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
