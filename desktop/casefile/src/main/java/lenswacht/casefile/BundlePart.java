package lenswacht.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// One file in a bundle of evidence.
///
/// @param name its path within the bundle
/// @param content what it holds
public record BundlePart(String name, Content content) {
  /// Gives the content, from its first octet on, as often as it is asked.
  public interface Content {
    /// Opens it; the caller closes it.
    InputStream open() throws IOException;
  }

  /// @throws IllegalArgumentException if the name is not made as names in a bundle are
  public BundlePart {
    if (!name.matches("[A-Za-z0-9._-]{1,100}(?:/[A-Za-z0-9._-]{1,99})?") || name.contains("..")) {
      throw new IllegalArgumentException("'" + name + "' is no name for a part");
    }
  }

  /// A part that holds text.
  public static BundlePart text(String name, String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    return new BundlePart(name, () -> new ByteArrayInputStream(octets));
  }

  /// A part that is a file, in the folder `folder` of the bundle. Characters that names there do
  /// not have become hyphens.
  public static BundlePart file(String folder, Path file) {
    String name = String.valueOf(file.getFileName()).replaceAll("[^A-Za-z0-9._-]|\\.\\.", "-");
    return new BundlePart(
        folder + "/" + name.substring(0, Math.min(99, name.length())),
        () -> Files.newInputStream(file));
  }
}
